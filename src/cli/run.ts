import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { readPipeline } from "../run/pipeline-file.ts";
import { Interrupted, run, type RunSummary } from "../run/run.ts";
import { exit, withExitCode, type ExitCode } from "./exit.ts";
import { exportFlags, withExportFlags, type ExportFlags } from "./export-flags.ts";
import { pipelineOption } from "./options.ts";
import { progressDisplay } from "./progress.ts";
import { print, say, sayProblems } from "./terminal.ts";
import { describeRun } from "./summary.ts";

interface Options extends ExportFlags {
  readonly pipeline?: string;
  readonly output: string;
  readonly overwrite?: true;
  readonly threads: number;
  readonly quiet?: true;
  readonly json?: true;
}

export function runCommand(): Command {
  return exportFlags(new Command("run"))
    .description("Turn articles into a dataset: tables, codebook and manifest in one folder.")
    .argument("<inputs...>", "files, folders, globs, or - for standard input")
    .addOption(pipelineOption())
    .option("-o, --output <folder>", "where the dataset goes", "output/dataset")
    .option("--overwrite", "replace the dataset or the unfinished run that the folder holds")
    .option(
      "-t, --threads <number>",
      "threads that analyze",
      wholeNumber,
      Math.max(1, availableParallelism() - 1),
    )
    .option("-q, --quiet", "no progress and no summary; problems are still told")
    .option("--json", "print the summary as JSON on standard output")
    .addHelpText(
      "after",
      `
A run that was stopped (Ctrl-C, a kill, a full disk) goes on where it was when the same command is given again.

Examples:
  dyadic run corpus/sample
  dyadic run corpus/sample --format csv,parquet --excel --as gdelt
  dyadic run news/*.html archive.jsonl.gz --pipeline fast --output output/news --threads 4
  zcat news.jsonl.gz | dyadic run - --json | jq .rows`,
    )
    .action((inputs: readonly string[], options: Options) => withExitCode(() => work(inputs, options)));
}

async function work(inputs: readonly string[], options: Options): Promise<ExitCode> {
  const stop = new AbortController();
  const onInterrupt = (): void => {
    if (stop.signal.aborted) process.exit(exit.interrupted); // The second Ctrl-C does not wait.
    say("\nStopping after the articles under way; Ctrl-C again to stop at once.");
    stop.abort();
  };
  process.on("SIGINT", onInterrupt);
  const progress = progressDisplay(options.quiet === true);
  try {
    const summary = await run({
      inputs,
      source: withExportFlags(readPipeline(options.pipeline), options),
      output: options.output,
      overwrite: options.overwrite === true,
      threads: options.threads,
      onProgress: (now) => { progress.show(now); }, // prettier-ignore
      signal: stop.signal,
    });
    progress.end();
    if (options.json) print(JSON.stringify(summary));
    else if (!options.quiet) print(describeRun(summary, resolve(summary.output)));
    return verdict(summary);
  } catch (error) {
    progress.end();
    if (!(error instanceof Interrupted)) throw error;
    sayProblems(error.problems);
    return exit.interrupted;
  } finally {
    process.off("SIGINT", onInterrupt);
  }
}

function verdict({ articles, verdict: found }: RunSummary): ExitCode {
  if (articles === 0) return exit.nothing;
  return found === "done" ? exit.done : exit.partial;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 512)
    throw new InvalidArgumentError("It is a whole number from 1 to 512.");
  return value;
}
