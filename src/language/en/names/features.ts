import { mix } from "../../model/hash.ts";
import type { DocumentWords } from "./document.ts";
import { kinds, type Word } from "./words.ts";

/** A sentence as the features see it: a range of the words of its document. */
export interface Sequence {
  readonly document: DocumentWords;
  readonly first: number;
  readonly last: number;
}

/** Writes the features of token `i` of a sequence; what is written is `keys[0..count)`. */
export interface Features {
  readonly keys: Int32Array;
  count: number;
  /** Where the features of the word itself end: training leaves them out now and then. */
  lexical: number;
  /** Where the features of gazetteers end. */
  gazetteer: number;
}

export const emptyFeatures = (): Features => ({
  keys: new Int32Array(320),
  count: 0,
  lexical: 0,
  gazetteer: 0,
});

const edge: Word = {
  length: 0, kind: kinds.punctuation, capital: false, form: 1, lower: 2, key: 3, shape: 4,
  affixes: [0, 0, 0, 0, 0, 0, 0], initial: 0, acronym: 0, letters: "", fine: -2, middle: -2,
}; // prettier-ignore

/** Style of a sentence: 0 ordinary, 1 all capitals, 2 title case, 3 no capitals, 4 a table of numbers. */
export function styleOf({ document, first, last }: Sequence): number {
  let words = 0;
  let capitals = 0;
  let titles = 0;
  let numbers = 0;
  for (let i = first; i < last; i++) {
    const { kind, length } = document.words[i]!;
    if (kind === kinds.number) numbers++;
    if (kind === kinds.punctuation || kind === kinds.number || kind === kinds.other || length < 4) continue;
    words++;
    if (kind === kinds.capitals) capitals++;
    else if (kind === kinds.title || kind === kinds.mixed) titles++;
  }
  if (numbers > 4 && numbers > 0.3 * (last - first)) return 4;
  if (words < 3) return 0;
  if (capitals > 0.6 * words) return 1;
  if (titles + capitals > 0.8 * words) return 2;
  return titles + capitals === 0 ? 3 : 0;
}

