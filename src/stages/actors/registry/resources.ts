import { z } from "zod";
import { csvResource, type Resource, type ResourceFile } from "../../../core/resource.ts";

/** Where a registry row came from: shipped with Dyadic or a user's file. */
export type Origin = "builtin" | "user";

const text = z.string();
const filled = z.string().min(1);
const day = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, "YYYY-MM-DD or empty");
const iso3 = z.string().regex(/^[A-Z]{3}$/, "three capital letters");
const source = filled.describe("Where the facts of the row were read; `hand` for our own knowledge.");

const countryRow = z.object({
  iso3, name: filled, article: z.enum(["", "the"]),
    family_first: z.enum(["", "yes"]), iso_num: z.string().regex(/^(\d{3})?$/),
  cow_code: z.string().regex(/^\d{0,3}$/), gw_code: z.string().regex(/^\d{0,3}$/),
  wikidata_id: z.string().regex(/^(Q\d+)?$/), aliases: text, adjectives: text, people: text, capital: text,
  metonyms: text, seats: text, valid_from: day, valid_to: day, source,
}); // prettier-ignore

const actorRow = z.object({
  actor_id: z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/, "lower-case words joined by dots"),
  name: filled,
  actor_type: z.enum([
    "state", "government", "person", "party", "military", "armed_group", "igo", "ngo", "company", "media",
    "ethnic_group", "other",
  ]),
  country: z.string().regex(/^([A-Z]{3})?$/), cameo: z.string().regex(/^([A-Z]{3})*$/), plover: text,
  wikidata_id: z.string().regex(/^(Q\d+)?$/), aliases: text, metonyms: text, gender: z.enum(["", "f", "m"]), valid_from: day,
  valid_to: day, source,
}); // prettier-ignore

const officeRow = z.object({
  body: filled, office: filled, actor_id: filled, valid_from: day, valid_to: day, source,
}); // prettier-ignore

const agentRow = z.object({
  noun: filled, kind: z.enum(["person", "group", "office", "honorific"]), role: filled, office: text,
  gender: z.enum(["", "f", "m"]), source,
}); // prettier-ignore

const roleRow = z.object({
  role: filled, cameo: z.string().regex(/^[A-Z]{3}$/), plover: filled, actor_type: filled, name: filled, source,
}); // prettier-ignore

const organisationWordRow = z.object({
  word: z.string().regex(/^[a-z]+$/, "lower-case letters"), at: z.enum(["last", "any"]), actor_type: filled, plover: filled,
  legal: z.enum(["", "yes"]), source,
}); // prettier-ignore

const contextRow = z.object({
  alias: filled, actor_id: text, entity_type: filled, words: filled, source,
}); // prettier-ignore

const metonymRow = z.object({
  context: z.enum(["before", "opener", "noun_before", "verb_before", "object_of", "subject_of", "possessed"]), word: filled,
  reading: z.enum(["government", "place"]), source,
}); // prettier-ignore

const firstNameRow = z.object({
  name: z.string().regex(/^[a-z]+$/, "lower-case letters"), gender: z.enum(["f", "m"]), source,
}); // prettier-ignore

const referenceRow = z.object({
  form: filled, kind: z.enum(["role", "pronoun", "first_person", "reflexive", "nominal", "pair", "pair_pronoun", "order", "event_verb", "empty_verb", "empty_object", "actor_object"]),
  refers: z.enum(["person", "body", "state", "igo", "alliance", "group", "force", "organisation", "company", "media", "party", "any"]),
  number: z.enum(["singular", "plural"]), gender: z.enum(["", "f", "m"]), source,
}); // prettier-ignore

const weightRow = z.object({
  pronoun: z.string().regex(/^(he|it|they) (subject|object|possessive)$/), feature: filled,
  weight: z.string().regex(/^-?\d+(\.\d+)?$/, "a number"), source,
}); // prettier-ignore

export type CountryRow = z.output<typeof countryRow> & { readonly origin: Origin };
export type ActorRow = z.output<typeof actorRow> & { readonly origin: Origin };
export type OfficeRow = z.output<typeof officeRow>;
export type AgentRow = z.output<typeof agentRow>;
export type RoleRow = z.output<typeof roleRow>;
export type OrganisationWordRow = z.output<typeof organisationWordRow>;
export type ContextRow = z.output<typeof contextRow>;
export type MetonymRow = z.output<typeof metonymRow>;
export type FirstNameRow = z.output<typeof firstNameRow>;
export type WeightRow = z.output<typeof weightRow>;
export type ReferenceRow = z.output<typeof referenceRow>;

