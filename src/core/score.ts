/** Counts add up over a corpus; ratios do not. Accuracy is the case `found === gold`. */
export interface Counts {
  readonly correct: number;
  readonly found: number;
  readonly gold: number;
}

export interface Ratios {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function addCounts(a: Counts, b: Counts): Counts {
  return { correct: a.correct + b.correct, found: a.found + b.found, gold: a.gold + b.gold };
}

/** Percent, 0 to 100; 0 where nothing was found or nothing is there to find. */
export function ratios({ correct, found, gold }: Counts): Ratios {
  const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
  return {
    precision: percent(correct, found),
    recall: percent(correct, gold),
    f1: percent(2 * correct, found + gold),
  };
}

/** Gold and findings that fit, each taken once; what fits by an earlier test is paired before what fits by a later one. */
export function pairUp<G, F>(
  gold: readonly G[],
  found: readonly F[],
  ...tests: readonly ((wanted: G, given: F) => boolean)[]
): readonly (readonly [G, F])[] {
  const pairs: (readonly [G, F])[] = [];
  const answered = new Set<G>();
  const taken = new Set<F>();
  for (const fits of tests)
    for (const wanted of gold) {
      if (answered.has(wanted)) continue;
      const given = found.find((other) => !taken.has(other) && fits(wanted, other));
      if (given === undefined) continue;
      answered.add(wanted);
      taken.add(given);
      pairs.push([wanted, given]);
    }
  return pairs;
}

/**
 * Actor ids (several joined by `+`) as gold compares them: a state and its government are one side, and a discovered
 * actor counts by its name, registered or not.
 */
export function comparableActor(actor: string): string {
  return actor
    .split("+")
    .map((id) => id.replace(/^x\./, "").replace(/\.gov$/, ""))
    .sort()
    .join("+");
}