/** Features of token `i` (an index into the document's words) of the sequence. */
export function extract(sequence: Sequence, i: number, style: number, out: Features): void {
  const { document, first, last } = sequence;
  const { words } = document;
  const { keys } = out;
  const w = words[i]!;
  const p = i > first ? words[i - 1]! : edge;
  const n = i + 1 < last ? words[i + 1]! : edge;
  const pp = i - 1 > first ? words[i - 2]! : edge;
  const nn = i + 2 < last ? words[i + 2]! : edge;
  let c = 0;
  const position = (i === first ? 1 : 0) + 4 * style;

  // The word itself.
  keys[c++] = mix(1, w.lower);
  if (
    !w.capital &&
    w.kind !== kinds.mixed &&
    w.kind !== kinds.code &&
    !(p.capital || n.capital || pp.capital)
  ) {
    // A small word far from capitals is hardly ever part of a name: a handful of features will do.
    out.lexical = out.gazetteer = c;
    keys[c++] = mix(2, w.shape);
    keys[c++] = mix(3, p.lower);
    keys[c++] = mix(4, n.lower);
    keys[c++] = mix(5, w.middle);
    out.count = c;
    return;
  }
  keys[c++] = mix(mix(6, w.form), position);
  keys[c++] = mix(mix(7, p.lower), w.lower);
  keys[c++] = mix(mix(8, w.lower), n.lower);
  const { affixes } = w;
  for (let k = 0; k < 7; k++) if (affixes[k] !== 0) keys[c++] = mix(10 + k, affixes[k]!);
  out.lexical = c;

  // Gazetteers: here, before and after.
  for (let d = -1; d <= 1; d++) {
    const at = i + d;
    if (at < first || at >= last) continue;
    for (const bit of document.gazetteer[at]!) {
      keys[c++] = mix(20 + d, bit);
      if (d === 0) keys[c++] = mix(mix(23, bit), w.kind + 16 * position);
    }
  }
  out.gazetteer = c;

  // How it is written.
  keys[c++] = mix(mix(30, w.shape), position);
  keys[c++] = mix(mix(31, p.kind), w.shape);
  keys[c++] = mix(mix(32, w.shape), n.kind);
  keys[c++] = mix(mix(mix(33, p.kind), w.kind), n.kind);
  keys[c++] = mix(mix(mix(mix(34, pp.kind), p.kind), w.kind), n.kind + 16 * nn.kind);
  // Its neighbors.
  keys[c++] = mix(40, p.lower);
  keys[c++] = mix(41, n.lower);
  keys[c++] = mix(42, pp.lower);
  keys[c++] = mix(43, nn.lower);
  keys[c++] = mix(mix(44, p.lower), w.kind);
  keys[c++] = mix(mix(45, n.lower), w.kind);
  keys[c++] = mix(mix(46, p.lower), n.lower);
  keys[c++] = mix(mix(47, pp.lower), p.lower);
  keys[c++] = mix(mix(48, n.lower), nn.lower);
  keys[c++] = mix(49, p.affixes[6]!);
  keys[c++] = mix(50, n.affixes[6]!);
  // Clusters.
  keys[c++] = mix(mix(60, w.fine), w.kind);
  keys[c++] = mix(mix(61, w.middle), w.kind);
  keys[c++] = mix(62, p.fine);
  keys[c++] = mix(63, n.fine);
  keys[c++] = mix(64, p.middle);
  keys[c++] = mix(65, n.middle);
  keys[c++] = mix(66, pp.middle);
  keys[c++] = mix(67, nn.middle);
  keys[c++] = mix(mix(68, p.middle), w.middle);
  keys[c++] = mix(mix(69, w.middle), n.middle);
  keys[c++] = mix(mix(70, p.middle), n.middle);
  keys[c++] = mix(mix(71, p.fine), w.kind);
  keys[c++] = mix(mix(72, n.fine), w.kind);

  // The run of capitalized words it stands in.
  const run = document.runOf[i]!;
  if (run >= 0) {
    const { first: from, last: to } = document.runs[run]!;
    const head = words[to - 1]!;
    const start = words[from]!;
    const before = from > first ? words[from - 1]! : edge;
    const after = to < last ? words[to]! : edge;
    const place = (i === from ? 1 : 0) + (i === to - 1 ? 2 : 0);
    keys[c++] = mix(mix(80, Math.min(to - from, 5)), place + 4 * style);
    if (to - from > 1) {
      keys[c++] = mix(mix(81, head.lower), place);
      keys[c++] = mix(mix(82, head.middle), place);
      keys[c++] = mix(mix(83, start.lower), place);
      keys[c++] = mix(mix(84, start.fine), place);
      keys[c++] = mix(mix(85, head.affixes[6]!), place);
      keys[c++] = mix(mix(86, head.fine), place);
    }
    keys[c++] = mix(mix(87, before.lower), place);
    keys[c++] = mix(mix(88, after.lower), place);
    keys[c++] = mix(mix(89, before.fine), place);
    keys[c++] = mix(mix(90, after.fine), place);
    // What stands around it: "the [1982] Ontario general election".
    const farBefore = from - 1 > first ? words[from - 2]! : edge;
    const farAfter = to + 1 < last ? words[to + 1]! : edge;
    keys[c++] = mix(mix(mix(93, after.lower), farAfter.lower), place);
    keys[c++] = mix(mix(mix(94, before.kind), after.lower), place);
    keys[c++] = mix(mix(mix(95, before.kind), farAfter.lower), place);
    keys[c++] = mix(mix(mix(96, farBefore.lower), before.lower), place);
    // "Ministry of [Foreign Affairs]" and back: the head of the run across one small word.
    if (from - 2 >= first && document.runOf[from - 2]! >= 0 && before.length <= 3)
      keys[c++] = mix(mix(mix(91, words[from - 2]!.lower), before.lower), place);
    if (to + 1 < last && document.runOf[to + 1]! >= 0 && after.length <= 3)
      keys[c++] = mix(mix(mix(92, words[to + 1]!.lower), after.lower), place);
  }

  const bracketed = document.bracketed[i]!;
  if (bracketed !== 0) {
    keys[c++] = mix(97, bracketed);
    keys[c++] = mix(mix(110, bracketed), w.kind);
  }
  c = document.features(i, keys, c);
  out.count = c;
}
