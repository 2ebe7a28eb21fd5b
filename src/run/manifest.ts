import { createHash } from "node:crypto";
import type { Pipeline } from "../core/pipeline.ts";
import { resourceFiles } from "../core/resource.ts";
import type { Resources } from "../core/stage.ts";
import { version } from "../core/version.ts";
import type { InputFile } from "../ingest/index.ts";
import type { Settings } from "./settings.ts";

/** What a run was made with; equal for equal tool, configuration and resources. */
export interface Recipe {
  readonly tool: { readonly name: "dyadic"; readonly version: string };
  readonly pipeline: {
    readonly name: string;
    readonly stages: readonly Readonly<Record<string, unknown>>[];
    readonly aggregate: readonly Readonly<Record<string, unknown>>[];
    readonly ingest: unknown;
    readonly export: unknown;
  };
  /** SHA-256 of the files of every resource, in the order they are read. */
  readonly resources: Readonly<Record<string, readonly string[]>>;
}

/** run.json. It holds no time and no machine, so equal runs write equal bytes. */
export interface Manifest extends Recipe {
  readonly run_id: string;
  readonly inputs: readonly InputFile[];
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly articles: number;
  readonly tokens: number;
  /** Rejects by reason code. */
  readonly rejects: Readonly<Record<string, number>>;
  /** `done`, or `partial` when an article was lost or degraded. */
  readonly verdict: "done" | "partial";
}

export function recipeOf(pipeline: Pipeline, settings: Settings): Recipe {
  const used = [
    ...pipeline.resources,
    ...settings.aggregates.flatMap(({ aggregate }) => Object.values(aggregate.resources as Resources)),
  ];
  return {
    tool: { name: "dyadic", version },
    pipeline: {
      name: pipeline.config.name,
      stages: pipeline.stages.map(({ stage, options }) => ({ [stage.name]: options })),
      aggregate: settings.aggregates.map(({ aggregate, options }) => ({ [aggregate.name]: options })),
      ingest: settings.ingest,
      export: settings.export,
    },
    resources: Object.fromEntries(
      used.map((resource) => [
        resource.name,
        resourceFiles(resource, pipeline.config.resources[resource.name]).map(({ sha256 }) => sha256),
      ]),
    ),
  };
}

/** "r" and twelve hexadecimal digits of the recipe's hash. */
export function runId(recipe: Recipe): string {
  return `r${createHash("sha256").update(JSON.stringify(recipe)).digest("hex").slice(0, 12)}`;
}
