import type { z } from "zod";
import type { AnyAggregate } from "../aggregate/aggregate.ts";
import { aggregates } from "../aggregate/index.ts";
import { readStep, type Config } from "../core/config.ts";
import { unknownName, zodProblems } from "../core/pipeline.ts";
import { DyadicError, type Problem } from "../core/problem.ts";
import { exportOptions, type ExportOptions } from "../export/options.ts";
import { ingestOptions, type IngestOptions } from "../ingest/options.ts";

/** The sections of a pipeline around its stages, checked and with their defaults. */
export interface Settings {
  readonly ingest: IngestOptions;
  readonly aggregates: readonly PreparedAggregate[];
  readonly export: ExportOptions;
}

export interface PreparedAggregate {
  readonly aggregate: AnyAggregate;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Tables that every run makes. */
const ownTables = ["articles", "rejects"];

/** Settings and all their faults; `tables` are those the stages fill. */
export function checkSettings(
  config: Config,
  tables: readonly string[],
): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const section = <S extends z.ZodObject>(name: string, schema: S, written: unknown): z.output<S> => {
    const parsed = schema.safeParse(written);
    if (parsed.success) return parsed.data;
    problems.push(...zodProblems(parsed.error, `${name}.`, schema));
    return schema.parse({});
  };
  const prepared: PreparedAggregate[] = [];
  const made = new Set([...ownTables, ...tables]);
  for (const entry of config.aggregate) {
    const { name, options } = readStep(entry);
    const aggregate = aggregates.find((candidate) => candidate.name === name);
    if (aggregate === undefined) {
      problems.push(unknownName("config/unknown-aggregate", "aggregate", name, aggregates.map((a) => a.name))); // prettier-ignore
      continue;
    }
    for (const table of aggregate.needs)
      if (!made.has(table))
        problems.push({
          code: "config/missing-table", severity: "rejected",
          message: `The aggregate ${name} needs the table "${table}", which nothing before it makes.`,
          hint: "Add the stage or aggregate that fills it, or leave this one out.",
        }); // prettier-ignore
    made.add(aggregate.table.name);
    prepared.push({ aggregate, options: section(name, aggregate.options, options) });
  }
  return {
    settings: {
      ingest: section("ingest", ingestOptions, config.ingest),
      aggregates: prepared,
      export: section("export", exportOptions, config.export),
    },
    problems,
  };
}

/** The settings of a sound pipeline. Throws DyadicError with every fault. */
export function readSettings(config: Config, tables: readonly string[]): Settings {
  const { settings, problems } = checkSettings(config, tables);
  if (problems.length > 0) throw new DyadicError(problems);
  return settings;
}
