import { keyWords, nameKey, surnameForms } from "./keys.ts";
import { organisationWords, type OrganisationWords } from "./kinds.ts";
import type { ActorRow, AgentRow, ContextRow, CountryRow, OfficeRow, OrganisationWordRow, RoleRow } from "./resources.ts"; // prettier-ignore

/** A registered actor with its codes. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  /** CAMEO actor code out of office or where no office matters. */
  readonly cameo?: string;
  readonly plover: readonly string[];
  readonly wikidataId?: string;
  readonly parent?: string;
  readonly aliases: readonly string[];
  readonly gender?: "f" | "m";
  /** First and last day this coding holds; ISO; absent when open. */
  readonly from?: string;
  readonly to?: string;
  readonly origin: "builtin" | "user";
}

/**
 * What a written form is to its actor. `name` and `alias`: stands for it everywhere; `city`: a place that stands for
 * the government when it acts; `seat`: always stands for it (the Kremlin); `adjective`, `people`: demonyms.
 */
export type AliasKind = "name" | "alias" | "city" | "seat" | "adjective" | "people";

export interface Alias {
  readonly actorId: string;
  readonly kind: AliasKind;
  readonly from?: string;
  readonly to?: string;
}

export interface Term {
  readonly body: string;
  readonly office: string;
  readonly actorId: string;
  readonly from: string;
  readonly to: string;
}

export interface Agent {
  /** `honorific`: stands before a name and says nothing of a role. */
  readonly kind: "person" | "group" | "office" | "honorific";
  readonly role: string;
  /** Offices its bearer holds: "leader" may be several. */
  readonly offices: readonly string[];
  readonly gender?: "f" | "m";
}

/** A rule for a name of two bearers: where one of the words stands in the article, the name is this actor. */
export interface ContextRule {
  /** Empty for a place or person outside the registry. */
  readonly actorId: string;
  readonly entityType: string;
  readonly words: ReadonlySet<string>;
}

export interface Country {
  readonly id: string;
  readonly iso3: string;
  readonly isoNum?: string;
  readonly cow?: number;
  readonly gw?: number;
}

/** All that is known about actors, indexed for look-up; built once a thread. */
export interface Registry {
  /** The actor, registered or derived (`aze.cop` from the country and the role). */
  actor(id: string): Actor | undefined;
  country(iso3: string): Country | undefined;
  /** Bearers of a written form by its key. */
  readonly aliases: ReadonlyMap<string, readonly Alias[]>;
  /** For the first word of a key, the number of words of the longest key that starts with it. */
  readonly longest: ReadonlyMap<string, number>;
  /** Persons by the surnames of their names. */
  readonly surnames: ReadonlyMap<string, readonly string[]>;
  readonly agents: ReadonlyMap<string, Agent>;
  readonly longestAgent: number;
  readonly roles: ReadonlyMap<string, RoleRow>;
  /** Terms in an office by `body/office`, and all terms of a person. */
  readonly offices: ReadonlyMap<string, readonly Term[]>;
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  readonly contexts: ReadonlyMap<string, readonly ContextRule[]>;
  readonly organisationWords: OrganisationWords;
  /** Registered actors (not the derived ones), by id. */
  readonly actors: ReadonlyMap<string, Actor>;
}

export interface RegistryRows {
  readonly countries: readonly CountryRow[];
  readonly actors: readonly ActorRow[];
  readonly offices: readonly OfficeRow[];
  readonly agents: readonly AgentRow[];
  readonly roles: readonly RoleRow[];
  readonly contexts: readonly ContextRow[];
  readonly organisationWords: readonly OrganisationWordRow[];
}

/** `Zaire [1971-10-27..1997-05-17]`: a form with the days between which it was in use. */
export function readAlias(cell: string): { text: string; from?: string; to?: string } {
  const open = cell.endsWith("]") ? cell.lastIndexOf(" [") : -1;
  if (open < 0) return { text: cell };
  const [from = "", to = ""] = cell.slice(open + 2, -1).split("..");
  return { text: cell.slice(0, open), ...(from === "" ? {} : { from }), ...(to === "" ? {} : { to }) };
}

export const listCell = (cell: string): string[] => (cell === "" ? [] : cell.split(";"));

