import { loadRegistry, type Registry } from "../aggregate/registry.ts";
import type { Dataset } from "../core/dataset.ts";
import { collectBundle } from "./collect.ts";
import { defaultLimits, type ReportLimits } from "./limits.ts";
import { reportPage } from "./page.ts";
import { datasetSides } from "./sides.ts";

/** What a report says of the run that made the dataset. */
interface About {
  /** What the reader calls the dataset: its folder. */
  readonly name: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly run_id: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** The report of a dataset: one self-contained HTML file. The registry tells who held which office when. */
export async function makeReport(
  dataset: Dataset,
  { name, tool, run_id: runId, rows }: About,
  registry: Registry = loadRegistry(),
  limits: ReportLimits = defaultLimits,
): Promise<string> {
  const sideOf = await datasetSides(dataset, registry);
  const about = { name, tool: `${tool.name} ${tool.version}`, runId, counts: rows };
  return reportPage(await collectBundle(dataset, about, sideOf, limits));
}
