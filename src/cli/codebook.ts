import { Command } from "commander";
import { aggregates } from "../aggregate/index.ts";
import { codebookJson, codebookMarkdown } from "../export/codebook.ts";
import { exportOptions } from "../export/options.ts";
import { openPipeline, readPipeline } from "../run/pipeline-file.ts";
import { readSettings } from "../run/settings.ts";
import { runTables } from "../run/tables.ts";
import { exit, withExitCode } from "./exit.ts";
import { pipelineOption } from "./options.ts";
import { print } from "./terminal.ts";

interface Options {
  readonly pipeline?: string;
  readonly json?: true;
}

export function codebookCommand(): Command {
  return new Command("codebook")
    .description("Print the codebook: every table and column that a pipeline fills, with its meaning.")
    .addOption(pipelineOption())
    .option("--json", "print it as JSON")
    .addHelpText(
      "after",
      `
Examples:
  dyadic codebook > CODEBOOK.md
  dyadic codebook --pipeline dates-only --json`,
    )
    .action((options: Options) =>
      withExitCode(async () => {
        const pipeline = await openPipeline(readPipeline(options.pipeline));
        const settings = readSettings(pipeline.config, pipeline.tables.map(({ name }) => name)); // prettier-ignore
        const notes = Object.fromEntries(aggregates.map(({ table, notes }) => [table.name, notes]));
        const write = options.json ? codebookJson : codebookMarkdown;
        print(write(pipeline.config.name, runTables(pipeline, settings), exportOptions.parse({}), notes));
        return exit.done;
      }),
    );
}
