import { stringify } from "yaml";
import { z } from "zod";
import type { AnyAggregate } from "../aggregate/aggregate.ts";
import { configSchema } from "../core/config.ts";
import type { AnyStage } from "../core/stage.ts";
import { exportOptions } from "../export/options.ts";
import { ingestOptions } from "../ingest/options.ts";

/* pipelines/default.yaml and pipelines/pipeline.schema.json, made from the declarations of stages and options. */

interface OptionSchema {
  readonly description?: string;
  readonly default?: unknown;
}

const optionsOf = (schema: z.ZodObject): readonly (readonly [string, OptionSchema])[] =>
  Object.entries((z.toJSONSchema(schema, { io: "input" }).properties ?? {}) as Record<string, OptionSchema>);

const width = 110;

/** Words as comment lines of at most `width` characters. */
function comment(text: string, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.replace(/\s+/g, " ").split(" ")) {
    if (line !== "" && indent.length + 2 + line.length + 1 + word.length > width) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part) => `${indent}# ${part}`);
}

/** Every option with its default; one without a default is shown in a comment. */
function optionLines(schema: z.ZodObject, indent: string): readonly string[] {
  return optionsOf(schema).flatMap(([name, { description = "", default: value }]) => [
    ...comment(description, indent),
    value === undefined
      ? `${indent}# ${name}:`
      : `${indent}${name}: ${stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trimEnd()}`,
  ]);
}

const stepLines = ({ name, summary, options }: AnyStage | AnyAggregate): readonly string[] => {
  const written = optionLines(options as z.ZodObject, "      ");
  const bare = written.every((line) => line.trimStart().startsWith("#"));
  return [...comment(summary, "  "), `  - ${name}${bare ? "" : ":"}`, ...written];
};

/** The default pipeline with every option, its meaning and its default. */
export function defaultPipelineYaml(
  stages: readonly AnyStage[],
  aggregates: readonly AnyAggregate[],
): string {
  return [
    "# yaml-language-server: $schema=./pipeline.schema.json",
    "# Every stage and option of Dyadic with its default. Made by `npm run generate`; copy it and change the copy.",
    "",
    "# Names the dataset.",
    "name: default",
    "",
    "# How input files are read.",
    "ingest:",
    ...optionLines(ingestOptions, "  "),
    "",
    "# The stages in order. A stage of your own is named by its path: `- ./my-stage.js: { option: 1 }`.",
    "stages:",
    ...stages.flatMap(stepLines),
    "",
    "# What is made from the rows of all articles.",
    "aggregate:",
    ...aggregates.flatMap(stepLines),
    "",
    "# Which files are written.",
    "export:",
    ...optionLines(exportOptions, "  "),
    "",
    "# Your own dictionaries, with paths from this file: added to ours, or in their place.",
    "#   en/actors: { extend: ./my-actors.csv }",
    "resources: {}",
    "",
  ].join("\n");
}

/** JSON Schema of a pipeline file, for completion and checks in editors. */
export function pipelineSchema(
  stages: readonly AnyStage[],
  aggregates: readonly AnyAggregate[],
): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema, { io: "input" }) as {
    properties: Record<string, Record<string, unknown>>;
  };
  const step = (steps: readonly (AnyStage | AnyAggregate)[], own: object): Record<string, unknown> => ({
    anyOf: [
      { enum: steps.map(({ name }) => name) },
      {
        type: "object",
        minProperties: 1,
        maxProperties: 1,
        properties: Object.fromEntries(
          steps.map(({ name, summary, options }) => [
            name,
            { description: summary, anyOf: [plain(options as z.ZodObject), { type: "null" }] },
          ]),
        ),
        ...own,
      },
    ],
  });
  const path = "\\.[cm]?js$";
  const stageStep = step(stages, { patternProperties: { [path]: {} }, additionalProperties: false });
  (stageStep.anyOf as object[]).push({ type: "string", pattern: path });
  return {
    ...schema,
    title: "Dyadic pipeline",
    properties: {
      ...schema.properties,
      ingest: { ...schema.properties.ingest, ...plain(ingestOptions) },
      stages: { ...schema.properties.stages, items: stageStep },
      aggregate: { ...schema.properties.aggregate, items: step(aggregates, { additionalProperties: false }) },
      export: { ...schema.properties.export, ...plain(exportOptions) },
    },
  };
}

function plain(options: z.ZodObject): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(options, { io: "input" });
  return schema;
}