export function buildRegistry(rows: RegistryRows): Registry {
  const actors = new Map<string, Actor>();
  const countries = new Map<string, Country>();
  const byId = new Map<string, CountryRow>();
  const aliases = new Map<string, Alias[]>();
  const longest = new Map<string, number>();
  const surnames = new Map<string, string[]>();
  const familyFirst = new Set(
    rows.countries.filter((row) => row.family_first === "yes").map((row) => row.iso3),
  );
  const roles = new Map(rows.roles.map((role) => [role.role, role]));

  const addForm = (form: string, actorId: string, kind: AliasKind): void => {
    const { text, ...dates } = readAlias(form);
    const words = keyWords(text);
    if (words.length === 0) return;
    const alias: Alias = { actorId, kind, ...dates };
    for (const key of keysOf(words)) {
      const known = aliases.get(key);
      if (known === undefined) aliases.set(key, [alias]);
      else if (!known.some((other) => other.actorId === actorId)) known.push(alias);
      const first = key.slice(0, (key + " ").indexOf(" "));
      longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
    }
  };

  for (const row of rows.countries) {
    const id = row.iso3.toLowerCase();
    byId.set(id, row);
    countries.set(row.iso3, {
      id, iso3: row.iso3,
      ...(row.iso_num === "" ? {} : { isoNum: row.iso_num }),
      ...(row.cow_code === "" ? {} : { cow: Number(row.cow_code) }),
      ...(row.gw_code === "" ? {} : { gw: Number(row.gw_code) }),
    }); // prettier-ignore
    const dates = datesOf(row.valid_from, row.valid_to);
    actors.set(id, {
      id, name: row.name, type: "state", country: row.iso3, cameo: row.iso3, plover: [], origin: row.origin,
      aliases: listCell(row.aliases).map((form) => readAlias(form).text), ...dates,
      ...(row.wikidata_id === "" ? {} : { wikidataId: row.wikidata_id }),
    }); // prettier-ignore
    addForm(row.name, id, "name");
    for (const form of listCell(row.aliases)) addForm(form, id, "alias");
    for (const form of listCell(row.adjectives)) addForm(form, id, "adjective");
    for (const form of listCell(row.people)) addForm(form, id, "people");
    for (const form of [...listCell(row.capital), ...listCell(row.metonyms)]) addForm(form, id, "city");
    for (const form of listCell(row.seats)) addForm(form, `${id}.gov`, "seat");
  }

  for (const row of rows.actors) {
    const before = row.origin === "user" ? actors.get(row.actor_id) : undefined;
    const forms = listCell(row.aliases);
    const parent = parentOf(row.actor_id, actors, byId);
    actors.set(row.actor_id, {
      id: row.actor_id, name: row.name, type: row.actor_type, plover: listCell(row.plover), origin: row.origin,
      aliases: [...(before?.aliases ?? []), ...forms.map((form) => readAlias(form).text)],
      ...(row.country === "" ? {} : { country: row.country }),
      ...(row.cameo === "" ? {} : { cameo: row.cameo }),
      ...(row.wikidata_id === "" ? {} : { wikidataId: row.wikidata_id }),
      ...(parent === undefined ? {} : { parent }),
      ...(row.gender === "" ? {} : { gender: row.gender }),
      ...datesOf(row.valid_from, row.valid_to),
    }); // prettier-ignore
    addForm(row.name, row.actor_id, "name");
    for (const form of forms) addForm(form, row.actor_id, "alias");
    for (const form of listCell(row.metonyms)) addForm(form, row.actor_id, "city");
    if (row.actor_type === "person")
      for (const form of [row.name, ...forms]) {
        const words = keyWords(readAlias(form).text);
        for (const surname of surnameForms(words, familyFirst.has(row.country)))
          push(surnames, surname, row.actor_id);
      }
  }

  const offices = new Map<string, Term[]>();
  const terms = new Map<string, Term[]>();
  for (const row of rows.offices) {
    const term: Term = {
      body: row.body, office: row.office, actorId: row.actor_id, from: row.valid_from,
      to: row.valid_to === "" ? "9999-12-31" : row.valid_to,
    }; // prettier-ignore
    push(offices, `${row.body}/${row.office}`, term);
    push(terms, row.actor_id, term);
  }

  const agents = new Map<string, Agent>();
  let longestAgent = 0;
  for (const row of rows.agents) {
    const key = nameKey(row.noun.toLowerCase());
    agents.set(key, {
      kind: row.kind,
      role: row.role,
      offices: listCell(row.office),
      ...(row.gender === "" ? {} : { gender: row.gender }),
    });
    longestAgent = Math.max(longestAgent, key.split(" ").length);
  }

  const contexts = new Map<string, ContextRule[]>();
  for (const row of rows.contexts)
    push(contexts, nameKey(row.alias), {
      actorId: row.actor_id, entityType: row.entity_type, words: new Set(listCell(row.words).map(nameKey)),
    }); // prettier-ignore

  /** `aze.cop` is made when somebody asks for it. */
  const derived = (id: string): Actor | undefined => {
    const dot = id.indexOf(".");
    const state = dot < 0 ? undefined : actors.get(id.slice(0, dot));
    const role = roles.get(id.slice(dot + 1));
    if (state?.type !== "state" || role === undefined) return undefined;
    const article = byId.get(state.id)?.article === "the" ? "the " : "";
    return {
      id, name: role.name.replace("{country}", article + state.name), type: role.actor_type, plover: [role.plover],
      ...(state.country === undefined ? {} : { country: state.country, cameo: state.country + role.cameo }),
      parent: state.id, aliases: [], origin: state.origin,
      ...(state.from === undefined ? {} : { from: state.from }), ...(state.to === undefined ? {} : { to: state.to }),
    }; // prettier-ignore
  };

  const registry: Registry = {
    actor(id) {
      let actor = actors.get(id);
      if (actor === undefined) {
        actor = derived(id);
        if (actor !== undefined) actors.set(id, actor);
      }
      return actor;
    },
    country: (iso3) => countries.get(iso3),
    aliases, longest, surnames, agents, longestAgent, roles, offices, terms, contexts, actors,
    organisationWords: organisationWords(rows.organisationWords),
  }; // prettier-ignore
  return registry;
}

