import { isInName, type Clause } from "./clause.ts";
import type { Modifiers } from "./modifiers.ts";
import { findPredicates, type PredicateHit, type Predicates } from "./predicates.ts";
import { rolesOf, type Roles } from "./roles.ts";
import { statusOf, type Status } from "./status.ts";

/** A predicate of a clause with who fills its places and what the text claims about it. */
export interface Reading {
  readonly hit: PredicateHit;
  readonly roles: Roles;
  readonly status: Status;
}

const known = new WeakMap<
  Clause,
  { readonly lexicon: Predicates; readonly modifiers: Modifiers; readonly readings: readonly Reading[] }
>();

/** The predicates of a clause whose frame an actor fills, in order. Read once a clause, whichever stage asks. */
export function readPredicates(
  clause: Clause,
  lexicon: Predicates,
  modifiers: Modifiers,
): readonly Reading[] {
  const old = known.get(clause);
  if (old?.lexicon === lexicon && old.modifiers === modifiers) return old.readings;
  const readings: Reading[] = [];
  if (clause.actors.some((actor) => actor >= 0))
    for (const hit of findPredicates(lexicon, clause.tokens, clause.first, clause.last)) {
      if (isInName(clause, hit.head)) continue;
      const roles = rolesOf(clause, hit, modifiers);
      if (roles !== undefined)
        readings.push({ hit, roles, status: statusOf(clause, hit.head, roles.carrier, modifiers) });
    }
  known.set(clause, { lexicon, modifiers, readings });
  return readings;
}
