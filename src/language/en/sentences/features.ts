import type { Span } from "../../../core/span.ts";
import { mix } from "../../model/hash.ts";
import { outside, type Word } from "../words.ts";

/** Room for the features of one gap. */
export const sentenceFeatures = 72;

/** A paragraph as the splitter sees it. */
export interface SplitText {
  readonly text: string;
  readonly tokens: readonly Span[];
  readonly words: readonly Word[];
  /** Part of speech that each word has most often: see `usualTags`. */
  readonly tags: Int32Array;
  /** How many of the tokens before each are finite verbs by their usual tag. */
  readonly finite: Int32Array;
  /** Number of the kind of abbreviation each token is; 0 for none. */
  readonly abbreviation: Uint8Array;
  /** How the paragraph is written: see `styleOf`. */
  readonly style: number;
  /** Index of the next token from each on that is a terminal mark (. ? !); the number of tokens when none follows. */
  readonly nextMark: Int32Array;
  /** Likewise the next token that might part clauses: a comma, a semicolon, a colon or a dash. */
  readonly nextPause: Int32Array;
}

/** What has been read since the sentence began. */
export interface SplitHistory {
  /** First token of the sentence. */
  first: number;
  /** Straight quotation marks so far (odd: one is open), curly ones and brackets that are open. */
  quotes: number;
  curly: number;
  brackets: number;
  /** Terminal marks (. ? !) so far. */
  marks: number;
}

/**
 * Whether the gap after token `at` lies between two words of small letters (the left one may have a capital first). Most
 * gaps do, and hardly ever does a sentence end there.
 */
export function isPlainGap({ text, tokens }: SplitText, at: number): boolean {
  const left = tokens[at]!;
  const right = tokens[at + 1]!;
  const code = text.charCodeAt(right.start);
  return code >= 97 && code <= 122 && isPlain(text, left) && isPlain(text, right);
}

/** A letter, and small ones after it. */
function isPlain(text: string, { start, end }: Span): boolean {
  if (!isLetter(text.charCodeAt(start))) return false;
  for (let i = start + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 39 && code !== 45 && code !== 0x2019 && (code < 97 || code > 122)) return false;
  }
  return true;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Whether a sentence might end after token `at`: not within a word that the tokenizer cut, such as `do|n't`. */
export function isCandidate({ text, tokens }: SplitText, at: number): boolean {
  const { end } = tokens[at]!;
  return end < tokens[at + 1]!.start || !isWordCharacter(text.charCodeAt(end - 1));
}

function isWordCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 0xbf && code < 0x2000
  ); // prettier-ignore
}

/** Takes token `at` into the history. */
export function readOn({ text, tokens }: SplitText, at: number, history: SplitHistory): void {
  const { start, end } = tokens[at]!;
  const code = text.charCodeAt(start);
  if (code === 34) history.quotes ^= 1;
  else if (code === 0x201c) history.curly++;
  else if (code === 0x201d) history.curly = Math.max(0, history.curly - 1);
  else if (code === 40 || code === 91) history.brackets++;
  else if (code === 41 || code === 93) history.brackets = Math.max(0, history.brackets - 1);
  else if (isMark(code, end - start)) history.marks++;
}

/** A terminal mark: full stop, question or exclamation mark, or a few of them. */
const isMark = (code: number, length: number): boolean =>
  length < 4 && (code === 46 || code === 63 || code === 33);

/** A comma, a semicolon, a colon, or what begins with a hyphen or is a dash. */
const isPause = (code: number): boolean =>
  code === 44 || code === 59 || code === 58 || code === 45 || code === 0x2013 || code === 0x2014;

/** For each token the index of the terminal mark at or after it. */
export const nextMarks = (text: string, tokens: readonly Span[]): Int32Array => next(text, tokens, isMark);

/** For each token the index of the pause at or after it. */
export const nextPauses = (text: string, tokens: readonly Span[]): Int32Array => next(text, tokens, isPause);

function next(
  text: string,
  tokens: readonly Span[],
  isOne: (code: number, length: number) => boolean,
): Int32Array {
  const found = new Int32Array(tokens.length + 1).fill(tokens.length);
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { start, end } = tokens[i]!;
    found[i] = isOne(text.charCodeAt(start), end - start) ? i : found[i + 1]!;
  }
  return found;
}

