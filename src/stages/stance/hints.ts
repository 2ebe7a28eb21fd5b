import type { Clause } from "../../language/en/clause.ts";
import type { Modifiers } from "../../language/en/modifiers.ts";
import type { Predicates } from "../../language/en/predicates.ts";
import { readPredicates } from "../../language/en/reading.ts";

/*
 * What the predicate lexicon says of a sentence's actors, as input for the learned model: who is the source or the
 * target of something friendly or hostile, also where the other side stays open.
 */

export interface Hints {
  /** For an ordered pair, sums of 10 * (sign + 2) and kind of status; sorted. */
  readonly pairs: ReadonlyMap<string, number>;
  /** For a mention, what it is the source (below 100) or target (from 100) of. */
  readonly roles: ReadonlyMap<number, ReadonlySet<number>>;
}

export function hintsOf(clause: Clause, predicates: Predicates, modifiers: Modifiers): Hints {
  const pairs = new Map<string, number>();
  const roles = new Map<number, Set<number>>();
  for (const { roles: found, status } of readPredicates(clause, predicates, modifiers)) {
    if (found.predicate.polarity === 0) continue;
    const sign = found.predicate.polarity * (status.reversed ? -1 : 1);
    const code = 10 * (sign + 2) + (status.modality === "asserted" ? 0 : status.negated ? 1 : 2);
    for (const source of found.sources) note(source, code);
    for (const target of found.targets) note(target, 100 + code);
    for (const source of found.sources)
      for (const target of found.targets) {
        pairs.set(`${source}>${target}`, code);
        if (found.predicate.mutual) pairs.set(`${target}>${source}`, code);
      }
  }
  return { pairs, roles };

  function note(mention: number, code: number): void {
    const known = roles.get(mention);
    if (known === undefined) roles.set(mention, new Set([code]));
    else known.add(code);
  }
}
