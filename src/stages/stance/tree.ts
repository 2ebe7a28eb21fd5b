import type { Clause } from "../../language/en/clause.ts";
import type { Modifiers } from "../../language/en/modifiers.ts";
import { hashText, mix } from "../../language/model/hash.ts";
import { wordHash } from "./sequence.ts";

/*
 * Features of the dependency tree: what governs source and target, the path between them, and the words that hang on
 * it. After the shortest-path features of Bunescu and Mooney (2005), with the words one step off the path as in Zhang,
 * Qi and Manning (2018).
 */

/** A sentence's tree with what the features ask of it; arrays by `token - first`. */
export interface Tree {
  readonly clause: Clause;
  /** Governor of each token, counted from the first; -1 outside. */
  readonly heads: Int32Array;
  /** First dependent of each token, and the next dependent of the same governor; -1 for none. */
  readonly firstKid: Int32Array;
  readonly nextKid: Int32Array;
  /** Hashes of the relation, and of it without its subtype. */
  readonly relations: Int32Array;
  readonly plain: Int32Array;
  /** Hash of the lemma; 0 for a name. */
  readonly lemmas: Int32Array;
  /** 1 for a friendly word, 2 for a hostile one. */
  readonly signs: Uint8Array;
  /** 1 where a negator, and where a modal verb, hangs on the token. */
  readonly negated: Uint8Array;
  readonly modal: Uint8Array;
  /** What each mention's place in the tree says, by itself. */
  readonly sides: Map<number, Side>;
}

interface Side {
  /** Token that governs the mention, counted from the first, and the way from it to the root. */
  readonly way: readonly number[];
  /** Pairs of template and value. */
  readonly facts: readonly (readonly [template: number, value: number])[];
}

/** Writes one feature. */
export type AddFeature = (template: number, a: number, b?: number, c?: number) => void;

/** Relations are few. */
const hashes = new Map<string, number>();
export function relationHash(relation: string): number {
  let hash = hashes.get(relation);
  if (hash === undefined) hashes.set(relation, (hash = hashText(relation)));
  return hash;
}

/** The tree of a sentence; undefined when it was not parsed. */
export function treeOf(
  clause: Clause,
  strengths: ReadonlyMap<string, number>,
  modifiers: Modifiers,
): Tree | undefined {
  const { tokens, syntax, first, last, actors } = clause;
  if (syntax === undefined) return undefined;
  const length = last - first;
  const ints = (): Int32Array => new Int32Array(length).fill(-1);
  const heads = ints();
  const firstKid = ints();
  const nextKid = ints();
  const [relations, plain, lemmas] = [ints(), ints(), ints()];
  const [signs, negated, modal] = [new Uint8Array(length), new Uint8Array(length), new Uint8Array(length)];
  for (let at = length - 1; at >= 0; at--) {
    const { head, relation } = syntax[first + at]!;
    const { lemma, text, upos, xpos } = tokens[first + at]!;
    relations[at] = relationHash(relation);
    const colon = relation.indexOf(":");
    plain[at] = colon < 0 ? relations[at]! : relationHash(relation.slice(0, colon));
    const named = actors[at]! >= 0 || upos === "PROPN";
    const word = lemma.toLowerCase();
    lemmas[at] = named ? 0 : wordHash(word);
    const strength = named ? 0 : (strengths.get(word) ?? 0);
    signs[at] = strength > 0 ? 1 : strength < 0 ? 2 : 0;
    if (head < first || head >= last) continue;
    const governor = head - first;
    heads[at] = governor;
    nextKid[at] = firstKid[governor]!;
    firstKid[governor] = at;
    if (modifiers.negator.has(text.toLowerCase())) negated[governor] = 1;
    if (xpos === "MD") modal[governor] = 1;
  }
  return { clause, heads, firstKid, nextKid, relations, plain, lemmas, signs, negated, modal, sides: new Map() };
} // prettier-ignore

