import { z } from "zod";
import type { Article } from "./article.ts";
import { configSchema, readStep, type Config, type ConfigInput } from "./config.ts";
import type { AnyDocument } from "./document.ts";
import type { Explanation } from "./explanation.ts";
import type { LayerName } from "./layers.ts";
import { DyadicError, errorText, nearest, type Problem } from "./problem.ts";
import { loadResource, type AnyResource, type ResourceOverride } from "./resource.ts";
import type { AnyStage, Report } from "./stage.ts";
import type { AnyTable } from "./table.ts";

/** A pipeline that is ready to work: every name known, every option valid, every layer given before it is needed. */
export interface Pipeline {
  readonly config: Config;
  readonly stages: readonly PreparedStage[];
  /** Tables the stages fill, in order. */
  readonly tables: readonly AnyTable[];
  readonly resources: readonly AnyResource[];
  /** All layers of one article. Never throws for a bad article: a stage that fails is reported and gives nothing. */
  analyze(article: Article, given?: Given): Analysis;
}

export interface Analysis {
  readonly document: AnyDocument;
  readonly problems: readonly Problem[];
}

export interface PreparedStage {
  readonly stage: AnyStage;
  readonly options: Readonly<Record<string, unknown>>;
  readonly run: (document: AnyDocument, report: Report) => AnyDocument["layers"];
  readonly explain: (document: AnyDocument, table: string, index: number) => Explanation | undefined;
}

/** Layers that come from outside, asked for when a stage's turn has come; undefined lets the stage do its work. */
export type Given = (stage: AnyStage, document: AnyDocument) => AnyDocument["layers"] | undefined;

/** Checks a configuration; its stages make themselves ready when they first run. Throws DyadicError with every fault. The only door. */
export function compile(input: ConfigInput, catalog: readonly AnyStage[]): Pipeline {
  const { config, problems } = checkConfig(input, catalog);
  if (config === undefined || problems.length > 0) throw new DyadicError(problems);
  const overrideOf = (resource: AnyResource): ResourceOverride => config.resources[resource.name] ?? {};
  const stages = config.stages.map((entry): PreparedStage => {
    const { name, options } = readStep(entry);
    const stage = catalog.find((candidate) => candidate.name === name)!;
    const parsed = stage.options.parse(options) as Record<string, unknown>;
    const declared = Object.entries(stage.resources as Record<string, AnyResource>);
    const load = (resource: AnyResource): unknown => loadResource(resource, overrideOf(resource));
    // The user's own files are read now, so that their faults are told before the first article. Ours wait for it:
    // a thread that analyzes nothing, such as the one that feeds the workers, never holds them.
    for (const [, resource] of declared) if (config.resources[resource.name] !== undefined) load(resource);
    const kit = once(() => ({
      options: parsed,
      resources: Object.fromEntries(declared.map(([key, resource]) => [key, load(resource)])),
    }));
    const prepared = once(() => stage.prepare(kit()));
    return {
      stage,
      options: parsed,
      run: (document, report) => prepared()(document, report),
      explain: (...row) => stage.explain?.(kit())(...row),
    };
  });
  return Object.freeze({
    config,
    stages,
    tables: stages.flatMap(({ stage }) => stage.tables),
    resources: usedResources(stages.map(({ stage }) => stage)),
    analyze: (article: Article, given?: Given) => analyze(stages, article, given),
  });
}

