import { Command } from "commander";
import { annotateRecord } from "../evaluate/annotate.ts";
import { readGold } from "../evaluate/gold.ts";
import { openPipeline, readPipeline } from "../run/pipeline-file.ts";
import { exit, withExitCode } from "./exit.ts";
import { fieldList, pipelineOption } from "./options.ts";
import { print } from "./terminal.ts";

interface Options {
  readonly pipeline?: string;
  readonly given: readonly string[];
}

export function annotateCommand(): Command {
  return new Command("annotate")
    .description("Write gold documents with our own findings in their own format to standard output.")
    .argument(
      "<files...>",
      "gold files or folders (JSON Lines with id, text and the fields of the benchmarks)",
    )
    .addOption(pipelineOption())
    .option("--given <fields>", "keep these fields of the file and find only the rest", fieldList, [])
    .addHelpText(
      "after",
      `
Examples:
  dyadic annotate gold/dates.jsonl > found.jsonl
  dyadic annotate gold/stances.jsonl --given entities > found.jsonl`,
    )
    .action((files: readonly string[], options: Options) =>
      withExitCode(async () => {
        const pipeline = await openPipeline(readPipeline(options.pipeline));
        for await (const record of readGold(files))
          print(JSON.stringify(annotateRecord(pipeline, record, options.given)));
        return exit.done;
      }),
    );
}