/** What a mention's place in the tree says: its role, what it hangs on, what hangs on it, and how it is written. */
function sideOf(tree: Tree, mention: number): Side {
  const known = tree.sides.get(mention);
  if (known !== undefined) return known;
  const { clause, heads, firstKid, nextKid, relations, plain, lemmas, signs, negated } = tree;
  const { tokens, first, actors } = clause;
  let head = -1;
  let words = 0;
  let end = 0;
  let capitals = true;
  for (let at = actors.indexOf(mention); at >= 0 && at < actors.length && actors[at] === mention; at++) {
    const governor = heads[at]!;
    if (head < 0 && (governor < 0 || actors[governor] !== mention)) head = at;
    const { text } = tokens[first + at]!;
    if (!/^[A-Z.]+$/.test(text)) capitals = false;
    words++;
    end = at;
  }
  const facts: [number, number][] = [];
  const way: number[] = [];
  if (head >= 0) {
    for (let at = head; at >= 0 && way.length <= actors.length; at = heads[at]!) way.push(at);
    facts.push([0, relations[head]!]);
    const up = heads[head]!;
    if (up >= 0) {
      const { upos } = tokens[first + up]!;
      facts.push(
        [1, mix(relations[head]!, lemmas[up]!)],
        [2, mix(relations[head]!, signs[up]! + 4 * negated[up]!)],
        [3, mix(plain[head]!, 7 * upos.length + upos.charCodeAt(0))],
      );
      const top = heads[up]!;
      const both = mix(relations[head]!, relations[up]!);
      if (top >= 0) facts.push([4, mix(both, lemmas[top]!)], [5, mix(both, signs[top]!)]);
    }
    for (let kid = firstKid[head]!; kid >= 0; kid = nextKid[kid]!) {
      if (actors[kid] === mention || tokens[first + kid]!.upos === "PUNCT") continue;
      facts.push([6, lemmas[kid]!]);
      if (signs[kid] !== 0) facts.push([7, signs[kid]!]);
    }
    const { upos } = tokens[first + head]!;
    const written = tokens[first + end]!.text;
    const after = end + 1 < actors.length ? tokens[first + end + 1]!.text : "";
    const word = upos === "PROPN" ? 0 : upos === "ADJ" ? 1 : upos === "NOUN" ? 2 : 3;
    const kind =
      (capitals ? 1 : 0) +
      2 * Math.min(3, words) +
      8 * word +
      (/^['’]s?$/.test(after) ? 32 : 0) +
      (written.endsWith("s") ? 64 : 0);
    facts.push([8, kind]);
    if (/^[a-z]/.test(written)) facts.push([9, wordHash(written)]);
  }
  const side = { way, facts };
  tree.sides.set(mention, side);
  return side;
}

/** Templates are numbered from 40: the source's side, from 50 the target's, from 60 the path's. */
const [ofSource, ofTarget] = [40, 50];

/** Writes the features of the tree for a source and a target mention, or for a lone target (`target` -1). */
export function treeFeatures(tree: Tree, source: number, target: number, add: AddFeature): void {
  const from = sideOf(tree, source);
  for (const [template, value] of from.facts) add(ofSource + template, value);
  if (target < 0) return;
  const to = sideOf(tree, target);
  for (const [template, value] of to.facts) add(ofTarget + template, value);
  if (from.way.length > 0 && to.way.length > 0) pathFeatures(tree, from.way, to.way, add);
}

/** Where two ways to the root meet: an index in each. */
function meeting(a: readonly number[], b: readonly number[]): readonly [i: number, j: number] {
  let i = a.length - 1;
  let j = b.length - 1;
  while (i > 0 && j > 0 && a[i - 1] === b[j - 1]) {
    i--;
    j--;
  }
  return [i, j];
}

/** 1 at each of some tokens that lies on the path between two mentions or hangs on it; all 0 when none joins them. */
export function alongPath(tree: Tree, tokens: Int32Array, source: number, target: number): Uint8Array {
  const { clause, heads } = tree;
  const [a, b] = [sideOf(tree, source).way, sideOf(tree, target).way];
  const along = new Uint8Array(tokens.length);
  const [i, j] = meeting(a, b);
  if (i < 0 || j < 0 || a[i] !== b[j]) return along;
  const on = new Uint8Array(heads.length);
  for (let k = 0; k <= i; k++) on[a[k]!] = 1;
  for (let k = 0; k < j; k++) on[b[k]!] = 1;
  for (let place = 0; place < tokens.length; place++) {
    const at = tokens[place]! - clause.first;
    along[place] = on[at]! | (heads[at]! < 0 ? 0 : on[heads[at]!]!);
  }
  return along;
}

function pathFeatures(tree: Tree, a: readonly number[], b: readonly number[], add: AddFeature): void {
  const { clause, firstKid, nextKid, relations, plain, lemmas, signs, negated, modal } = tree;
  const [i, j] = meeting(a, b);
  if (a[i] !== b[j]) return add(60, 0);
  const top = a[i]!;
  let [up, down, plainUp, plainDown] = [1, 1, 1, 1];
  for (let k = 0; k < i; k++) [up, plainUp] = [mix(up, relations[a[k]!]!), mix(plainUp, plain[a[k]!]!)];
  for (let k = 0; k < j; k++)
    [down, plainDown] = [mix(down, relations[b[k]!]!), mix(plainDown, plain[b[k]!]!)];
  const shape = mix(mix(7, up), down);
  const plainShape = mix(mix(7, plainUp), plainDown);
  const tone = signs[top]! + 4 * negated[top]!;
  const lemma = lemmas[top]!;
  add(61, shape);
  add(62, plainShape, tone);
  add(63, shape, lemma);
  add(64, Math.min(6, i), Math.min(6, j));
  add(65, plainUp, lemma);
  add(66, plainDown, lemma);
  add(67, lemma, a[0]! < b[0]! ? 1 : 0);
  add(68, lemma, negated[top], modal[top]);
  add(69, plainUp, tone);
  add(70, plainDown, tone);
  const inner: number[] = [];
  for (let k = 1; k < i; k++) {
    add(71, lemmas[a[k]!]!);
    add(72, plain[a[k - 1]!]!, lemmas[a[k]!]!);
    inner.push(a[k]!);
  }
  for (let k = 1; k < j; k++) {
    add(73, lemmas[b[k]!]!);
    add(74, plain[b[k - 1]!]!, lemmas[b[k]!]!);
    inner.push(b[k]!);
  }
  if (i > 0 && j > 0) inner.push(top);
  const tones = [0, 0, 0];
  for (const node of inner) tones[signs[node]!]!++;
  const counted = mix(Math.min(2, tones[1]!), Math.min(2, tones[2]!));
  add(75, counted);
  add(76, counted, plainShape);
  const beside = [0, 0, 0];
  for (const node of inner)
    for (let kid = firstKid[node]!; kid >= 0; kid = nextKid[kid]!) {
      const { upos } = clause.tokens[clause.first + kid]!;
      if (upos === "PUNCT" || upos === "DET") continue;
      // What lies on the path is no news.
      if (kid === a[i - 1] || kid === b[j - 1] || inner.includes(kid)) continue;
      add(77, lemmas[kid]!);
      add(78, plain[kid]!, lemmas[kid]!);
      add(79, lemmas[node]!, lemmas[kid]!);
      const sign = signs[kid]!;
      if (sign === 0) continue;
      add(80, sign, plain[kid]!);
      beside[sign]!++;
    }
  add(81, Math.min(2, beside[1]!), Math.min(2, beside[2]!));
  let chain = 3;
  let previous = -1;
  for (let k = 1; k < i + j; k++) {
    const word = lemmas[k <= i ? a[k]! : b[i + j - k]!]!;
    if (k > 1) add(82, previous, word);
    chain = mix(chain, word);
    previous = word;
  }
  if (i + j <= 4) add(83, chain, plainShape);
}
