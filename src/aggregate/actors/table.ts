import { column, defineTable, type Row } from "../../core/table.ts";

export const registrySources = ["builtin", "user", "discovered"] as const;

export const actorsTable = defineTable({
  name: "actors",
  summary: "Every actor that the articles mention, with its codes and where it was seen.",
  key: ["actor_id"],
  columns: {
    actor_id: column.string("Key: stable id, such as `aze.gov` or `person.ilham_aliyev`."),
    name: column.string("Canonical name; of a discovered actor the fullest form seen."),
    actor_type: column.string(
      "state, government, person, party, military, armed_group, igo, ngo, company, media, ethnic_group, other.",
    ),
    country_iso3: column.optional.string("ISO 3166-1 alpha-3."),
    country_iso_num: column.optional.string("ISO 3166-1 numeric, three digits as text."),
    cow_code: column.optional.integer("Correlates of War number.", { minimum: 1 }),
    gw_code: column.optional.integer("Gleditsch-Ward number.", { minimum: 1 }),
    cameo_code: column.optional.string(
      "CAMEO actor code; of a person the one on the day last seen: the country with GOV in office, with ELI out of it.",
    ),
    plover_sectors: column.optional.list(
      "PLOVER sectors; of a person those of the body in whose office on the day last seen, ELI out of office.",
    ),
    primary_sector: column.optional.string(
      "First of the actor's PLOVER sectors as registered, or as the name of a discovered actor tells.",
    ),
    wikidata_id: column.optional.string("Wikidata item."),
    parent_actor_id: column.optional.string("The actor it is part of.", { references: "actors.actor_id" }),
    aliases: column.list("Names registered and forms seen."),
    valid_from: column.optional.date("First day the coding holds."),
    valid_to: column.optional.date("Last day the coding holds."),
    registry_source: column.oneOf(registrySources, "Shipped, added by the user, or found in the articles."),
    n_articles: column.integer("Articles that mention it.", { minimum: 0 }),
    n_clusters: column.integer("The same with near duplicates counted once.", { minimum: 0 }),
    n_mentions: column.integer("Mentions.", { minimum: 0 }),
    first_seen: column.optional.date("Day of publication of the first article that mentions it."),
    last_seen: column.optional.date("Day of publication of the last."),
  },
});

export type ActorTableRow = Row<(typeof actorsTable)["columns"]>;
