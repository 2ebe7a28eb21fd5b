import { mix } from "../../model/hash.ts";
import { outside, type Word } from "../words.ts";

/** Room for the features of one word in its sentence. */
export const taggerFeatures = 60;

/*
 * The features of a word are those that rest on one word alone, by where it stands, and those that rest on several
 * words or on tags. What the former add up to is remembered with the word: half of the work is done once.
 */

/** Where a word stands, seen from the word to be tagged. */
export type Place = "own" | "left" | "left2" | "right" | "right2";

/** Features of a word alone at one place, at most. */
export const mostAtPlace = 14;

/** Writes the features of a word alone from `n` on; returns the place after them. */
export const placeFeatures: Readonly<Record<Place, (word: Word, out: Int32Array, n: number) => number>> = {
  own(word, out, n) {
    out[n++] = 1;
    out[n++] = mix(2, word.form);
    out[n++] = mix(3, word.lower);
    out[n++] = mix(5, word.suffix1);
    out[n++] = mix(6, word.suffix2);
    out[n++] = mix(7, word.suffix3);
    out[n++] = mix(8, word.suffix4);
    out[n++] = mix(9, word.suffix5);
    out[n++] = mix(10, word.prefix1);
    out[n++] = mix(11, word.prefix2);
    out[n++] = mix(12, word.prefix3);
    out[n++] = mix(13, word.prefix4);
    out[n++] = mix(45, word.fine);
    out[n++] = mix(46, word.coarse);
    return n;
  },
  left(word, out, n) {
    out[n++] = mix(15, word.lower);
    out[n++] = mix(19, word.suffix3);
    out[n++] = mix(22, word.shape);
    out[n++] = mix(48, word.fine);
    return n;
  },
  left2(word, out, n) {
    out[n++] = mix(16, word.lower);
    out[n++] = mix(51, word.fine);
    return n;
  },
  right(word, out, n) {
    out[n++] = mix(17, word.lower);
    out[n++] = mix(20, word.suffix3);
    out[n++] = mix(23, word.shape);
    out[n++] = mix(49, word.fine);
    out[n++] = mix(52, word.coarse);
    return n;
  },
  right2(word, out, n) {
    out[n++] = mix(18, word.lower);
    out[n++] = mix(21, word.suffix3);
    out[n++] = mix(50, word.fine);
    return n;
  },
};

/** The word at `offset` from `at`; `outside` when there is none. */
export const neighbor = (words: readonly Word[], at: number): Word =>
  at >= 0 && at < words.length ? words[at]! : outside;

/** The shape of a word with what its capitals tell: nothing among capitals, little at the start of a sentence. */
export const shapeInSentence = (word: Word, at: number, capitals: boolean): number =>
  mix(word.shape, capitals ? 1 : at === 0 ? 2 : 3);

/**
 * Fills `out` with the features of the word at `at` that rest on several words or on tags and returns their number.
 * `previous` and `beforePrevious` are the tags already given, by label number; -1 before the sentence. `capitals`: the
 * whole sentence is in capitals.
 */
export function contextFeatures(
  words: readonly Word[],
  at: number,
  previous: number,
  beforePrevious: number,
  capitals: boolean,
  out: Int32Array,
): number {
  const word = words[at]!;
  const left = neighbor(words, at - 1);
  const left2 = neighbor(words, at - 2);
  const right = neighbor(words, at + 1);
  const right2 = neighbor(words, at + 2);
  const shape = shapeInSentence(word, at, capitals);
  let n = 0;
  out[n++] = mix(4, shape);
  out[n++] = mix(mix(14, shape), word.suffix2);
  out[n++] = mix(24, previous);
  out[n++] = mix(25, beforePrevious);
  const pair = mix(mix(26, previous), beforePrevious);
  out[n++] = pair;
  out[n++] = mix(pair, word.lower);
  out[n++] = mix(mix(27, previous), word.lower);
  out[n++] = mix(mix(28, previous), word.suffix3);
  out[n++] = mix(mix(29, previous), right.lower);
  out[n++] = mix(mix(30, previous), right.suffix3);
  out[n++] = mix(mix(31, left.lower), word.lower);
  out[n++] = mix(mix(32, word.lower), right.lower);
  out[n++] = mix(mix(33, left.lower), right.lower);
  out[n++] = mix(mix(34, word.suffix3), right.suffix3);
  out[n++] = mix(mix(35, word.suffix3), left.lower);
  out[n++] = mix(mix(36, word.suffix3), right.lower);
  out[n++] = mix(mix(37, right.lower), right2.lower);
  out[n++] = mix(mix(38, left.lower), left2.lower);
  out[n++] = mix(mix(39, word.shape), mix(left.shape, right.shape));
  out[n++] = mix(mix(40, previous), shape);
  out[n++] = mix(mix(41, word.lower), right2.lower);
  out[n++] = mix(mix(42, word.lower), left2.lower);
  out[n++] = mix(mix(mix(43, previous), word.suffix2), right.suffix2);
  out[n++] = mix(mix(47, word.fine), shape);
  out[n++] = mix(mix(53, previous), word.fine);
  out[n++] = mix(mix(54, previous), right.coarse);
  out[n++] = mix(mix(55, word.coarse), right.coarse);
  out[n++] = mix(mix(56, word.coarse), mix(left.coarse, right.coarse));
  out[n++] = mix(mix(57, word.suffix2), mix(left.coarse, right.coarse));
  return n;
}

/** All features of the word at `at`: those of each word alone, then those in context. Training asks for them. */
export function tagFeatures(
  words: readonly Word[],
  at: number,
  previous: number,
  beforePrevious: number,
  capitals: boolean,
  out: Int32Array,
): number {
  let n = contextFeatures(words, at, previous, beforePrevious, capitals, out);
  n = placeFeatures.own(words[at]!, out, n);
  n = placeFeatures.left(neighbor(words, at - 1), out, n);
  n = placeFeatures.left2(neighbor(words, at - 2), out, n);
  n = placeFeatures.right(neighbor(words, at + 1), out, n);
  return placeFeatures.right2(neighbor(words, at + 2), out, n);
}
