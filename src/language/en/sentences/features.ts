import type { Span } from "../../../core/span.ts";
import { mix } from "../../model/hash.ts";
import { outside, type Word } from "../words.ts";

/** Room for the features of one gap. */
export const sentenceFeatures = 48;

/** A paragraph as the splitter sees it. */
export interface SplitText {
  readonly text: string;
  readonly tokens: readonly Span[];
  readonly words: readonly Word[];
  /** Number of the kind of abbreviation each token is; 0 for none. */
  readonly abbreviation: ArrayLike<number>;
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
 * Whether a sentence might end after token `at`: after anything but a letter or digit, or before anything but a small
 * letter. Other gaps (most of them) are not looked at.
 */
export function isCandidate({ text, tokens }: SplitText, at: number): boolean {
  const left = tokens[at]!;
  const right = tokens[at + 1]!;
  if (!isWordCharacter(text.charCodeAt(left.end - 1))) return true;
  if (left.end === right.start) return false;
  const code = text.charCodeAt(right.start);
  return !(code >= 97 && code <= 122);
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
  else if (end - start < 4 && (code === 46 || code === 63 || code === 33)) history.marks++;
}

/** Starts the history of a sentence whose first token is `first`. */
export function startSentence(history: SplitHistory, first: number): void {
  history.first = first;
  history.quotes = history.curly = history.brackets = history.marks = 0;
}

/** Fills `out` with the features of the gap after token `at`; `history` includes that token. */
export function splitFeatures(
  { text, tokens, words, abbreviation }: SplitText,
  at: number,
  history: SplitHistory,
  out: Int32Array,
): number {
  const word = (index: number): Word => words[index] ?? outside;
  const l1 = word(at);
  const l2 = at - 1 >= history.first ? word(at - 1) : outside;
  const l3 = at - 2 >= history.first ? word(at - 2) : outside;
  const r1 = word(at + 1);
  const r2 = word(at + 2);
  const r3 = word(at + 3);
  const leftEnd = tokens[at]!.end;
  const rightStart = tokens[at + 1]!.start;
  const space = leftEnd === rightStart ? 1 : text.slice(leftEnd, rightStart).includes("\n") ? 3 : 2;
  const length = bucket(at + 1 - history.first);
  const open = Math.min(3, history.brackets) * 8 + Math.min(1, history.curly) * 2 + history.quotes;
  const marks = Math.min(2, history.marks);
  const short = abbreviation[at]!;
  const rest = bucket(tokens.length - at - 1);
  const close = word(tokens.length - 1).shape;
  const letters = Math.min(6, leftEnd - tokens[at]!.start);
  const left = mix(l1.lower, space);
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
  out[n++] = mix(mix(17, length), left);
  out[n++] = mix(mix(mix(18, length), l1.shape), r1.shape);
  out[n++] = mix(mix(19, open), left);
  out[n++] = mix(mix(mix(20, open), left), r1.lower);
  out[n++] = mix(mix(mix(21, short), r1.shape), space);
  out[n++] = mix(mix(22, short), r1.form);
  out[n++] = mix(mix(mix(23, letters), l1.shape), r1.shape);
  out[n++] = mix(mix(mix(24, l3.lower), l2.lower), left);
  out[n++] = mix(mix(mix(25, l3.shape), l2.shape), mix(left, r1.shape));
  out[n++] = mix(mix(mix(26, r1.shape), r2.shape), r3.shape);
  out[n++] = mix(mix(27, marks), left);
  out[n++] = mix(mix(mix(28, marks), r1.shape), left);
  out[n++] = mix(mix(29, rest), left);
  out[n++] = mix(mix(mix(30, length), rest), left);
  out[n++] = mix(mix(31, l1.lower), r1.lower);
  out[n++] = mix(mix(32, l1.suffix3), r1.lower);
  out[n++] = mix(mix(33, l1.shape), mix(r1.lower, space));
  out[n++] = mix(mix(34, l1.capitals ? 1 : 0), mix(r1.capitals ? 1 : 0, r1.shape));
  out[n++] = mix(mix(mix(35, l1.shape), l2.shape), mix(r1.shape, r2.shape));
  out[n++] = mix(mix(36, word(history.first).shape), mix(left, r1.shape));
  out[n++] = mix(mix(37, word(history.first).lower), mix(length, left));
  out[n++] = mix(mix(38, close), mix(left, r1.shape));
  out[n++] = mix(mix(39, close), mix(l1.shape, r1.shape));
  out[n++] = mix(mix(40, close), mix(length, mix(l1.shape, r1.shape)));
  out[n++] = mix(mix(41, rest), mix(length, mix(l1.shape, r1.shape)));
  out[n++] = mix(mix(42, r2.shape), mix(l1.shape, mix(r1.lower, space)));
  out[n++] = mix(mix(43, r1.suffix3), mix(l1.shape, r1.shape));
  return n;
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
