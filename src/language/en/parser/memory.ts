import type { Scorer } from "../../model/scorer.ts";

/** Scores features like the model, but remembers the sums of groups of features that come up again and again. */
export type GroupScorer = (features: Int32Array, count: number, scores: Int32Array) => void;

/** Sums remembered: 2 to the power of this, each in one place only. More would no longer stay in the processor's cache. */
const bits = 11;

/**
 * `groups` are the numbers of features of the groups, which are the first of the features; the rest is scored one by
 * one. The memory changes the speed only.
 */
export function groupScorer(model: Scorer, classes: number, groups: readonly number[]): GroupScorer {
  /** Two hashes of the group whose sums lie at a place. */
  const keys = new Int32Array(2 << bits);
  const sums = new Int32Array(classes << bits);
  const part = new Int32Array(classes);
  return (features, count, scores) => {
    let first = 0;
    scores.fill(0);
    for (const length of groups) {
      let key = length;
      let check = first;
      for (let i = first; i < first + length; i++) {
        key = Math.imul(key ^ features[i]!, 0x01000193);
        check = (check + Math.imul(features[i]!, 0x85ebca6b) + (check << 5)) | 0;
      }
      key ^= key >>> 15;
      const place = Math.imul(key, 0x9e3779b1) >>> (32 - bits);
      const at = place * classes;
      if (keys[2 * place] !== key || keys[2 * place + 1] !== check) {
        model.score(features.subarray(first, first + length), length, part);
        sums.set(part, at);
        keys[2 * place] = key;
        keys[2 * place + 1] = check;
      }
      for (let i = 0; i < classes; i++) scores[i]! += sums[at + i]!;
      first += length;
    }
    model.add(features.subarray(first, count), count - first, scores);
  };
}
