import type { Draft, Reading } from "./reading.ts";
import type { FirstNameRow } from "./registry/resources.ts";

/** Gender by first name in lower case. */
export type FirstNames = ReadonlyMap<string, "f" | "m">;

export function firstNameIndex(rows: readonly FirstNameRow[]): FirstNames {
  return new Map(rows.map(({ name, gender }) => [name, gender]));
}

/**
 * Tells each person's gender, the same at all places of the article, so that "she" finds the right one: from the
 * registry, else from a title ("Mrs", "spokesman"), else from the first name. Unknown where none of them says.
 */
export function tellGenders(reading: Reading, firstNames: FirstNames, people: readonly Draft[]): void {
  const genders = new Map<string, "f" | "m">();
  for (const { actorId, gender } of people) {
    if (actorId === undefined || genders.has(actorId)) continue;
    const known = reading.registry.actor(actorId)?.gender ?? gender;
    if (known !== undefined) genders.set(actorId, known);
  }
  for (const { actorId, first, last } of people) {
    if (actorId === undefined || last - first < 2 || genders.has(actorId)) continue;
    const named = firstNames.get(reading.lower[first]!);
    if (named !== undefined) genders.set(actorId, named);
  }
  for (const draft of people) if (draft.actorId !== undefined) draft.gender = genders.get(draft.actorId);
}