/** A number for the share of words with a capital, and whether the paragraph begins with one and ends with a mark. */
export function styleOf(text: string, tokens: readonly Span[], nextMark: Int32Array): number {
  let words = 0;
  let capitals = 0;
  for (const { start } of tokens) {
    const code = text.charCodeAt(start);
    if (code >= 65 && code <= 90) capitals++;
    else if (code < 97 || code > 122) continue;
    words++;
  }
  const share =
    words < 4 ? 0 : capitals > 0.7 * words ? 3 : capitals > 0.4 * words ? 2 : capitals > 0 ? 1 : 4;
  const first = text.charCodeAt(tokens[0]?.start ?? 0);
  const closed = nextMark[Math.max(0, tokens.length - 2)]! < tokens.length;
  return 4 * share + (first >= 97 && first <= 122 ? 2 : 0) + (closed ? 1 : 0);
}

/** Starts the history of a sentence whose first token is `first`. */
export function startSentence(history: SplitHistory, first: number): void {
  history.first = first;
  history.quotes = history.curly = history.brackets = history.marks = 0;
}

/**
 * Fills `out` with the features of the gap after token `at`; `history` includes that token. In several functions, since
 * the engine is slow to compile a long one: until then a text takes four times as long.
 */
export function splitFeatures(
  paragraph: SplitText,
  at: number,
  history: SplitHistory,
  out: Int32Array,
): number {
  if (isPlainGap(paragraph, at)) return plainFeatures(paragraph, at, history, out);
  let n = nearFeatures(paragraph, at, history, out);
  n = placeFeatures(paragraph, at, history, out, n);
  n = formFeatures(paragraph, at, history, out, n);
  n = clusterFeatures(paragraph, at, history, out, n);
  return tagFeatures(paragraph, at, history, out, n);
}

/** The word at an index from `first` on. */
const wordFrom = (first: number, words: readonly Word[], index: number): Word =>
  index >= first && index < words.length ? words[index]! : outside;

/** The token before the gap, and whether a space is in the gap. */
function leftOf({ tokens, words }: SplitText, at: number): number {
  return mix(words[at]!.lower, spaceAfter(tokens, at));
}

const spaceAfter = (tokens: readonly Span[], at: number): number =>
  tokens[at]!.end === tokens[at + 1]!.start ? 1 : 2;

/** How far the next terminal mark is. */
const markAhead = ({ tokens, nextMark }: SplitText, at: number): number =>
  nextMark[at + 1]! === tokens.length ? 12 : bucket(nextMark[at + 1]! - at);

/** Of a gap between two words in small letters. */
function plainFeatures(paragraph: SplitText, at: number, history: SplitHistory, out: Int32Array): number {
  const { words, style } = paragraph;
  const l1 = words[at]!;
  const l2 = wordFrom(history.first, words, at - 1);
  const r1 = words[at + 1]!;
  const r2 = wordFrom(0, words, at + 2);
  const left = leftOf(paragraph, at);
  const length = bucket(at + 1 - history.first);
  const ahead = markAhead(paragraph, at);
  out[0] = 51;
  out[1] = mix(52, left);
  out[2] = mix(53, r1.lower);
  out[3] = mix(mix(54, left), r1.lower);
  out[4] = mix(mix(55, r1.lower), r2.lower);
  out[5] = mix(mix(56, l2.lower), l1.lower);
  out[6] = mix(mix(57, style), mix(ahead, length));
  out[7] = mix(mix(58, style), mix(ahead, r1.lower));
  out[8] = mix(mix(59, length), r1.lower);
  return 9;
}

/** The words next to the gap. */
function nearFeatures(paragraph: SplitText, at: number, history: SplitHistory, out: Int32Array): number {
  const { words } = paragraph;
  const l1 = words[at]!;
  const l2 = wordFrom(history.first, words, at - 1);
  const r1 = words[at + 1]!;
  const r2 = wordFrom(0, words, at + 2);
  const left = leftOf(paragraph, at);
  let n = 0;
  out[n++] = 1;
  out[n++] = mix(2, left);
  out[n++] = mix(3, l1.shape);
  out[n++] = mix(4, l2.lower);
  out[n++] = mix(5, l2.shape);
  out[n++] = mix(6, r1.lower);
  out[n++] = mix(7, r1.form);
  out[n++] = mix(8, r1.shape);
  out[n++] = mix(9, r2.lower);
  out[n++] = mix(10, r2.shape);
  out[n++] = mix(mix(11, left), r1.shape);
  out[n++] = mix(mix(12, left), r1.form);
  out[n++] = mix(mix(13, l2.lower), left);
  out[n++] = mix(mix(mix(14, l2.shape), left), r1.shape);
  out[n++] = mix(mix(15, r1.form), r2.lower);
  out[n++] = mix(mix(mix(16, left), r1.shape), r2.shape);
  out[n++] = mix(mix(31, l1.lower), r1.lower);
  out[n++] = mix(mix(32, l1.suffix3), r1.lower);
  return n;
}

