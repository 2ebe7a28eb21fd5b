import type { WeightRow } from "../registry/resources.ts";

/*
 * A log-linear model chooses what a pronoun stands for: each candidate, and "nothing named here", has a score that is
 * the sum of the weights of its features; the scores become probabilities (mention ranking, Denis and Baldridge 2007).
 */

/** Weight of each feature, by kind of pronoun and its role: `he subject`. */
export type Weights = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function readWeights(rows: readonly WeightRow[]): Weights {
  const weights = new Map<string, Map<string, number>>();
  for (const { pronoun, feature, weight } of rows) {
    const table = weights.get(pronoun);
    if (table === undefined) weights.set(pronoun, new Map([[feature, Number(weight)]]));
    else table.set(feature, Number(weight));
  }
  return weights;
}

/** Probability of each of the candidates given by their features. */
export function probabilities(
  weights: ReadonlyMap<string, number> | undefined,
  candidates: readonly (readonly string[])[],
): number[] {
  const scores = candidates.map((features) => {
    let score = 0;
    for (const feature of features) score += weights?.get(feature) ?? 0;
    return score;
  });
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