/** Makes it when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function analyze(stages: readonly PreparedStage[], article: Article, given?: Given): Analysis {
  const problems: Problem[] = [];
  let document: AnyDocument = { article, layers: {} };
  for (const { stage, run } of stages) {
    const at = { articleId: article.id, file: article.sourceFile, stage: stage.name };
    const missing = (stage.needs as LayerName[]).filter((layer) => document.layers[layer] === undefined);
    if (missing.length > 0) continue; // An earlier stage failed and said so.
    try {
      const layers =
        given?.(stage, document) ??
        run(document, (problem) => problems.push({ ...problem, at: { ...at, ...problem.at } }));
      document = { article, layers: { ...document.layers, ...layers } };
    } catch (error) {
      problems.push({
        code: "stage/failed", severity: "degraded", at,
        message: `Stage ${stage.name} failed: ${errorText(error)}`,
        hint: "The rows of this stage are missing for this article. Please report the article as a fault.",
      }); // prettier-ignore
    }
  }
  return { document, problems };
}

function usedResources(stages: readonly AnyStage[]): readonly AnyResource[] {
  const byName = new Map<string, AnyResource>();
  for (const stage of stages)
    for (const resource of Object.values(stage.resources as Record<string, AnyResource>))
      byName.set(resource.name, resource);
  return [...byName.values()];
}

const fault = (code: Problem["code"], message: string, hint?: string): Problem => ({
  code, severity: "rejected", message, ...(hint === undefined ? {} : { hint }),
}); // prettier-ignore

/** All faults of a configuration: unknown stages and options, wrong order, unknown resources. */
export function checkConfig(
  input: unknown,
  catalog: readonly AnyStage[],
): { readonly config: Config | undefined; readonly problems: readonly Problem[] } {
  const parsed = configSchema.safeParse(input);
  if (!parsed.success) return { config: undefined, problems: zodProblems(parsed.error, "", configSchema) };
  const config = parsed.data;
  const problems: Problem[] = [];
  const given = new Set<LayerName>();
  const seen = new Set<string>();
  const used: AnyStage[] = [];
  config.stages.forEach((entry, index) => {
    const { name, options } = readStep(entry);
    const place = `stage ${index + 1} (${name})`;
    const stage = catalog.find((candidate) => candidate.name === name);
    if (stage === undefined) {
      problems.push(unknownName("config/unknown-stage", "stage", name, catalog.map((s) => s.name))); // prettier-ignore
      return;
    }
    if (seen.has(name)) problems.push(fault("config/repeated-stage", `${place}: the stage stands twice.`));
    seen.add(name);
    used.push(stage);
    const result = stage.options.safeParse(options);
    if (!result.success) problems.push(...zodProblems(result.error, `${name}.`, stage.options));
    for (const layer of stage.needs as LayerName[])
      if (!given.has(layer)) problems.push(missingLayer(place, layer, catalog));
    for (const layer of stage.gives as LayerName[]) given.add(layer);
  });
  const names = usedResources(used).map((resource) => resource.name);
  for (const name of Object.keys(config.resources))
    if (!names.includes(name)) problems.push(unknownName("config/unknown-resource", "resource", name, names));
  return { config, problems };
}

export function unknownName(
  code: Problem["code"],
  kind: string,
  name: string,
  known: readonly string[],
): Problem {
  const near = nearest(name, known);
  return fault(
    code,
    `There is no ${kind} "${name}".`,
    near === undefined ? `Known: ${known.join(", ")}.` : `Did you mean "${near}"?`,
  );
}

function missingLayer(place: string, layer: LayerName, catalog: readonly AnyStage[]): Problem {
  const giver = catalog.find((stage) => (stage.gives as LayerName[]).includes(layer));
  return fault(
    "config/missing-layer",
    `${place} needs the layer "${layer}", which no stage before it gives.`,
    giver === undefined ? undefined : `Put the stage "${giver.name}" before it.`,
  );
}

/** The issues of a failed check as problems; `prefix` names the place (`dates.`). */
export function zodProblems(error: z.ZodError, prefix: string, schema: z.ZodObject): Problem[] {
  return error.issues.flatMap((issue) => {
    const path = prefix + issue.path.join(".");
    if (issue.code !== "unrecognized_keys") return [fault("config/bad-value", `${path}: ${issue.message}`)];
    return issue.keys.map((key) => {
      const near = issue.path.length === 0 ? nearest(key, Object.keys(schema.shape)) : undefined;
      return fault(
        "config/unknown-option",
        `${path}${key}: there is no such option.`,
        near === undefined ? undefined : `Did you mean "${near}"?`,
      );
    });
  });
}
