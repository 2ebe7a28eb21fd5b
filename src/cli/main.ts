#!/usr/bin/env node
import { Command } from "commander";
import { version } from "../core/version.ts";
import { actorsCommand } from "./actors.ts";
import { annotateCommand } from "./annotate.ts";
import { checkCommand } from "./check.ts";
import { codebookCommand } from "./codebook.ts";
import { inspectCommand } from "./inspect.ts";
import { evaluateCommand } from "./evaluate.ts";
import { exit } from "./exit.ts";
import { queryCommand } from "./query.ts";
import { reportCommand } from "./report.ts";
import { runCommand } from "./run.ts";
import { stagesCommand } from "./stages.ts";
import { whyCommand } from "./why.ts";

const program = new Command("dyadic")
  .description(
    "Turns news articles into research datasets: who stands where towards whom, since when, and on what evidence.",
  )
  .version(version)
  .showHelpAfterError("(dyadic --help, or dyadic COMMAND --help, shows examples)")
  .addHelpText(
    "after",
    `
Exit codes: 0 done; 1 done, but articles were rejected or a bar was missed; 2 nothing done; 130 stopped by Ctrl-C.

Examples:
  dyadic run corpus/sample --output output/demo
  dyadic check fast
  dyadic evaluate corpus/gold --bars corpus/bars.yaml`,
  );

for (const command of [
  runCommand(),
  reportCommand(),
  queryCommand(),
  whyCommand(),
  inspectCommand(),
  stagesCommand(),
  checkCommand(),
  codebookCommand(),
  evaluateCommand(),
  annotateCommand(),
  actorsCommand(),
])
  program.addCommand(command);

// A closed pipe (`dyadic annotate … | head`) ends the work without a word.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : exit.nothing);
});

// Commander itself leaves with 1 for a usage fault; here that is 2: nothing was done.
const usageFault = (command: Command): void => {
  command.exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : exit.nothing);
  });
  command.commands.forEach(usageFault);
};
usageFault(program);

await program.parseAsync();