/** "The Gambia" is also written "the Gambia". */
function keysOf(words: readonly string[]): string[] {
  const key = words.join(" ");
  if (words[0] === "The") return [key, `the${key.slice(3)}`];
  if (words[0] === "the") return [key, `The${key.slice(3)}`];
  return [key];
}

function datesOf(from: string, to: string): { from?: string; to?: string } {
  return { ...(from === "" ? {} : { from }), ...(to === "" ? {} : { to }) };
}

/** The nearest registered or derivable actor whose id is a prefix of this one: `rus` of `rus.media.sputnik`. */
function parentOf(
  id: string,
  actors: ReadonlyMap<string, Actor>,
  countries: ReadonlyMap<string, CountryRow>,
): string | undefined {
  for (let dot = id.lastIndexOf("."); dot > 0; dot = id.lastIndexOf(".", dot - 1)) {
    const prefix = id.slice(0, dot);
    if (actors.has(prefix) || countries.has(prefix)) return prefix;
  }
  return undefined;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}

/** The office that a person holds on a day, the last of several. */
export function officeOn(registry: Registry, id: string, day: string | undefined): Term | undefined {
  const terms = registry.terms.get(id) ?? [];
  return terms.filter((term) => day === undefined || (term.from <= day && day <= term.to)).at(-1);
}

/** PLOVER sectors of an actor on a day: of a person those of the body in whose office, `ELI` of a politician out of office. */
export function sectors(registry: Registry, id: string, day: string | undefined): readonly string[] {
  const actor = registry.actor(id);
  if (actor?.type !== "person" || !registry.terms.has(id)) return actor?.plover ?? [];
  const held = officeOn(registry, id, day);
  const body = held === undefined ? undefined : registry.actor(held.body);
  if (body === undefined) return actor.plover.includes("ELI") ? ["ELI"] : actor.plover;
  return body.type === "state" ? ["GOV"] : body.plover;
}

/** CAMEO code of an actor on a day: persons are `GOV` in office, `ELI` out of it. */
export function cameoCode(registry: Registry, id: string, day: string | undefined): string | undefined {
  const actor = registry.actor(id);
  if (actor?.type !== "person" || actor.cameo !== undefined) return actor?.cameo;
  const held = officeOn(registry, id, day);
  const body = held === undefined ? undefined : registry.actor(held.body);
  if (body !== undefined && body.type !== "state" && body.cameo !== undefined) return body.cameo;
  return actor.country === undefined ? undefined : `${actor.country}${held === undefined ? "ELI" : "GOV"}`;
}
