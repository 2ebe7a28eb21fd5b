import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDataset } from "../../src/export/read.ts";
import { collectBundle } from "../../src/report/collect.ts";
import { makeReport } from "../../src/report/index.ts";
import { defaultLimits } from "../../src/report/limits.ts";
import { reportPage } from "../../src/report/page.ts";
import type { Manifest } from "../../src/run/manifest.ts";
import { readPipeline } from "../../src/run/pipeline-file.ts";
import { run } from "../../src/run/run.ts";
import { chromiumPath, interactiveAfter, launch } from "../../test/browser/browser.ts";
import { madeUpAbout, madeUpDataset, stateOf } from "../../test/report/fixture.ts";
import type { Bench, BenchRow } from "../bench.ts";

const rounds = 5;
const many = 10_000;

/** Size of the report and the time until a click on it works, in headless Chromium. */
const report: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), "dyadic-bench-"));
  const output = join(folder, "sample");
  await run({ inputs: ["corpus/sample"], source: readPipeline(undefined), output });
  const manifest = JSON.parse(readFileSync(join(output, "run.json"), "utf8")) as Manifest;
  const sample = join(folder, "sample.html");
  writeFileSync(sample, await makeReport(openDataset(output), { ...manifest, name: "sample" }));
  const large = join(folder, "large.html");
  const about = { ...madeUpAbout, counts: { articles: many } };
  writeFileSync(large, reportPage(await collectBundle(madeUpDataset(many), about, stateOf, defaultLimits)));
  const rows: BenchRow[] = [
    { name: "report of the sample corpus", value: statSync(sample).size / 1e6, unit: "MB", bar: 2.5, barIsMost: true },
    { name: `report of ${many} made-up articles`, value: statSync(large).size / 1e6, unit: "MB", bar: 25, barIsMost: true },
  ]; // prettier-ignore
  if (chromiumPath === undefined) {
    process.stderr.write("skipped: the times need Chromium\n");
    return rows;
  }
  const browser = await launch();
  for (const [name, file, bar] of [["sample corpus", sample, 2000], [`${many} made-up articles`, large, undefined]] as const) {
    const measured = [];
    for (let round = 0; round < rounds; round++) measured.push(await interactiveAfter(browser, file));
    const times = measured.map(({ time }) => time).sort((a, b) => a - b);
    rows.push({
      name: `interactive, ${name}`, value: times[Math.floor(rounds / 2)]!, unit: "ms", note: `median of ${rounds} first visits`,
      ...(bar === undefined ? {} : { bar, barIsMost: true }),
    }); // prettier-ignore
    rows.push({
      name: `layout shift, ${name}`, value: Math.max(...measured.map(({ shift }) => shift)), unit: "CLS",
      bar: 0.1, barIsMost: true, note: "0.1 is what Lighthouse calls good",
    }); // prettier-ignore
  } // prettier-ignore
  await browser.close();
  return rows;
};

export default report;
