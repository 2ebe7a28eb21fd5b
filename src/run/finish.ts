import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { rejectsTable } from "../aggregate/rejects.ts";
import { strongestDyads } from "../aggregate/highlights.ts";
import type { Config } from "../core/config.ts";
import type { Dataset } from "../core/dataset.ts";
import type { Pipeline } from "../core/pipeline.ts";
import { loadResource } from "../core/resource.ts";
import type { Resources } from "../core/stage.ts";
import { citation } from "../export/citation.ts";
import { digest, exportDataset } from "../export/index.ts";
import type { InputFile } from "../ingest/index.ts";
import type { Journal } from "./journal.ts";
import { readClusters, sketchesPart } from "./clusters.ts";
import { writeLines } from "./lines.ts";
import { runId, type Manifest, type Recipe } from "./manifest.ts";
import { mergeSorted } from "./merge.ts";
import { checksumsFile, publish, removeDataset } from "./output-folder.ts";
import type { RunSummary } from "./run.ts";
import type { Settings } from "./settings.ts";
import { compareLines, stagedLine } from "./staged.ts";
import { stagedDataset } from "./staged-dataset.ts";
import { articleTables } from "./tables.ts";

/** Dyads that the summary of a run shows. */
const highlightCount = 5;

interface Finish {
  readonly pipeline: Pipeline;
  readonly settings: Settings;
  readonly recipe: Recipe;
  readonly journal: Journal;
  readonly output: string;
  readonly inputs: readonly InputFile[];
}

/** From complete chunks to a dataset: merge, aggregate, write, and only then give the files their names. */
export async function finish(work: Finish): Promise<RunSummary> {
  const { settings, recipe, journal, output } = work;
  const id = runId(recipe);
  const dataset = await gather(work, id);
  const written = join(journal.folder, "written");
  rmSync(written, { recursive: true, force: true });
  mkdirSync(written, { recursive: true });
  await exportDataset(dataset, written, settings.export, {
    name: recipe.pipeline.name,
    version: recipe.tool.version,
    notes: Object.fromEntries(
      settings.aggregates.map(({ aggregate }) => [aggregate.table.name, aggregate.notes]),
    ),
  });
  const manifest = await manifestOf(work, id, dataset);
  writeFileSync(join(written, "run.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
  writeFileSync(
    join(written, "CITATION.cff"),
    citation({ ...manifest, name: recipe.pipeline.name }, settings.export),
  );
  const files = filesIn(written);
  const sums = await Promise.all(files.map(async (path) => `${(await digest(join(written, path))).sha256}  ${path}\n`)); // prettier-ignore
  writeFileSync(join(written, checksumsFile), sums.join(""));
  removeDataset(output);
  publish(written, output, [...files, checksumsFile]);
  const highlights = await strongestDyads(dataset, highlightCount);
  rmSync(journal.folder, { recursive: true, force: true });
  return { ...manifest, output, files: [...files, checksumsFile], highlights };
}

/** Every table as one sorted file. */
async function gather({ pipeline, settings, journal }: Finish, id: string): Promise<Dataset> {
  const folder = join(journal.folder, "sorted");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, string>();
  const clusterOf = await readClusters(journal.parts(sketchesPart), folder);
  const tables = [...articleTables(pipeline)];
  for (const { name } of tables) {
    const file = join(folder, name);
    await writeLines(file, mergeSorted(journal.parts(name), join(folder, `${name}.merge`)));
    files.set(name, file);
  }
  for (const { aggregate, options } of settings.aggregates) {
    const dataset = stagedDataset(tables, files, id, clusterOf);
    const resources = loadResources(aggregate.resources as Resources, pipeline.config);
    const rows = await aggregate.rows({ options, resources, dataset });
    const file = join(folder, aggregate.table.name);
    await writeLines(file, rows.map((row) => stagedLine(aggregate.table, row)).sort(compareLines)); // prettier-ignore
    tables.push(aggregate.table);
    files.set(aggregate.table.name, file);
  }
  return stagedDataset(tables, files, id, clusterOf);
}

function loadResources(resources: Resources, { resources: overrides }: Config): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(resources).map(([key, resource]) => [
      key,
      loadResource(resource, overrides[resource.name]),
    ]),
  );
}

async function manifestOf(
  { recipe, journal, inputs }: Finish,
  id: string,
  dataset: Dataset,
): Promise<Manifest> {
  const rows: Record<string, number> = {};
  const rejects: Record<string, number> = {};
  for (const { name } of dataset.tables) rows[name] = 0;
  for (const { name } of dataset.tables)
    for await (const row of dataset.rows(name)) {
      rows[name]!++;
      if (name !== rejectsTable.name || row.severity === "warning") continue;
      const code = String(row.reason_code);
      rejects[code] = (rejects[code] ?? 0) + 1;
    }
  const sum = (of: "articles" | "tokens"): number =>
    journal.chunks.reduce((all, chunk) => all + chunk[of], 0);
  return {
    run_id: id,
    ...recipe,
    inputs,
    rows,
    articles: sum("articles"),
    tokens: sum("tokens"),
    rejects: Object.fromEntries(Object.entries(rejects).sort(([a], [b]) => compareLines(a, b))),
    verdict: Object.keys(rejects).length > 0 ? "partial" : "done",
  };
}

/** Paths of all files below a folder, sorted, with `/` between their parts. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort(compareLines);
}
