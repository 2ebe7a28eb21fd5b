import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { LineCounter, parseDocument } from "yaml";
import { aggregates } from "../aggregate/index.ts";
import { readStep, type Config, type ConfigInput } from "../core/config.ts";
import { checkConfig, compile, type Pipeline } from "../core/pipeline.ts";
import { DyadicError, type Problem } from "../core/problem.ts";
import type { AnyStage } from "../core/stage.ts";
import { stages as builtin } from "../stages/index.ts";
import { checkSettings } from "./settings.ts";

/** A pipeline before it is compiled: plain data, so that every thread can compile the same one. */
export interface PipelineSource {
  /** As written. */
  readonly config: unknown;
  /** Folder against which the paths in it are meant. */
  readonly folder: string;
  /** The file it was read from, for messages. */
  readonly file?: string;
}

/** `pipelines/` of this package, from `src/run` and `dist/run` alike. */
export const pipelineFolder = fileURLToPath(new URL("../../pipelines/", import.meta.url));

/** What runs when no pipeline is named: every built-in stage with its defaults. `pipelines/default.yaml` says the same. */
export function defaultSource(): PipelineSource {
  const config = {
    name: "default",
    stages: builtin.map(({ name }) => name),
    aggregate: aggregates.map(({ name }) => name),
  };
  return { config, folder: process.cwd() };
}

/**
 * Reads a pipeline by path, or by the bare name of one that ships with Dyadic (`fast`).
 * Throws DyadicError `config/unreadable` or `config/bad-yaml`.
 */
export function readPipeline(nameOrPath: string | undefined): PipelineSource {
  if (nameOrPath === undefined) return defaultSource();
  const file = /^[\w-]+$/.test(nameOrPath) ? resolve(pipelineFolder, `${nameOrPath}.yaml`) : nameOrPath;
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new DyadicError([{
      code: "config/unreadable", severity: "rejected", at: { file },
      message: `Cannot read the pipeline ${nameOrPath}: ${(error as Error).message}`,
      hint: "Give the path of a YAML file, or the name of one that ships: default, fast, dates-only.",
    }]); // prettier-ignore
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  if (document.errors.length > 0)
    throw new DyadicError(
      document.errors.map((error): Problem => ({
        code: "config/bad-yaml", severity: "rejected", message: error.message,
        at: { file, line: lineCounter.linePos(error.pos[0]).line },
        hint: "Mend the YAML; lists need a dash, options two more spaces than their stage.",
      })),
    ); // prettier-ignore
  return { config: document.toJS() as unknown, folder: dirname(resolve(file)), file };
}

/** A source whose plug-ins are loaded and whose paths are absolute: ready for `compile`. */
export interface ResolvedSource {
  readonly config: unknown;
  readonly catalog: readonly AnyStage[];
}

/** Loads the plug-in stages that a pipeline names by path. Throws DyadicError `config/bad-plugin`. */
export async function resolveSource({ config, folder }: PipelineSource): Promise<ResolvedSource> {
  if (!isRecord(config)) return { config, catalog: builtin };
  const plugins: AnyStage[] = [];
  const problems: Problem[] = [];
  const steps: unknown[] = [];
  for (const step of Array.isArray(config.stages) ? (config.stages as unknown[]) : []) {
    const written =
      typeof step === "string" || isRecord(step) ? readStep(step as Config["stages"][number]) : undefined;
    if (written === undefined || !isPath(written.name)) {
      steps.push(step);
      continue;
    }
    try {
      const stage = await importStage(resolve(folder, written.name));
      plugins.push(stage);
      steps.push({ [stage.name]: written.options });
    } catch (error) {
      problems.push({
        code: "config/bad-plugin", severity: "rejected", at: { file: written.name },
        message: `Cannot load the stage ${written.name}: ${(error as Error).message}`,
        hint: "A plug-in is a JavaScript module whose default export is a stage made with defineStage.",
      }); // prettier-ignore
    }
  }
  if (problems.length > 0) throw new DyadicError(problems);
  const resources = isRecord(config.resources) ? absolutePaths(config.resources, folder) : config.resources;
  return {
    config: {
      ...config,
      ...(Array.isArray(config.stages) ? { stages: steps } : {}),
      ...(resources === undefined ? {} : { resources }),
    },
    catalog: [...builtin, ...plugins],
  };
}

/** The one way from a pipeline file to a pipeline that works, on every thread. */
export async function openPipeline(source: PipelineSource): Promise<Pipeline> {
  const { config, catalog } = await resolveSource(source);
  return withFile(source, () => compile(config as ConfigInput, catalog));
}

/** All faults of a pipeline, without making it ready. */
export async function checkPipeline(source: PipelineSource): Promise<readonly Problem[]> {
  try {
    const { config, catalog } = await resolveSource(source);
    const checked = checkConfig(config, catalog);
    const problems = [...checked.problems];
    if (checked.config !== undefined) {
      const named = checked.config.stages.map((step) => readStep(step).name);
      const used = catalog.filter(({ name }) => named.includes(name));
      const tables = used.flatMap((stage) => stage.tables.map(({ name }) => name));
      problems.push(...checkSettings(checked.config, tables).problems);
    }
    return problems.map((problem) => inFile(problem, source.file));
  } catch (error) {
    if (error instanceof DyadicError) return error.problems;
    throw error;
  }
}

function withFile<T>(source: PipelineSource, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DyadicError)) throw error;
    throw new DyadicError(error.problems.map((problem) => inFile(problem, source.file)));
  }
}

const inFile = (problem: Problem, file: string | undefined): Problem =>
  file === undefined || problem.at?.file !== undefined
    ? problem
    : { ...problem, at: { ...problem.at, file } };

const isPath = (name: string): boolean => /^\.{0,2}\/|\.[cm]?js$/.test(name);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

async function importStage(path: string): Promise<AnyStage> {
  const module = (await import(pathToFileURL(path).href)) as { readonly default?: Partial<AnyStage> };
  const stage = module.default;
  if (typeof stage?.name !== "string" || typeof stage.prepare !== "function")
    throw new Error("its default export is not a stage");
  return stage as AnyStage;
}

function absolutePaths(overrides: Record<string, unknown>, folder: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(overrides).map(([name, override]) => [
      name,
      isRecord(override)
        ? Object.fromEntries(
            Object.entries(override).map(([how, path]) => [
              how,
              typeof path === "string" ? resolve(folder, path) : path,
            ]),
          )
        : override,
    ]),
  );
}