/** How long the sentence is and how much is to come, what is open, and where the next mark is. */
function placeFeatures(
  paragraph: SplitText,
  at: number,
  history: SplitHistory,
  out: Int32Array,
  from: number,
): number {
  const { tokens, words, style } = paragraph;
  const { shape } = words[at]!;
  const r1 = words[at + 1]!;
  const left = leftOf(paragraph, at);
  const length = bucket(at + 1 - history.first);
  const ahead = markAhead(paragraph, at);
  const open = Math.min(3, history.brackets) * 8 + Math.min(1, history.curly) * 2 + history.quotes;
  const marks = Math.min(2, history.marks);
  const rest = bucket(tokens.length - at - 1);
  const shapes = mix(shape, r1.shape);
  let n = from;
  out[n++] = mix(mix(17, length), left);
  out[n++] = mix(mix(mix(18, length), shape), r1.shape);
  out[n++] = mix(mix(19, open), left);
  out[n++] = mix(mix(mix(20, open), left), r1.lower);
  out[n++] = mix(mix(27, marks), left);
  out[n++] = mix(mix(mix(28, marks), r1.shape), left);
  out[n++] = mix(mix(29, rest), left);
  out[n++] = mix(mix(mix(30, length), rest), left);
  out[n++] = mix(mix(41, rest), mix(length, shapes));
  out[n++] = mix(mix(47, ahead), mix(left, r1.shape));
  out[n++] = mix(mix(48, ahead), mix(shape, mix(r1.shape, length)));
  out[n++] = mix(mix(49, ahead), mix(marks, mix(style, shapes)));
  return n;
}

/** How the words around and the paragraph are written. */
function formFeatures(
  paragraph: SplitText,
  at: number,
  { first }: SplitHistory,
  out: Int32Array,
  from: number,
): number {
  const { tokens, words, abbreviation, style } = paragraph;
  const l1 = words[at]!;
  const l2 = wordFrom(first, words, at - 1);
  const l3 = wordFrom(first, words, at - 2);
  const r1 = words[at + 1]!;
  const r2 = wordFrom(0, words, at + 2);
  const r3 = wordFrom(0, words, at + 3);
  const left = leftOf(paragraph, at);
  const leftRight = mix(left, r1.shape);
  const shapes = mix(l1.shape, r1.shape);
  const space = spaceAfter(tokens, at);
  const short = abbreviation[at]!;
  const letters = Math.min(6, tokens[at]!.end - tokens[at]!.start);
  const length = bucket(at + 1 - first);
  const start = words[first]!;
  const close = words[words.length - 1]!.shape;
  let n = from;
  out[n++] = mix(mix(mix(21, short), r1.shape), space);
  out[n++] = mix(mix(22, short), r1.form);
  out[n++] = mix(mix(mix(23, letters), l1.shape), r1.shape);
  out[n++] = mix(mix(mix(24, l3.lower), l2.lower), left);
  out[n++] = mix(mix(mix(25, l3.shape), l2.shape), leftRight);
  out[n++] = mix(mix(mix(26, r1.shape), r2.shape), r3.shape);
  out[n++] = mix(mix(33, l1.shape), mix(r1.lower, space));
  out[n++] = mix(mix(34, l1.capitals ? 1 : 0), mix(r1.capitals ? 1 : 0, r1.shape));
  out[n++] = mix(mix(mix(35, l1.shape), l2.shape), mix(r1.shape, r2.shape));
  out[n++] = mix(mix(36, start.shape), leftRight);
  out[n++] = mix(mix(37, start.lower), mix(length, left));
  out[n++] = mix(mix(38, close), leftRight);
  out[n++] = mix(mix(39, close), shapes);
  out[n++] = mix(mix(40, close), mix(length, shapes));
  out[n++] = mix(mix(42, r2.shape), mix(l1.shape, mix(r1.lower, space)));
  out[n++] = mix(mix(43, r1.suffix3), shapes);
  out[n++] = mix(mix(44, style), leftRight);
  out[n++] = mix(mix(45, style), mix(l1.shape, mix(r1.shape, r2.shape)));
  out[n++] = mix(mix(46, style), mix(l1.shape, mix(r1.form, space)));
  return n;
}

