import { mix } from "../../model/hash.ts";
import { outside, type Word } from "../words.ts";

/** Features of one word in its sentence. */
export const taggerFeatures = 60;

/**
 * Fills `out` with the features of the word at `at` and returns their number. `previous` and `beforePrevious` are the
 * tags already given, by label number; -1 before the sentence. `capitals`: the whole sentence is in capitals.
 */
export function tagFeatures(
  words: readonly Word[],
  at: number,
  previous: number,
  beforePrevious: number,
  capitals: boolean,
  out: Int32Array,
): number {
  const word = words[at]!;
  const left = at > 0 ? words[at - 1]! : outside;
  const left2 = at > 1 ? words[at - 2]! : outside;
  const right = at + 1 < words.length ? words[at + 1]! : outside;
  const right2 = at + 2 < words.length ? words[at + 2]! : outside;
  const shape = mix(word.shape, capitals ? 1 : at === 0 ? 2 : 3);
  let n = 0;
  out[n++] = 1;
  out[n++] = mix(2, word.form);
  out[n++] = mix(3, word.lower);
  out[n++] = mix(4, shape);
  out[n++] = mix(5, word.suffix1);
  out[n++] = mix(6, word.suffix2);
  out[n++] = mix(7, word.suffix3);
  out[n++] = mix(8, word.suffix4);
  out[n++] = mix(9, word.suffix5);
  out[n++] = mix(10, word.prefix1);
  out[n++] = mix(11, word.prefix2);
  out[n++] = mix(12, word.prefix3);
  out[n++] = mix(13, word.prefix4);
  out[n++] = mix(mix(14, shape), word.suffix2);
  out[n++] = mix(15, left.lower);
  out[n++] = mix(16, left2.lower);
  out[n++] = mix(17, right.lower);
  out[n++] = mix(18, right2.lower);
  out[n++] = mix(19, left.suffix3);
  out[n++] = mix(20, right.suffix3);
  out[n++] = mix(21, right2.suffix3);
  out[n++] = mix(22, left.shape);
  out[n++] = mix(23, right.shape);
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
  out[n++] = mix(45, word.fine);
  out[n++] = mix(46, word.coarse);
  out[n++] = mix(mix(47, word.fine), shape);
  out[n++] = mix(48, left.fine);
  out[n++] = mix(49, right.fine);
  out[n++] = mix(50, right2.fine);
  out[n++] = mix(51, left2.fine);
  out[n++] = mix(52, right.coarse);
  out[n++] = mix(mix(53, previous), word.fine);
  out[n++] = mix(mix(54, previous), right.coarse);
  out[n++] = mix(mix(55, word.coarse), right.coarse);
  out[n++] = mix(mix(56, word.coarse), mix(left.coarse, right.coarse));
  out[n++] = mix(mix(57, word.suffix2), mix(left.coarse, right.coarse));
  return n;
}
