import { entityTypeOf, type Draft, type Reading } from "../reading.ts";
import type { ReferenceRow } from "../registry/resources.ts";
import type { Entry } from "./history.ts";

/** Words that refer back by their form; kinds that share forms have a prefix. */
export type References = ReadonlyMap<string, ReferenceRow>;

export function referenceIndex(rows: readonly ReferenceRow[]): References {
  const prefix = (kind: ReferenceRow["kind"]): string =>
    kind === "actor_object"
      ? "object:"
      : kind === "empty_object"
        ? "idle:"
        : kind.endsWith("_verb")
          ? "verb:"
          : "";
  return new Map(rows.map((row) => [prefix(row.kind) + row.form, row]));
}

/** The reference as one to an entry. */
export function refer(reading: Reading, draft: Draft, entry: Entry, confidence: number): Draft {
  const several = entry.ids.length > 1;
  return {
    ...draft,
    ...(several ? { members: [...entry.ids].sort() } : { actorId: entry.ids[0] }),
    name: entry.draft?.name, method: "coreference", confidence,
    entityType: entry.person ? "person" : entityTypeOf(reading, entry.ids[0]!),
    gender: draft.gender ?? entry.gender, country: reading.registry.actor(entry.ids[0]!)?.country,
  }; // prettier-ignore
}