/** What kinds of words stand around. */
function clusterFeatures(
  paragraph: SplitText,
  at: number,
  { first }: SplitHistory,
  out: Int32Array,
  from: number,
): number {
  const { words } = paragraph;
  const l1 = words[at]!;
  const r1 = words[at + 1]!;
  const left = leftOf(paragraph, at);
  const kindR1 = cluster(r1);
  const kindsRight = mix(kindR1, cluster(wordFrom(0, words, at + 2)));
  let n = from;
  out[n++] = mix(mix(60, kindR1), left);
  out[n++] = mix(mix(61, kindsRight), l1.shape);
  out[n++] = mix(mix(62, r1.fine < 0 ? r1.shape : r1.fine), l1.shape);
  out[n++] = mix(mix(63, l1.fine < 0 ? l1.shape : l1.fine), r1.shape);
  out[n++] = mix(mix(64, cluster(l1)), mix(kindR1, r1.shape));
  out[n++] = mix(mix(65, cluster(wordFrom(first, words, at - 1))), mix(left, r1.shape));
  out[n++] = mix(mix(66, kindsRight), mix(cluster(wordFrom(0, words, at + 3)), l1.shape));
  return n;
}

/** The usual tags of the words around, and whether a finite verb stands on either side. */
function tagFeatures(
  paragraph: SplitText,
  at: number,
  { first }: SplitHistory,
  out: Int32Array,
  from: number,
): number {
  const { text, tokens, words, tags, finite, nextMark, nextPause } = paragraph;
  const { shape } = words[at]!;
  const right = words[at + 1]!.shape;
  const t1 = tags[at + 1]!;
  const t2 = mix(t1, tagAt(tags, at + 2));
  const t3 = mix(t2, tagAt(tags, at + 3));
  const before = at - 1 >= first ? tags[at - 1]! : noTag;
  const mark = isWord(text, tokens[at]!) ? mix(7, tags[at]!) : leftOf(paragraph, at);
  const verbsBefore = Math.min(2, finite[at + 1]! - finite[first]!);
  const verbs = mix(verbsBefore, verbAhead(finite, at + 1, nextPause[at + 1]!, nextMark[at + 1]!));
  let n = from;
  out[n++] = mix(mix(70, t3), leftOf(paragraph, at));
  out[n++] = mix(mix(71, t3), mark);
  out[n++] = mix(mix(72, t3), mix(tagAt(tags, at + 4), shape));
  out[n++] = mix(mix(73, t2), mix(mark, before));
  out[n++] = mix(mix(74, verbs), mix(mark, right));
  out[n++] = mix(mix(75, verbs), mix(shape, t1));
  out[n++] = mix(mix(76, verbs), mix(bucket(at + 1 - first), shape));
  out[n++] = mix(mix(77, t1), mix(right, mark));
  out[n++] = mix(mix(78, before), mix(tags[at]!, mix(t1, right)));
  out[n++] = mix(mix(79, verbsBefore), mix(tags[first]!, mix(mark, t1)));
  return n;
}

/** The coarse cluster of a word; its shape when it has none. */
const cluster = (word: Word): number => (word.coarse < 0 ? word.shape : word.coarse);

/** Stands for the tag of what lies outside. */
const noTag = -1;

const tagAt = (tags: Int32Array, index: number): number => (index < tags.length ? tags[index]! : noTag);

/** A word rather than a mark, a number or an abbreviation. */
const isWord = (text: string, { start, end }: Span): boolean =>
  isLetter(text.charCodeAt(start)) && text.charCodeAt(end - 1) !== 46;

/** How far the next finite verb is; 8 for 8 and more; 9 when a pause comes before it, 10 when a terminal mark does. */
function verbAhead(finite: Int32Array, from: number, pause: number, mark: number): number {
  const stop = Math.min(pause, mark);
  if (finite[stop]! === finite[from]!) return finite[mark]! > finite[from]! ? 9 : 10;
  let distance = 1;
  while (distance < 8 && finite[from + distance]! === finite[from]!) distance++;
  return distance;
}

/** 1 to 5, then up to 8, 12, 20, 35, 60, more. */
function bucket(count: number): number {
  if (count < 6) return count;
  if (count < 9) return 6;
  if (count < 13) return 7;
  if (count < 21) return 8;
  if (count < 36) return 9;
  return count < 61 ? 10 : 11;
}
