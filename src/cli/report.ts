import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { openDataset } from "../export/read.ts";
import { makeReport } from "../report/index.ts";
import type { Manifest } from "../run/manifest.ts";
import { exit, withExitCode } from "./exit.ts";
import { print } from "./terminal.ts";

export function reportCommand(): Command {
  return new Command("report")
    .description("Make one HTML page of a dataset: to look at, offline, and to pass on.")
    .argument("<output>", "folder of a finished run")
    .option("-f, --file <file>", "where the page goes (default: report.html in that folder)")
    .addHelpText(
      "after",
      `
Examples:
  dyadic report output/demo
  dyadic report output/demo --file caucasus.html`,
    )
    .action((output: string, { file = join(output, "report.html") }: { readonly file?: string }) =>
      withExitCode(async () => {
        const dataset = openDataset(output);
        const manifest = JSON.parse(readFileSync(join(output, "run.json"), "utf8")) as Manifest;
        writeFileSync(file, await makeReport(dataset, manifest));
        print(`${file}: open it in a browser.`);
        return exit.done;
      }),
    );
}
