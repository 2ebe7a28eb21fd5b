import { writeFile } from "node:fs/promises";
import { DirectedGraph } from "graphology";
import * as gexf from "graphology-gexf";
import type { Dataset } from "../core/dataset.ts";
import type { AnyRow } from "../core/table.ts";
import { graphmlText, xmlAllowed } from "./graphml.ts";

export const graphFormats = ["gexf", "graphml"] as const;
export type GraphFormat = (typeof graphFormats)[number];

/**
 * The network of actors: a node a side, an edge an ordered pair over the whole time of the corpus, with its mean score
 * as signed `score` and its number of stances as `weight` (layout programs want weights above 0).
 */
export async function writeGraph(dataset: Dataset, format: GraphFormat, path: string): Promise<void> {
  const graph = new DirectedGraph();
  const names = new Map<string, string>();
  for await (const row of dataset.rows("actors")) names.set(String(row["actor_id"]), String(row["name"]));
  const node = (id: unknown): string => {
    const key = String(id);
    graph.mergeNode(key, { label: names.get(key) ?? key });
    return key;
  };
  for await (const row of dataset.rows("dyads")) {
    if (row["period_unit"] !== "all") continue;
    const source = node(row["source_actor_id"]);
    const target = node(row["target_actor_id"]);
    // A key of our own: graphology's would differ from run to run.
    graph.addEdgeWithKey(`${source}-${target}`, source, target, edge(row));
  }
  const text = format === "gexf" ? gexf.write(graph, { version: "1.3", formatNode, formatEdge }) : graphmlText(graph);
  await writeFile(path, text);
} // prettier-ignore

function edge(row: AnyRow): Record<string, string | number> {
  const cells: Record<string, string | number> = { weight: Number(row["n_stances"]), score: Number(row["score_mean"]) };
  for (const name of ["n_positive", "n_negative", "n_articles", "period_start", "period_end"]) {
    const cell = row[name];
    if (typeof cell === "string" || typeof cell === "number") cells[name] = cell;
  }
  return cells;
} // prettier-ignore

const formatNode = (_: string, { label }: { label?: string }) => ({ label: xmlAllowed(label ?? "") });

/** Weight is an attribute of GEXF's own, the rest are declared ones. */
function formatEdge(_: string, { weight, ...attributes }: Record<string, unknown>) {
  return { weight: Number(weight), attributes };
}
