/** A seeded stream of numbers in [0, 1): the same seed gives the same stream on every machine (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Percentile bootstrap (Efron 1979): the middle 95 % of `statistic` over `rounds` samples drawn with replacement
 * from `items`. Resampling is seeded, so the interval is the same in every run. Undefined for fewer than two items.
 */
export function bootstrapInterval<T>(
  items: readonly T[],
  statistic: (sample: readonly T[]) => number,
  { rounds = 1000, seed = 1 }: { readonly rounds?: number; readonly seed?: number } = {},
): readonly [low: number, high: number] | undefined {
  if (items.length < 2) return undefined;
  const random = seededRandom(seed);
  const values = new Float64Array(rounds);
  const sample = new Array<T>(items.length);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < items.length; i++) sample[i] = items[Math.floor(random() * items.length)]!;
    values[round] = statistic(sample);
  }
  values.sort();
  return [values[Math.floor(0.025 * rounds)]!, values[Math.ceil(0.975 * rounds) - 1]!];
}
