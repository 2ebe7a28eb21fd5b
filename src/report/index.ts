import type { Dataset } from "../core/dataset.ts";
import { collectBundle } from "./collect.ts";
import { defaultLimits, type ReportLimits } from "./limits.ts";
import { reportPage } from "./page.ts";
import type { SideOf } from "./rows.ts";

/** What a report says of the run that made the dataset. */
interface About {
  readonly tool: { readonly name: string; readonly version: string };
  readonly pipeline: { readonly name: string };
  readonly run_id: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** The report of a dataset: one self-contained HTML file. */
export async function makeReport(
  dataset: Dataset,
  { tool, pipeline, run_id: runId, rows }: About,
  sideOf: SideOf,
  limits: ReportLimits = defaultLimits,
): Promise<string> {
  const about = { name: pipeline.name, tool: `${tool.name} ${tool.version}`, runId, counts: rows };
  return reportPage(await collectBundle(dataset, about, sideOf, limits));
}
