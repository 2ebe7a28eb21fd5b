import { statesAsSides } from "../aggregate/dyads/sides.ts";
import type { Registry } from "../aggregate/registry.ts";
import type { Dataset } from "../core/dataset.ts";
import type { AnyRow } from "../core/table.ts";
import { text } from "./cells.ts";
import type { SideOf } from "./rows.ts";

type Actor = NonNullable<ReturnType<Registry["actor"]>>;

/**
 * Whom each actor counts for. The dataset's own `actors` table goes first, so that actors and countries which only its run
 * knew are in; terms of office, which no table holds, are the registry's.
 */
export async function datasetSides(dataset: Dataset, registry: Registry): Promise<SideOf> {
  const own = new Map<string, Actor>();
  const states = new Map<string, string>();
  for await (const row of dataset.rows("actors")) {
    const actor = readActor(row);
    own.set(actor.id, actor);
    if (actor.type === "state" && actor.country !== undefined) states.set(actor.country, actor.id);
  }
  const sides = statesAsSides({
    ...registry,
    actor: (id) => own.get(id) ?? registry.actor(id),
    country(iso3) {
      const known = registry.country(iso3);
      const id = states.get(iso3);
      return known ?? (id === undefined ? undefined : ({ id } as ReturnType<Registry["country"]>));
    },
  });
  return (actor, day) => sides.sideOf(actor, day);
}

function readActor(row: AnyRow): Actor {
  const optional = (name: string): string | undefined =>
    row[name] === undefined ? undefined : text(row[name]);
  const sectors = row["plover_sectors"];
  const [country, parent] = [optional("country_iso3"), optional("parent_actor_id")];
  return {
    id: text(row["actor_id"]),
    name: text(row["name"]),
    type: text(row["actor_type"]),
    plover: Array.isArray(sectors) ? sectors.map(String) : [],
    aliases: [],
    origin: "user",
    ...(country === undefined ? {} : { country }),
    ...(parent === undefined ? {} : { parent }),
  };
}
