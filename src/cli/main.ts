#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { annotateCommand } from "./annotate.ts";
import { checkCommand } from "./check.ts";
import { evaluateCommand } from "./evaluate.ts";
import { exit } from "./exit.ts";
import { stagesCommand } from "./stages.ts";

const { version, description } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { readonly version: string; readonly description: string };

const program = new Command("dyadic")
  .description(description)
  .version(version)
  .showHelpAfterError("(dyadic --help, or dyadic COMMAND --help, shows examples)")
  .addHelpText(
    "after",
    `
Exit codes: 0 done; 1 done, but articles were rejected or a bar was missed; 2 nothing done.

Examples:
  dyadic check fast
  dyadic evaluate corpus/gold --bars corpus/bars.yaml`,
  );

for (const command of [annotateCommand(), checkCommand(), evaluateCommand(), stagesCommand()])
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
