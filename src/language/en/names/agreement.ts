import { nerTypes } from "../../../core/layers.ts";
import { labels } from "./labels.ts";
import type { Word } from "./words.ts";

/**
 * One name, one type: every occurrence of a capitalized word is drawn towards the mean of what all its occurrences in
 * the article look like. Evidence for a type is its best label's score over that of `O`. Changes `emissions` in place.
 */
export function agree(words: readonly Word[], emissions: Float64Array, share: number): void {
  const count = labels.length;
  const groups = new Map<number, number[]>();
  for (let i = 0; i < words.length; i++) {
    const { capital, key } = words[i]!;
    if (!capital) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [i]);
    else group.push(i);
  }
  const evidence = (i: number, type: number): number => {
    const at = i * count + 1 + 4 * type;
    const best = Math.max(emissions[at]!, emissions[at + 1]!, emissions[at + 2]!, emissions[at + 3]!);
    return best - emissions[i * count]!;
  };
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const own = group.map((i) => nerTypes.map((_, type) => evidence(i, type)));
    for (let type = 0; type < nerTypes.length; type++) {
      const mean = own.reduce((sum, scores) => sum + scores[type]!, 0) / group.length;
      group.forEach((i, at) => {
        const change = share * (mean - own[at]![type]!);
        for (let part = 0; part < 4; part++) emissions[i * count + 1 + 4 * type + part]! += change;
      });
    }
  }
}
