import { statesAsSides } from "../aggregate/dyads/sides.ts";
import { builtinRegistry } from "../aggregate/registry.ts";
import type { Dataset } from "../core/dataset.ts";
import { collectBundle } from "./collect.ts";
import { defaultLimits, type ReportLimits } from "./limits.ts";
import { reportPage } from "./page.ts";

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
  limits: ReportLimits = defaultLimits,
): Promise<string> {
  const sides = statesAsSides(builtinRegistry());
  const about = { name: pipeline.name, tool: `${tool.name} ${tool.version}`, runId, counts: rows };
  return reportPage(await collectBundle(dataset, about, (actor, day) => sides.sideOf(actor, day), limits));
}
