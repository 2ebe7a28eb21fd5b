import { readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { Command } from "commander";
import { loadRegistry, registryFiles } from "../aggregate/registry.ts";
import { resourceFiles } from "../core/resource.ts";
import { openDataset } from "../export/read.ts";
import { makeReport } from "../report/index.ts";
import type { Manifest } from "../run/manifest.ts";
import { openPipeline, readPipeline } from "../run/pipeline-file.ts";
import { exit, withExitCode } from "./exit.ts";
import { pipelineOption } from "./options.ts";
import { print, sayProblems } from "./terminal.ts";

interface Options {
  readonly file?: string;
  readonly pipeline?: string;
}

export function reportCommand(): Command {
  return new Command("report")
    .description("Make one HTML page of a dataset: to look at, offline, and to pass on.")
    .argument("<output>", "folder of a finished run")
    .option("-f, --file <file>", "where the page goes (default: report.html in that folder)")
    .addOption(pipelineOption())
    .addHelpText(
      "after",
      `
Examples:
  dyadic report output/demo
  dyadic report output/news --pipeline mine.yaml   # with the registry of that run
  dyadic report output/demo --file caucasus.html`,
    )
    .action((output: string, { file = join(output, "report.html"), pipeline }: Options) =>
      withExitCode(async () => {
        const dataset = openDataset(output);
        const manifest = JSON.parse(readFileSync(join(output, "run.json"), "utf8")) as Manifest;
        const { resources } = (await openPipeline(readPipeline(pipeline))).config;
        const changed = Object.values(registryFiles).filter((resource) => {
          const hashes = resourceFiles(resource, resources[resource.name]).map(({ sha256 }) => sha256);
          const made = manifest.resources[resource.name];
          return made !== undefined && made.join() !== hashes.join();
        });
        if (changed.length > 0)
          sayProblems([{
            code: "report/other-registry", severity: "warning",
            message: `The registry is not that of the run (${changed.map(({ name }) => name).join(", ")}); office-holders may count for other sides.`,
            hint: "Give the pipeline of that run with --pipeline.",
          }]); // prettier-ignore
        writeFileSync(
          file,
          await makeReport(
            dataset,
            { ...manifest, name: basename(resolve(output)) },
            loadRegistry(resources),
          ),
        );
        print(`${file}: open it in a browser.`);
        return exit.done;
      }),
    );
}
