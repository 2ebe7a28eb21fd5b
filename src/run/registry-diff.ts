import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Dataset } from "../core/dataset.ts";
import type { AnyRow } from "../core/table.ts";
import { openDataset } from "../export/read.ts";
import type { PipelineSource } from "./pipeline-file.ts";
import { run } from "./run.ts";

/** A number before and after. */
export interface Change {
  readonly id: string;
  readonly old: number;
  readonly new: number;
}

/** Mentions whose link changed in the same way. */
export interface Relink {
  /** Actor ids, several joined by `+`; empty for none, or where there is no mention. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** The words of the first of them. */
  readonly example: string;
}

/** What a change of the registry does to a corpus. */
export interface RegistryDiff {
  readonly articles: number;
  /** Mentions with an actor, before and after. */
  readonly linked: { readonly old: number; readonly new: number };
  readonly relinks: readonly Relink[];
  /** Actors by mentions, where these differ. */
  readonly actors: readonly Change[];
  /** Dyads of the whole corpus by stances and events, `source > target`, where these differ. */
  readonly dyads: readonly Change[];
}

export interface DiffOptions {
  /** Files of rows; they extend `en/actors` where the pipeline extends it, and replace it otherwise. */
  readonly old: string;
  readonly new: string;
  readonly inputs: readonly string[];
  readonly source: PipelineSource;
}

/** Runs a corpus with either registry and compares links, actors and dyads. Throws what `run` throws. */
export async function diffRegistries(options: DiffOptions): Promise<RegistryDiff> {
  const folder = mkdtempSync(join(tmpdir(), "dyadic-diff-"));
  const runWith = async (registry: string, name: string): Promise<{ articles: number; numbers: Numbers }> => {
    const output = join(folder, name);
    const source = withRegistry(options.source, registry);
    const { articles } = await run({ inputs: options.inputs, source, output });
    return { articles, numbers: await numbersOf(openDataset(output)) };
  };
  try {
    const before = await runWith(options.old, "old");
    const after = await runWith(options.new, "new");
    return { articles: after.articles, ...compare(before.numbers, after.numbers) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The pipeline with this file in the place of its own rows: added to ours where it adds its own, else instead of ours. */
function withRegistry(source: PipelineSource, file: string): PipelineSource {
  const { resources, ...config } = source.config as {
    readonly resources?: Readonly<Record<string, { readonly extend?: string }>>;
  };
  const extend = resources?.["en/actors"]?.extend !== undefined;
  const actors = extend ? { extend: resolve(file) } : { replace: resolve(file) };
  return { ...source, config: { ...config, resources: { ...resources, "en/actors": actors } } };
}

interface Numbers {
  /** Actor and words of each mention, by article and place. */
  readonly mentions: ReadonlyMap<string, { readonly actor: string; readonly text: string }>;
  readonly actors: ReadonlyMap<string, number>;
  readonly dyads: ReadonlyMap<string, number>;
}

async function numbersOf(dataset: Dataset): Promise<Numbers> {
  const mentions = new Map<string, { actor: string; text: string }>();
  for await (const row of dataset.rows("mentions"))
    mentions.set(`${String(row["article_id"])} ${String(row["start"])} ${String(row["end"])}`, {
      actor: [row["actor_id"] ?? row["member_actor_ids"] ?? []].flat().join("+"),
      text: String(row["text"]).replace(/\s+/g, " "),
    });
  const actors = new Map<string, number>();
  for await (const row of dataset.rows("actors"))
    actors.set(String(row["actor_id"]), Number(row["n_mentions"]));
  const dyads = new Map<string, number>();
  for await (const row of dataset.rows("dyads"))
    if (row["period_unit"] === "all")
      dyads.set(`${String(row["source_actor_id"])} > ${String(row["target_actor_id"])}`, evidence(row));
  return { mentions, actors, dyads };
}

const evidenceColumns = [
  "n_stances", "n_verbal_cooperation", "n_material_cooperation", "n_verbal_conflict", "n_material_conflict",
]; // prettier-ignore

const evidence = (row: AnyRow): number =>
  evidenceColumns.reduce((sum, column) => sum + Number(row[column] ?? 0), 0);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compare(before: Numbers, after: Numbers): Omit<RegistryDiff, "articles"> {
  const relinks = new Map<string, { from: string; to: string; count: number; example: string }>();
  for (const place of new Set([...before.mentions.keys(), ...after.mentions.keys()])) {
    const old = before.mentions.get(place);
    const now = after.mentions.get(place);
    const [from, to] = [old?.actor ?? "", now?.actor ?? ""];
    if (from === to) continue;
    const known = relinks.get(`${from} ${to}`);
    if (known !== undefined) known.count++;
    else relinks.set(`${from} ${to}`, { from, to, count: 1, example: now?.text ?? old?.text ?? "" });
  }
  const linked = ({ mentions }: Numbers): number =>
    [...mentions.values()].filter(({ actor }) => actor !== "").length;
  return {
    linked: { old: linked(before), new: linked(after) },
    relinks: [...relinks.values()].sort(
      (a, b) => b.count - a.count || order(a.from, b.from) || order(a.to, b.to),
    ),
    actors: changes(before.actors, after.actors),
    dyads: changes(before.dyads, after.dyads),
  };
}

/** Largest change first. */
function changes(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((id) => ({ id, old: before.get(id) ?? 0, new: after.get(id) ?? 0 }))
    .filter((change) => change.old !== change.new || before.has(change.id) !== after.has(change.id))
    .sort((a, b) => Math.abs(b.new - b.old) - Math.abs(a.new - a.old) || order(a.id, b.id));
}
