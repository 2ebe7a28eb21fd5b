import { describe, expect, test } from "vitest";
import { resourceFiles } from "../../../src/core/resource.ts";
import { nameKey } from "../../../src/stages/actors/registry/keys.ts";
import { buildRegistry, listCell, readAlias } from "../../../src/stages/actors/registry/registry.ts";
import { registryResources } from "../../../src/stages/actors/registry/resources.ts";

const { countries, actors, offices, agents, roles, contexts, organisationWords } = registryResources;
const rows = {
  countries: countries.read(resourceFiles(countries)),
  actors: actors.read(resourceFiles(actors)),
  offices: offices.read(resourceFiles(offices)),
  agents: agents.read(resourceFiles(agents)),
  roles: roles.read(resourceFiles(roles)),
  contexts: contexts.read(resourceFiles(contexts)),
  organisationWords: organisationWords.read(resourceFiles(organisationWords)),
};
const registry = buildRegistry(rows);
const iso3 = new Set(rows.countries.map((row) => row.iso3));

test.each(Object.values(registryResources))("every row of $name is sound and has a source", (resource) => {
  for (const file of resourceFiles(resource)) expect(resource.check!(file)).toEqual([]);
});

test("the quick reader of built-in files reads what the full reader reads", () => {
  for (const resource of Object.values(registryResources)) {
    const files = resourceFiles(resource);
    const plain = resource.read(files).map(({ origin: _, ...row }) => row);
    const checked = resource.read(files.map((file) => ({ ...file, builtin: false })));
    expect(plain).toEqual(checked.map(({ origin: _, ...row }) => row));
  }
});

test("ids stand once", () => {
  const ids = [
    ...rows.countries.map((row) => row.iso3.toLowerCase()),
    ...rows.actors.map((row) => row.actor_id),
  ];
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

describe("codes are known", () => {
  const sectors = new Set(
    (
      "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC " +
      "IGO UNO EUR NGO ISM IMG MNC"
    ).split(" "),
  );
  test("countries and PLOVER sectors of actors", () => {
    for (const row of rows.actors) {
      if (row.country !== "") expect(iso3, row.actor_id).toContain(row.country);
      for (const sector of listCell(row.plover)) expect(sectors, row.actor_id).toContain(sector);
    }
    for (const role of rows.roles)
      for (const sector of listCell(role.plover)) expect(sectors).toContain(sector);
  });
  test("COW and Gleditsch-Ward numbers belong to one living state each", () => {
    for (const column of ["cow_code", "gw_code", "iso_num"] as const) {
      const owners = rows.countries
        .filter((row) => row[column] !== "" && row.valid_to === "")
        .map((row) => row[column]);
      expect(
        owners.filter((code, index) => owners.indexOf(code) !== index),
        column,
      ).toEqual([]);
    }
  });
  test("offices name known bodies and persons, in order of time", () => {
    for (const row of rows.offices) {
      expect(registry.actor(row.body), `${row.body} ${row.office}`).toBeDefined();
      expect(registry.actor(row.actor_id)?.type, row.actor_id).toBe("person");
      if (row.valid_to !== "") expect(row.valid_from <= row.valid_to, row.actor_id).toBe(true);
    }
  });
  test("no office of one holder has two at once", () => {
    const shared = new Set(["army_chief", "office", "spokesperson", "vice_president", "party_leader"]);
    const faults: string[] = [];
    for (const [office, terms] of registry.offices) {
      if (shared.has(office.split("/")[1]!)) continue;
      const inOrder = [...terms].sort((x, y) => (x.from < y.from ? -1 : 1));
      inOrder.forEach((term, index) => {
        const next = inOrder[index + 1];
        if (next !== undefined && next.actorId !== term.actorId && next.from < term.to)
          faults.push(`${office}: ${term.actorId} until ${term.to}, ${next.actorId} from ${next.from}`);
      });
    }
    expect(faults).toEqual([]);
  });
  test("agents have roles, context rules have actors", () => {
    for (const row of rows.agents) expect(registry.roles.has(row.role), row.noun).toBe(true);
    for (const row of rows.contexts)
      if (row.actor_id !== "") expect(registry.actor(row.actor_id), row.alias).toBeDefined();
  });
});

test("one form has two bearers only with disjoint dates, a context rule, or in different countries", () => {
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
  expect(faults).toEqual([]);
});

test("aliases are spelled as keys can find them", () => {
  for (const row of rows.actors)
    for (const cell of [row.name, ...listCell(row.aliases)]) {
      expect(cell, row.actor_id).toBe(cell.trim());
      expect(nameKey(readAlias(cell).text), row.actor_id).not.toBe("");
    }
});

test("every country with a seat in the United Nations is there with people or adjective, government and military", () => {
  expect(rows.countries.length).toBeGreaterThanOrEqual(200);
  for (const row of rows.countries) {
    const id = row.iso3.toLowerCase();
    expect(registry.actor(`${id}.gov`)?.cameo, id).toBe(`${row.iso3}GOV`);
    expect(registry.actor(`${id}.mil`)?.cameo, id).toBe(`${row.iso3}MIL`);
  }
});

test("sources are those we may draw on", () => {
  const known = new Set([
    "hand", "Party Facts (MIT)", "REIGN 2021-03", "world-leaders 2026-08", "Phoenix agents (MIT)", "country-codes (PDDL)",
    "Correlates of War", "Gleditsch-Ward", "PLOVER manual", "compromise (MIT)",
    "fitted by training/references on GUM-train (CC BY 4.0) and corpus/gold/development",
  ]); // prettier-ignore
  for (const resource of Object.values(registryResources))
    for (const { source } of resource.read(resourceFiles(resource)))
      for (const part of source.split("; ")) expect(known, `${resource.name}: ${part}`).toContain(part);
});
