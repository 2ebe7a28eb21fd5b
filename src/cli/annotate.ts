import { Command } from "commander";
import { annotateRecord } from "../evaluate/annotate.ts";
import { writeConllu } from "../evaluate/conllu.ts";
import { readGold } from "../evaluate/gold.ts";
import { isTreebank, readTreebank, treebankAnnotator } from "../evaluate/treebank.ts";
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
      "gold files or folders (JSON Lines with id, text and the fields of the benchmarks; CoNLL-U)",
    )
    .addOption(pipelineOption())
    .option("--given <fields>", "keep these fields of the file and find only the rest", fieldList, [])
    .addHelpText(
      "after",
      `
Examples:
  dyadic annotate gold/dates.jsonl > found.jsonl
  dyadic annotate gold/stances.jsonl --given entities > found.jsonl
  dyadic annotate en_ewt-ud-dev.conllu > found.conllu`,
    )
    .action((files: readonly string[], options: Options) =>
      withExitCode(async () => {
        const treebanks = files.filter(isTreebank);
        const annotate = treebankAnnotator();
        for (const sentence of treebanks.flatMap(readTreebank))
          process.stdout.write(writeConllu(annotate(sentence)));
        const records = files.filter((file) => !isTreebank(file));
        if (records.length === 0) return exit.done;
        const pipeline = await openPipeline(readPipeline(options.pipeline));
        for await (const record of readGold(records))
          print(JSON.stringify(annotateRecord(pipeline, record, options.given)));
        return exit.done;
      }),
    );
}
