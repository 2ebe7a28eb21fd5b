import { InvalidArgumentError, type Command } from "commander";
import { formatNames, layoutNames } from "../export/options.ts";
import type { PipelineSource } from "../run/pipeline-file.ts";
import { fieldList } from "./options.ts";

/** What the flags say about the files to write. */
export interface ExportFlags {
  readonly format?: readonly string[];
  readonly excel?: true;
  readonly gzip?: true;
  /** False with `--no-text`. */
  readonly text: boolean;
  readonly as?: readonly string[];
}

/** The `export:` section of a pipeline as flags, which go over it. */
export function exportFlags(command: Command): Command {
  return command
    .option("-f, --format <names>", `files of every table: ${formatNames.join(", ")}`, listOf(formatNames))
    .option("--excel", "also CSV as spreadsheets want it: stances.excel.csv")
    .option("--gzip", "compress CSV and JSON Lines: stances.csv.gz")
    .option("--no-text", "leave out sentences, quotations and evidence where rights forbid passing them on")
    .option(
      "--as <names>",
      `the events also in the layout of ${layoutNames.join(", ")}`,
      listOf(layoutNames),
    );
}

/** Names between commas; the option may also be given several times. */
const listOf =
  (known: readonly string[]) =>
  (text: string, before: readonly string[] = []): readonly string[] => {
    const names = fieldList(text);
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined)
      throw new InvalidArgumentError(`There is no "${unknown}": give ${known.join(", ")}.`);
    return [...new Set([...before, ...names])];
  };

/** The pipeline with what the flags say in place of what its `export:` says. */
export function withExportFlags(source: PipelineSource, flags: ExportFlags): PipelineSource {
  const config = source.config as { readonly export?: { readonly formats?: readonly string[] } } | null;
  if (typeof config !== "object" || config === null) return source;
  const formats = flags.format ?? config.export?.formats ?? ["csv"];
  return {
    ...source,
    config: {
      ...config,
      export: {
        ...config.export,
        formats: flags.excel === true ? [...new Set([...formats, "excel"])] : formats,
        ...(flags.gzip === true ? { gzip: true } : {}),
        ...(flags.text ? {} : { text: false }),
        ...(flags.as === undefined ? {} : { as: flags.as }),
      },
    },
  };
}
