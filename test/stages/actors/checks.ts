import { nameKey } from "../../../src/stages/actors/registry/keys.ts";
import {
  buildRegistry,
  listCell,
  readAlias,
  type RegistryRows,
} from "../../../src/stages/actors/registry/registry.ts";

/** What must hold of the registry; each check names the rows at fault. */
export type Check = (rows: RegistryRows) => readonly string[];

const sectors = new Set(
  (
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC " +
    "IGO UNO EUR NGO ISM IMG MNC"
  ).split(" "),
);

/** Offices that several may hold at once. */
const shared = new Set(["army_chief", "office", "spokesperson", "vice_president", "party_leader"]);

const sources = new Set([
  "hand", "Party Facts (MIT)", "REIGN 2021-03", "world-leaders 2026-08", "Phoenix actors (MIT)", "Phoenix agents (MIT)",
  "country-codes (PDDL)", "Correlates of War", "Gleditsch-Ward", "PLOVER manual", "compromise (MIT)",
  "fitted by training/references on GUM-train (CC BY 4.0) and corpus/gold/development",
]); // prettier-ignore

const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** Rows of files by name whose source is none, or none that we know. */
export function sourceFaults(files: Readonly<Record<string, readonly { readonly source: string }[]>>): readonly string[] {
  return Object.entries(files).flatMap(([file, rows]) =>
    rows.flatMap(({ source }, index) =>
      source.split("; ").filter((part) => !sources.has(part)).map((part) => `${file} ${String(index + 2)}: "${part}"`),
    ),
  );
} // prettier-ignore

export const checks = {
  "ids stand once": ({ countries, actors }) =>
    repeated([...countries.map(({ iso3 }) => iso3.toLowerCase()), ...actors.map((row) => row.actor_id)]),

  "countries and sectors are known": ({ countries, actors, roles }) => {
    const iso3 = new Set(countries.map((row) => row.iso3));
    return [
      ...actors.filter(({ country }) => country !== "" && !iso3.has(country)).map((row) => `${row.actor_id}: ${row.country}`),
      ...[...actors, ...roles].flatMap(({ plover }) => listCell(plover).filter((sector) => !sectors.has(sector))),
    ];
  },

  "COW, Gleditsch-Ward and ISO numbers belong to one living state each": ({ countries }) =>
    (["cow_code", "gw_code", "iso_num"] as const).flatMap((column) =>
      repeated(countries.filter((row) => row[column] !== "" && row.valid_to === "").map((row) => `${column} ${row[column]}`)),
    ),

  "offices name known bodies and persons, in order of time": (rows) => {
    const registry = buildRegistry(rows);
    return rows.offices
      .filter(
        ({ body, actor_id, valid_from, valid_to }) =>
          registry.actor(body) === undefined || registry.actor(actor_id)?.type !== "person" ||
          (valid_to !== "" && valid_from > valid_to),
      )
      .map(({ body, office, actor_id }) => `${body}/${office}: ${actor_id}`);
  },

  "no office of one holder has two at once": (rows) => {
    const faults: string[] = [];
    for (const [office, terms] of buildRegistry(rows).offices) {
      if (shared.has(office.split("/")[1]!)) continue;
      const inOrder = [...terms].sort((x, y) => (x.from < y.from ? -1 : 1));
      inOrder.forEach((term, index) => {
        const next = inOrder[index + 1];
        if (next !== undefined && next.from < term.to)
          faults.push(`${office}: ${term.actorId} until ${term.to}, ${next.actorId} from ${next.from}`);
      });
    }
    return faults;
  },

  "agents have roles, context rules have actors": (rows) => {
    const registry = buildRegistry(rows);
    return [
      ...rows.agents.filter(({ role }) => !registry.roles.has(role)).map(({ noun, role }) => `${noun}: ${role}`),
      ...rows.contexts.filter(({ actor_id: id }) => id !== "" && registry.actor(id) === undefined).map((row) => row.actor_id),
    ];
  },

  "one form has two bearers only with disjoint dates, a context rule, or in different countries": (rows) => {
    const registry = buildRegistry(rows);
    const faults: string[] = [];
    for (const [key, aliases] of registry.aliases) {
      if (aliases.length < 2 || registry.contexts.has(key)) continue;
      const days = aliases.map(({ actorId, from, to }) => {
        const actor = registry.actor(actorId)!;
        return { from: from ?? actor.from ?? "0000", to: to ?? actor.to ?? "9999" };
      });
      const disjoint = days.every((a, i) => days.every((b, j) => i >= j || a.to < b.from || b.to < a.from));
      const lands = aliases.map(({ actorId }) => registry.actor(actorId)!.country ?? actorId);
      if (!disjoint && new Set(lands).size < lands.length)
        faults.push(`${key}: ${aliases.map(({ actorId }) => actorId).join(", ")}`);
    }
    return faults;
  },

  "forms are spelled as keys can find them": ({ actors }) =>
    actors.flatMap((row) =>
      [row.name, ...listCell(row.aliases)]
        .filter((cell) => cell !== cell.trim() || nameKey(readAlias(cell).text) === "")
        .map((cell) => `${row.actor_id}: "${cell}"`),
    ),

  "every row has a source we may draw on": (rows) => sourceFaults({ ...rows }),
} satisfies Readonly<Record<string, Check>>; // prettier-ignore
