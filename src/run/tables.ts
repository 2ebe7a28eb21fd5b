import { articlesTable } from "../aggregate/articles.ts";
import { rejectsTable } from "../aggregate/rejects.ts";
import type { Pipeline } from "../core/pipeline.ts";
import { anyTable, type AnyTable } from "../core/table.ts";
import type { Settings } from "./settings.ts";

/** Tables whose rows are made article by article. */
export function articleTables(pipeline: Pipeline): readonly AnyTable[] {
  return [anyTable(articlesTable), ...pipeline.tables, anyTable(rejectsTable)];
}

/** All tables of a run, in the order in which the codebook lists them. */
export function runTables(pipeline: Pipeline, { aggregates }: Settings): readonly AnyTable[] {
  return [...articleTables(pipeline), ...aggregates.map(({ aggregate }) => aggregate.table)];
}