/** The registry's files. A user extends or replaces each by its name (`en/actors`). */
export const registryResources = {
  countries: registryFile(
    "countries",
    countryRow,
    "Countries: names, people, capitals, seats of government, codes.",
  ),
  actors: registryFile(
    "actors",
    actorRow,
    "Persons, organizations and other actors with their names and codes.",
  ),
  offices: registryFile("offices", officeRow, "Who held which office from when to when."),
  agents: registryFile(
    "agents",
    agentRow,
    "Common nouns that stand for a role: authorities, troops, police.",
  ),
  roles: registryFile("roles", roleRow, "Roles of an actor within a country, with their codes."),
  organisationWords: registryFile(
    "organisation-words",
    organisationWordRow,
    "Words of names that tell a company, a party or a court, and legal forms.",
  ),
  contexts: registryFile("contexts", contextRow, "Names of two bearers and the words that tell them apart."),
  metonyms: registryFile(
    "metonyms",
    metonymRow,
    "Words beside a capital that make it a government or a place.",
  ),
  firstNames: registryFile(
    "first-names",
    firstNameRow,
    "First names that tell a person's gender, for he and she.",
  ),
  references: registryFile("references", referenceRow, "Pronouns and nouns that refer back to an actor."),
  referenceWeights: registryFile(
    "reference-weights",
    weightRow,
    "What speaks for a candidate of a pronoun, and how much (log-linear weights).",
  ),
};

/**
 * A registry file. Built-in files are checked by the test suite and only split into cells here, which takes a tenth of
 * the time of checking each cell; a user's file is checked when it is read.
 */
function registryFile<S extends z.ZodObject>(
  name: string,
  row: S,
  summary: string,
): Resource<readonly (z.output<S> & { readonly origin: Origin })[]> {
  const checked = csvResource({
    name: `en/${name}`,
    summary,
    file: `en/${name}.csv`,
    row,
    build: (rows) => rows,
  });
  type Rows = readonly (z.output<S> & { readonly origin: Origin })[];
  return {
    ...checked,
    read: (files) =>
      files.flatMap((file): Rows =>
        file.builtin
          ? (plainRows(file) as unknown as Rows)
          : checked.read([file]).map((cells) => ({ ...cells, origin: "user" as const })),
      ),
  };
}

function plainRows(file: ResourceFile): Record<string, string>[] {
  const [header = [], ...records] = parseCsv(Buffer.from(file.bytes).toString("utf8"));
  return records.map((cells) => {
    const row: Record<string, string> = { origin: "builtin" };
    for (let i = 0; i < header.length; i++) row[header[i]!] = cells[i] ?? "";
    return row;
  });
}

/** Cells of a CSV text (RFC 4180, LF or CRLF); empty lines and lines that start with `#` are left out. */
export function parseCsv(csv: string): string[][] {
  const records: string[][] = [];
  for (let at = 0; at < csv.length;) {
    const newline = csv.indexOf("\n", at);
    const end = newline < 0 ? csv.length : newline;
    const line = csv.slice(at, csv[end - 1] === "\r" ? end - 1 : end);
    if (line === "" || line.startsWith("#")) at = end + 1;
    else if (!line.includes('"')) {
      records.push(line.split(","));
      at = end + 1;
    } else at = quotedRecord(csv, at, records);
  }
  return records;
}

/** Reads one record with quoted cells; returns where the next one starts. */
function quotedRecord(csv: string, start: number, records: string[][]): number {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let end = at;
    if (csv[at] === '"') {
      let cell = "";
      for (;;) {
        const quote = csv.indexOf('"', ++at);
        end = quote < 0 ? csv.length : quote;
        cell += csv.slice(at, end);
        at = end + 1;
        if (csv[at] !== '"') break;
        cell += '"';
      }
      cells.push(cell);
      end = at;
    } else {
      while (end < csv.length && csv[end] !== "," && csv[end] !== "\n" && csv[end] !== "\r") end++;
      cells.push(csv.slice(at, end));
    }
    at = end + 1;
    if (csv[end] === ",") continue;
    records.push(cells);
    return csv[end] === "\r" && csv[at] === "\n" ? at + 1 : at;
  }
}
