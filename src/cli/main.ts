#!/usr/bin/env node
import { Command } from "commander";
import { version } from "../core/version.ts";
import { exit } from "./exit.ts";

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

/** Each brings its own part of the library: the one that is asked for is loaded, all only for the list of them. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import("./run.ts")).runCommand(),
  report: async () => (await import("./report.ts")).reportCommand(),
  query: async () => (await import("./query.ts")).queryCommand(),
  why: async () => (await import("./why.ts")).whyCommand(),
  inspect: async () => (await import("./inspect.ts")).inspectCommand(),
  stages: async () => (await import("./stages.ts")).stagesCommand(),
  check: async () => (await import("./check.ts")).checkCommand(),
  codebook: async () => (await import("./codebook.ts")).codebookCommand(),
  evaluate: async () => (await import("./evaluate.ts")).evaluateCommand(),
  annotate: async () => (await import("./annotate.ts")).annotateCommand(),
  actors: async () => (await import("./actors.ts")).actorsCommand(),
};
const asked = commands[process.argv[2] ?? ""];
for (const load of asked === undefined ? Object.values(commands) : [asked]) program.addCommand(await load());

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
