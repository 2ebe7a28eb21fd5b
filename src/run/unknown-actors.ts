import { stringify } from "csv-stringify/sync";
import type { AnyRow } from "../core/table.ts";
import { DyadicError } from "../core/problem.ts";
import { openDataset } from "../export/read.ts";

/** An actor of a dataset that is in no registry. */
export interface UnknownActor {
  /** Id that a registry row for it could have. */
  readonly actorId: string;
  readonly name: string;
  readonly type: string;
  readonly mentions: number;
  readonly articles: number;
  /** Other forms seen. */
  readonly aliases: readonly string[];
  /** The first sentence that names it, as one line. */
  readonly example: string;
}

/**
 * The discovered actors of a dataset, the most mentioned first.
 * Throws DyadicError `export/no-dataset` when the folder holds none, `actors/no-table` when the run made no actors.
 */
export async function unknownActors(output: string): Promise<readonly UnknownActor[]> {
  const dataset = openDataset(output);
  if (!dataset.tables.some(({ name }) => name === "actors"))
    throw new DyadicError([{
      code: "actors/no-table", severity: "rejected", at: { file: output },
      message: `The dataset in ${output} has no table of actors.`,
      hint: "Run a pipeline with the stage and the aggregate actors.",
    }]); // prettier-ignore
  const found: AnyRow[] = [];
  for await (const row of dataset.rows("actors"))
    if (row["registry_source"] === "discovered") found.push(row);
  const places = new Map<string, string>();
  const wanted = new Set(found.map((row) => String(row["actor_id"])));
  for await (const row of dataset.rows("mentions")) {
    const id = String(row["actor_id"]);
    if (row["mention_type"] === "name" && wanted.delete(id)) places.set(id, placeOf(row));
  }
  const sought = new Set(places.values());
  const sentences = new Map<string, string>();
  for await (const row of dataset.rows("sentences"))
    if (sought.has(placeOf(row))) sentences.set(placeOf(row), oneLine(String(row["text"])));
  return found
    .map((row) => unknown(row, sentences.get(places.get(String(row["actor_id"])) ?? "") ?? ""))
    .sort((a, b) => b.mentions - a.mentions || b.articles - a.articles || (a.actorId < b.actorId ? -1 : 1));
}

const placeOf = (row: AnyRow): string => `${String(row["article_id"])} ${String(row["sentence_number"])}`;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

function unknown(row: AnyRow, example: string): UnknownActor {
  return {
    actorId: String(row["actor_id"]).replace(/^x\./, ""), name: oneLine(String(row["name"])),
    type: String(row["actor_type"]), mentions: Number(row["n_mentions"]), articles: Number(row["n_articles"]),
    aliases: [row["aliases"] ?? []].flat().map((form) => oneLine(String(form))), example,
  }; // prettier-ignore
}

const columns = [
  "actor_id", "name", "actor_type", "country", "cameo", "plover", "wikidata_id", "aliases", "metonyms", "gender",
  "valid_from", "valid_to", "source",
] as const; // prettier-ignore

/**
 * Rows in the columns of the registry's `actors.csv`, each under a comment with its counts and example. The text is a
 * registry file as it stands; what the articles do not tell (country, codes) is left empty.
 */
export function registryRows(actors: readonly UnknownActor[]): string {
  const rows = actors.map(({ actorId, name, type, aliases, mentions, articles, example }) => {
    const cells: Partial<Record<(typeof columns)[number], string>> = {
      actor_id: actorId, name, actor_type: type, aliases: aliases.join(";"), source: "discovered by dyadic, unchecked",
    }; // prettier-ignore
    const count = `mentions: ${String(mentions)}, articles: ${String(articles)}`;
    return `# ${count}: ${example}\n${stringify([columns.map((column) => cells[column] ?? "")])}`;
  });
  return `${columns.join(",")}\n${rows.join("")}`;
}
