/** Public library API: the only file that re-exports. */
export type { Article } from "./core/article.ts";
export { compile } from "./core/pipeline.ts";
export { stages } from "./stages/index.ts";

// To write a stage: docs/stages.md.
export { csvResource, fileResource } from "./core/resource.ts";
export { defineStage } from "./core/stage.ts";
export { anyTable, articleIdColumn, column, defineTable, spanCells, spanColumns } from "./core/table.ts";

// To make a dataset and to read it: docs/loading.md.
export { openDatabase } from "./export/database.ts";
export { openDataset } from "./export/read.ts";
export { readPipeline } from "./run/pipeline-file.ts";
export { run } from "./run/run.ts";
