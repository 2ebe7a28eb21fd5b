import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../core/article.ts";
import type { Explanation } from "../core/explanation.ts";
import type { Pipeline } from "../core/pipeline.ts";
import { DyadicError, type Problem } from "../core/problem.ts";
import type { AnyRow, AnyTable } from "../core/table.ts";
import { openDataset } from "../export/read.ts";
import { readArticles, type IngestOptions } from "../ingest/index.ts";
import { recipeOf, runId, type Manifest } from "./manifest.ts";
import { openPipeline, type PipelineSource } from "./pipeline-file.ts";
import { readSettings } from "./settings.ts";

/** A row with all that led to it. */
export interface Why {
  readonly table: string;
  readonly row: AnyRow;
  /** The rows it refers to, by column. */
  readonly references: Readonly<Record<string, AnyRow>>;
  readonly article?: AnyRow;
  readonly sentence?: string;
  /** From analyzing the article again; absent when that is not possible or the stage has nothing to add. */
  readonly explanation?: Explanation;
  /** Why there is less than there could be. */
  readonly problems: readonly Problem[];
}

/**
 * Looks a row up in a dataset and analyzes its article again to tell what made it.
 * Throws DyadicError `why/no-row` when no table has the id.
 */
export async function why(output: string, id: string, source: PipelineSource): Promise<Why> {
  const dataset = openDataset(output);
  const place = await findRow(dataset.tables, (name) => dataset.rows(name), id);
  if (place === undefined)
    throw new DyadicError([{
      code: "why/no-row", severity: "rejected", at: { file: output }, message: `No table of ${output} has the row ${id}.`,
      hint: "Give the id of a row as it stands in the first column of a table, such as stances.csv.",
    }]); // prettier-ignore
  const { table, row } = place;
  const wants: Want[] = [{ as: "article", table: "articles", cells: { article_id: row["article_id"] } }];
  if (row["sentence_number"] !== undefined)
    wants.push({ as: "sentence", table: "sentences", cells: { article_id: row["article_id"], sentence_number: row["sentence_number"] } });
  for (const [column, declared] of Object.entries(table.columns)) {
    const [target = "", key = ""] = declared.references?.split(".") ?? [];
    if (target === "" || target === "articles" || typeof row[column] === "object" || row[column] === undefined) continue;
    wants.push({ as: column, table: target, cells: { [key]: row[column] } });
  }
  const found = await lookUp((name) => dataset.rows(name), wants);
  const { article, sentence: around, ...references } = found;
  const sentence = around?.["text"]?.toString();
  const told = { table: table.name, row, references, ...(article && { article }), ...(sentence && { sentence }) };
  if (article === undefined) return { ...told, problems: [] };
  return { ...told, ...(await explainAgain(output, source, table.name, id, article)) };
} // prettier-ignore

/** A row to find by some of its cells, and the name under which it is asked for. */
interface Want {
  readonly as: string;
  readonly table: string;
  readonly cells: AnyRow;
}

/** The rows wanted, by name; every table is read once and only as far as needed. */
async function lookUp(
  rows: (name: string) => AsyncIterable<AnyRow>,
  wants: readonly Want[],
): Promise<Record<string, AnyRow>> {
  const found: Record<string, AnyRow> = {};
  for (const table of new Set(wants.map((want) => want.table))) {
    let open = wants.filter((want) => want.table === table);
    for await (const row of rows(table)) {
      const here = open.filter(({ cells }) =>
        Object.entries(cells).every(([name, cell]) => row[name] === cell),
      );
      for (const { as } of here) found[as] = row;
      if (here.length > 0) open = open.filter((want) => !here.includes(want));
      if (open.length === 0) break;
    }
  }
  // In the order in which they were asked for.
  return Object.fromEntries(wants.flatMap(({ as }) => (found[as] === undefined ? [] : [[as, found[as]]])));
}

async function findRow(
  tables: readonly AnyTable[],
  rows: (name: string) => AsyncIterable<AnyRow>,
  id: string,
): Promise<{ table: AnyTable; row: AnyRow } | undefined> {
  for (const table of tables) {
    const [key = "", ...more] = table.key;
    if (more.length > 0) continue;
    for await (const row of rows(table.name)) if (row[key] === id) return { table, row };
  }
  return undefined;
}

/** Reads the article again, runs the pipeline on it and asks the stage that filled the table. */
async function explainAgain(
  output: string,
  source: PipelineSource,
  table: string,
  id: string,
  row: AnyRow,
): Promise<Pick<Why, "explanation" | "problems">> {
  const manifest = JSON.parse(readFileSync(join(output, "run.json"), "utf8")) as Manifest;
  const pipeline = await openPipeline(source);
  const settings = readSettings(
    pipeline.config,
    pipeline.tables.map(({ name }) => name),
  );
  const problems: Problem[] = [];
  if (runId(recipeOf(pipeline, settings)) !== manifest.run_id)
    problems.push({
      code: "why/other-recipe", severity: "warning",
      message: "This tool, pipeline or its dictionaries are not those the dataset was made with; the reasons may differ.",
      hint: "Give the pipeline of that run with --pipeline.",
    }); // prettier-ignore
  const article = await readAgain(row, settings.ingest);
  if (article === undefined)
    return {
      problems: [...problems, {
        code: "why/no-article", severity: "warning", at: { file: String(row["source_file"]) },
        message: `The article cannot be read again from ${String(row["source_file"])}: the file is gone or has changed.`,
        hint: "Run the command from the folder in which the run was started.",
      }],
    }; // prettier-ignore
  const explanation = explain(pipeline, article, table, id);
  return { ...(explanation && { explanation }), problems };
}

async function readAgain(row: AnyRow, options: IngestOptions): Promise<Article | undefined> {
  for await (const item of readArticles([String(row["source_file"])], options))
    if (item.kind === "article" && item.article.id === row["article_id"]) return item.article;
  return undefined;
}

function explain(pipeline: Pipeline, article: Article, table: string, id: string): Explanation | undefined {
  const index = Number(/\.[a-z]+(\d+)$/.exec(id)?.[1] ?? 0) - 1;
  const prepared = pipeline.stages.find(({ stage }) => (stage.tables as AnyTable[]).some(({ name }) => name === table));
  if (prepared === undefined || index < 0) return undefined;
  return prepared.explain(pipeline.analyze(article).document, table, index);
} // prettier-ignore
