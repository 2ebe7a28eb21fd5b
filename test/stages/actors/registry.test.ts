import { expect, test } from "vitest";
import { resourceFiles } from "../../../src/core/resource.ts";
import { buildRegistry } from "../../../src/stages/actors/registry/registry.ts";
import { registryResources, type ActorRow } from "../../../src/stages/actors/registry/resources.ts";
import { checks, sourceFaults, type Check } from "./checks.ts";

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

test.each(Object.entries<Check>(checks))("%s", (_, check) => {
  expect(check(rows)).toEqual([]);
});

/** A row that each check must refuse, beside the rows that ship. */
const broken: Readonly<Record<keyof typeof checks, Partial<typeof rows>>> = {
  "ids stand once": { actors: [...rows.actors, actor({ actor_id: "igo.nato", name: "Second Alliance" })] },
  "countries and sectors are known": { actors: [actor({ country: "XYZ" }), actor({ actor_id: "org.y", plover: "GOVT" })] },
  "COW, Gleditsch-Ward and ISO numbers belong to one living state each": {
    countries: [...rows.countries, { ...rows.countries[0]!, iso3: "XXA", name: "Newland" }],
  },
  "offices name known bodies and persons, in order of time": {
    offices: [office({ body: "nowhere" }), office({ actor_id: "igo.nato" }), office({ valid_from: "2020-01-01", valid_to: "2019-01-01" })],
  },
  "no office of one holder has two at once": {
    offices: [
      office({}), office({ actor_id: "person.vladimir_putin", valid_from: "2010-01-01" }),
      office({ body: "usa" }), office({ body: "usa" }),
    ],
  },
  "agents have roles, context rules have actors": {
    agents: [...rows.agents, { ...rows.agents[0]!, noun: "wizard", role: "magic" }],
  },
  "one form has two bearers only with disjoint dates, a context rule, or in different countries": {
    actors: [actor({ name: "Twin", country: "FRA" }), actor({ actor_id: "org.twin", name: "Twin", country: "FRA" })],
  },
  "forms are spelled as keys can find them": { actors: [actor({ aliases: " Late;-" })] },
  "every row has a source we may draw on": { offices: [office({ source: "somebody said so" }), office({ source: "" })] },
}; // prettier-ignore

/** How many faults the broken rows have: every one is found, not the first alone. */
const faults: Partial<Record<keyof typeof checks, number>> = {
  "countries and sectors are known": 2,
  "COW, Gleditsch-Ward and ISO numbers belong to one living state each": 3,
  "offices name known bodies and persons, in order of time": 3,
  "no office of one holder has two at once": 2,
  "forms are spelled as keys can find them": 2,
  "every row has a source we may draw on": 2,
};

test.each(Object.keys(checks) as (keyof typeof checks)[])("a row against it is refused: %s", (name) => {
  expect(checks[name]({ ...rows, ...broken[name] })).toHaveLength(faults[name] ?? 1);
});

test("two bearers with disjoint dates or in different countries are accepted", () => {
  const check = checks["one form has two bearers only with disjoint dates, a context rule, or in different countries"];
  const twins = (one: Partial<ActorRow>, other: Partial<ActorRow>) =>
    check({ ...rows, actors: [actor({ name: "Twin", country: "FRA", ...one }), actor({ actor_id: "org.twin", name: "Twin", country: "FRA", ...other })] });
  expect(twins({ valid_to: "1999-12-31" }, { valid_from: "2000-01-01" })).toEqual([]);
  expect(twins({}, { country: "DEU" })).toEqual([]);
  expect(twins({ valid_to: "2000-12-31" }, { valid_from: "2000-01-01" })).toHaveLength(1);
}); // prettier-ignore

function actor(cells: Partial<ActorRow>): ActorRow {
  return {
    actor_id: "org.x", name: "Some Body", actor_type: "ngo", country: "", cameo: "", plover: "", wikidata_id: "",
    aliases: "", metonyms: "", gender: "", valid_from: "", valid_to: "", source: "hand", origin: "builtin", ...cells,
  }; // prettier-ignore
}

function office(cells: Partial<(typeof rows.offices)[number]>): (typeof rows.offices)[number] {
  return {
    body: "rus", office: "president", actor_id: "person.dmitry_medvedev", valid_from: "2008-05-07", valid_to: "2012-05-07",
    source: "hand", origin: "builtin", ...cells,
  }; // prettier-ignore
}

test("every country with a seat in the United Nations is there with people or adjective, government and military", () => {
  expect(rows.countries.length).toBeGreaterThanOrEqual(200);
  for (const row of rows.countries) {
    const id = row.iso3.toLowerCase();
    expect(registry.actor(`${id}.gov`)?.cameo, id).toBe(`${row.iso3}GOV`);
    expect(registry.actor(`${id}.mil`)?.cameo, id).toBe(`${row.iso3}MIL`);
  }
});

test("the other files of the registry draw on the same sources", () => {
  const others = Object.fromEntries(
    Object.entries(registryResources).map(([name, resource]) => [
      name,
      resource.read(resourceFiles(resource)),
    ]),
  );
  expect(sourceFaults(others)).toEqual([]);
});
