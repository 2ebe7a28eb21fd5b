import { z } from "zod";

const override = z
  .strictObject({
    extend: z.string().optional().describe("Your file, added after the built-in one."),
    replace: z.string().optional().describe("Your file, in place of the built-in one."),
  })
  .refine((value) => Object.values(value).some((path) => path !== undefined), "give extend: or replace:");

/** One entry of a list of stages: a name, or a name with its options. */
const step = z.union([z.string(), z.record(z.string(), z.record(z.string(), z.unknown()).nullable())]);

/** A pipeline as a person writes it: plain data that can be printed and sent to a thread. */
export const configSchema = z.strictObject({
  name: z.string().default("pipeline").describe("Names the dataset."),
  description: z.string().optional().describe("One sentence on what it is for."),
  ingest: z.record(z.string(), z.unknown()).default({}).describe("How input files are read."),
  stages: z.array(step).min(1).describe("The stages in order, each a name or a name with its options."),
  aggregate: z.array(step).default([]).describe("What is made from the rows of all articles, in order."),
  export: z.record(z.string(), z.unknown()).default({}).describe("Which files are written."),
  resources: z.record(z.string(), override).default({}).describe("Your own dictionaries, by resource name."),
});

export type Config = z.output<typeof configSchema>;
export type ConfigInput = z.input<typeof configSchema>;

/** A step with its options taken apart. */
export interface Step {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export function readStep(entry: Config["stages"][number]): Step {
  if (typeof entry === "string") return { name: entry, options: {} };
  const [[name, options] = ["", null]] = Object.entries(entry);
  return { name, options: options ?? {} };
}
