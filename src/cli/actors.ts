import { Command } from "commander";
import { DyadicError } from "../core/problem.ts";
import { readPipeline } from "../run/pipeline-file.ts";
import { diffRegistries, type Change, type RegistryDiff } from "../run/registry-diff.ts";
import { registryRows, unknownActors } from "../run/unknown-actors.ts";
import { exit, withExitCode, type ExitCode } from "./exit.ts";
import { pipelineOption } from "./options.ts";
import { outColors as color, print } from "./terminal.ts";

interface Options {
  readonly unknown?: true;
  readonly diff?: true;
  readonly pipeline?: string;
  readonly json?: true;
}

export function actorsCommand(): Command {
  return new Command("actors")
    .description("List the actors that no registry knows, or what a change of the registry does to the numbers.")
    .argument("<paths...>", "with --unknown a dataset's folder; with --diff the old and the new actors.csv, then articles")
    .option("--unknown", "discovered actors by frequency, as rows ready for actors.csv")
    .option("--diff", "run the articles with either file and compare links, actors and dyads")
    .addOption(pipelineOption())
    .option("--json", "print as JSON")
    .addHelpText(
      "after",
      `
A file of rows is used from the pipeline: resources: { en/actors: { extend: my-actors.csv } }
With such a pipeline --diff compares two versions of your own rows; else the files are whole registries.

Examples:
  dyadic actors output/demo --unknown > my-actors.csv
  dyadic actors --diff old.csv new.csv corpus/sample --pipeline my-pipeline.yaml`,
    )
    .action((paths: readonly string[], options: Options) => withExitCode(() => work(paths, options)));
} // prettier-ignore

async function work(paths: readonly string[], options: Options): Promise<ExitCode> {
  const [first = "", second = "", ...inputs] = paths;
  if (options.unknown && !options.diff && paths.length === 1) {
    const found = await unknownActors(first);
    print(options.json ? JSON.stringify(found, undefined, 2) : registryRows(found).trimEnd());
    return exit.done;
  }
  if (options.diff && !options.unknown && inputs.length > 0) {
    const diff = await diffRegistries({ old: first, new: second, inputs, source: readPipeline(options.pipeline) });
    print(options.json ? JSON.stringify(diff, undefined, 2) : describe(diff));
    return exit.done;
  }
  throw new DyadicError([{
    code: "actors/usage", severity: "rejected", message: "Nothing to do with these arguments.",
    hint: "Give a dataset's folder with --unknown, or --diff with the old file, the new file and articles.",
  }]);
} // prettier-ignore

/** Lines of each part that are shown; --json has all. */
const shown = 30;

function describe({ articles, linked, relinks, actors, dyads }: RegistryDiff): string {
  const changed = relinks.reduce((sum, { count }) => sum + count, 0);
  const links = relinks.map(
    ({ from, to, count, example }) => `${from || "-"} → ${to || "-"}  ${String(count)}  “${example}”`,
  );
  return [
    `${String(articles)} articles; linked mentions ${String(linked.old)} → ${String(linked.new)}, links changed ${String(changed)}`,
    ...part("links", links),
    ...part("actors, mentions", actors.map(change)),
    ...part("dyads, stances and events", dyads.map(change)),
  ].join("\n");
} // prettier-ignore

const change = ({ id, old, new: now }: Change): string => `${id}  ${String(old)} → ${String(now)}`;

function part(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return ["", `${color.bold(title)}: no change`];
  const more = lines.length > shown ? [`  … ${String(lines.length - shown)} more (--json shows all)`] : [];
  return ["", color.bold(title), ...lines.slice(0, shown).map((line) => `  ${line}`), ...more];
}
