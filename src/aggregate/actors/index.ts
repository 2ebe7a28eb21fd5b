import { z } from "zod";
import type { Dataset } from "../../core/dataset.ts";
import { anyTable, type AnyRow } from "../../core/table.ts";
import { defineAggregate } from "../aggregate.ts";
import {
  cameoCode,
  keyWords,
  nameSlug,
  registryOf,
  sectors,
  registryFiles,
  type Registry,
} from "../registry.ts";
import { actorsTable, type ActorTableRow } from "./table.ts";

export const actors = defineAggregate({
  name: "actors",
  summary: "Lists every actor that the articles mention, with its codes.",
  options: z.strictObject({}),
  resources: registryFiles,
  needs: ["mentions"],
  table: anyTable(actorsTable),
  notes: [
    "Actors that a table refers to without a mention of their own (a side of a dyad, a member of a pair) are listed with zero counts.",
  ],
  rows: async ({ resources, dataset }) => actorRows(dataset, registryOf(resources)),
});

interface Seen {
  mentions: number;
  readonly articles: Set<string>;
  readonly clusters: Set<string>;
  /** Named forms with how often they stand. */
  readonly forms: Map<string, number>;
  readonly types: Map<string, number>;
  first: string | undefined;
  last: string | undefined;
  /** The last day of publication however well it is known, for codes that change. */
  coded: string | undefined;
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** The key seen most often; of equals the first in the order of code units. */
function most(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}

/** Rows for all actors mentioned, all their parents, and all that other tables refer to. */
export async function actorRows(dataset: Dataset, registry: Registry): Promise<readonly AnyRow[]> {
  const seen = await readMentions(dataset);
  const ids = new Set(seen.keys());
  for (const table of dataset.tables) {
    const columns = Object.entries(table.columns).filter(
      ([, { references }]) => references === "actors.actor_id",
    );
    if (columns.length === 0) continue;
    for await (const row of dataset.rows(table.name))
      for (const [name] of columns) for (const id of [row[name] ?? []].flat()) ids.add(String(id));
  }
  for (const id of ids) {
    const parent = registry.actor(id)?.parent;
    if (parent !== undefined) ids.add(parent); // A set grows while it is walked.
  }
  return [...ids].map((id) => rowOf(id, seen.get(id), registry) as AnyRow);
}

async function readMentions(dataset: Dataset): Promise<ReadonlyMap<string, Seen>> {
  const articles = new Map<
    string,
    { cluster: string; date: string | undefined; published: string | undefined }
  >();
  for await (const row of dataset.rows("articles")) {
    const id = String(row.article_id);
    const date = row.published_date === undefined ? undefined : String(row.published_date);
    const published = row.published_precision === "day" ? date : undefined;
    articles.set(id, { cluster: String(row.cluster_id ?? id), date, published });
  }
  const seen = new Map<string, Seen>();
  for await (const row of dataset.rows("mentions")) {
    if (row.actor_id === undefined) continue;
    const id = String(row.actor_id);
    let actor = seen.get(id);
    if (actor === undefined) {
      actor = {
        mentions: 0, articles: new Set(), clusters: new Set(), forms: new Map(), types: new Map(),
        first: undefined, last: undefined, coded: undefined,
      }; // prettier-ignore
      seen.set(id, actor);
    }
    const articleId = String(row.article_id);
    const { cluster = articleId, date, published } = articles.get(articleId) ?? {};
    actor.mentions++;
    actor.articles.add(articleId);
    actor.clusters.add(cluster);
    add(actor.types, String(row.entity_type));
    if (row.mention_type === "name") add(actor.forms, String(row.text).replace(/\s+/g, " "));
    if (date !== undefined && (actor.coded === undefined || date > actor.coded)) actor.coded = date;
    if (published === undefined) continue;
    if (actor.first === undefined || published < actor.first) actor.first = published;
    if (actor.last === undefined || published > actor.last) actor.last = published;
  }
  return seen;
}

/** Types of discovered actors, by the type of their mentions. */
const typeOfEntity: Readonly<Record<string, string>> = {
  person: "person", state: "state", media: "media", group: "ethnic_group",
}; // prettier-ignore

/** The fullest form of a discovered actor: the longest that its id is made of, else the form seen most often. */
function fullestName(id: string, forms: ReadonlyMap<string, number>, registry: Registry): string {
  const slug = id.slice(id.lastIndexOf(".") + 1);
  const whole = [...forms].filter(([form]) => {
    const words = registry.organisationWords.withoutLegalForm(keyWords(form));
    return nameSlug(words.join(" ")) === slug || nameSlug(form) === slug;
  });
  const longest = Math.max(0, ...whole.map(([form]) => form.length));
  return most(new Map(whole.filter(([form]) => form.length === longest))) ?? most(forms) ?? id;
}

function rowOf(id: string, seen: Seen | undefined, registry: Registry): ActorTableRow {
  const known = registry.actor(id);
  const country = known?.country === undefined ? undefined : registry.country(known.country);
  const forms = new Set([...(known?.aliases ?? []), ...(seen?.forms.keys() ?? [])]);
  const name = known?.name ?? fullestName(id, seen?.forms ?? new Map(), registry);
  const type = known?.type ?? typeOfEntity[most(seen?.types ?? new Map()) ?? ""];
  const kind = type === undefined ? registry.organisationWords.kindOf(name) : undefined;
  const plover = kind === undefined ? sectors(registry, id, seen?.coded) : [kind.plover];
  forms.delete(name);
  const row: { [K in keyof ActorTableRow]: ActorTableRow[K] | undefined } = {
    actor_id: id,
    name,
    actor_type: type ?? kind?.actorType ?? "other",
    country_iso3: known?.country,
    country_iso_num: country?.isoNum,
    cow_code: country?.cow,
    gw_code: country?.gw,
    cameo_code: cameoCode(registry, id, seen?.coded),
    plover_sectors: plover.length === 0 ? undefined : [...plover].sort(),
    primary_sector: plover[0],
    wikidata_id: known?.wikidataId,
    parent_actor_id: known?.parent,
    aliases: [...forms].sort(),
    valid_from: known?.from,
    valid_to: known?.to,
    registry_source: known?.origin ?? "discovered",
    n_articles: seen?.articles.size ?? 0,
    n_clusters: seen?.clusters.size ?? 0,
    n_mentions: seen?.mentions ?? 0,
    first_seen: seen?.first,
    last_seen: seen?.last,
  };
  return row as ActorTableRow;
}
