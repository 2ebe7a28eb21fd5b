import { Command } from "commander";
import { checkPipeline, readPipeline } from "../run/pipeline-file.ts";
import { exit, withExitCode } from "./exit.ts";
import { print, sayProblems } from "./terminal.ts";

export function checkCommand(): Command {
  return new Command("check")
    .description("Check a pipeline file: every fault at once, with a hint each.")
    .argument("[pipeline]", "pipeline file, or the name of one that ships", "default")
    .addHelpText(
      "after",
      `
Examples:
  dyadic check my-pipeline.yaml
  dyadic check fast`,
    )
    .action((pipeline: string) =>
      withExitCode(async () => {
        const problems = await checkPipeline(readPipeline(pipeline));
        sayProblems(problems);
        if (problems.length > 0) return exit.nothing;
        print(`${pipeline} is sound.`);
        return exit.done;
      }),
    );
}
