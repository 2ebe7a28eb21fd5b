import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dataset } from "../../src/core/dataset.ts";
import type { AnyRow } from "../../src/core/table.ts";
import { exportDataset } from "../../src/export/index.ts";
import { exportOptions, formatNames, layoutNames, type ExportOptions } from "../../src/export/options.ts";
import { openDataset } from "../../src/export/read.ts";
import { readPipeline } from "../../src/run/pipeline-file.ts";
import { run } from "../../src/run/run.ts";
import type { Bench } from "../bench.ts";

const articles = 500;

const sides = [
  "Serbia",
  "Kosovo",
  "Turkey",
  "Greece",
  "Iran",
  "Israel",
  "Ethiopia",
  "Egypt",
  "Japan",
  "China",
];
const deeds = ["condemned", "praised", "threatened", "met", "accused", "thanked", "sanctioned", "invited"];

/** A made-up report of about 250 words; no two are near duplicates. */
function report(index: number): string {
  const sentence = (number: number): string => {
    const pick = <T>(from: readonly T[], by: number): T => from[(index * 7 + number * 3 + by) % from.length]!;
    const [who, whom] = [pick(sides, 0), pick(sides, 1 + (index % 4))];
    return `On ${1 + ((index + number) % 28)} March ${2010 + (index % 15)}, ${who} ${pick(deeds, number)} ${whom} over case ${index * 31 + number}, and “at least ${10 + number} people” were hurt, its minister said.`;
  };
  return Array.from({ length: 10 }, (_, number) => sentence(number)).join(" ");
}

/** A run of the default pipeline over the file: where it is, its milliseconds, and those after the last article. */
async function timed(input: string, formats: readonly string[]) {
  const source = readPipeline(undefined);
  const output = join(mkdtempSync(join(tmpdir(), "dyadic-bench-")), "dataset");
  const config = { ...(source.config as object), export: { formats } };
  const start = performance.now();
  let last = start;
  await run({
    inputs: [input],
    source: { ...source, config },
    output,
    onProgress: ({ phase }) => { if (phase === "writing") last = performance.now(); },
  }); // prettier-ignore
  const end = performance.now();
  return { output, whole: end - start, after: end - last };
}

/** The rows of a dataset in memory, so that writing is timed without reading. */
async function held(folder: string): Promise<Dataset> {
  const { tables, rows } = openDataset(folder);
  const all = new Map<string, AnyRow[]>();
  for (const { name } of tables) {
    const kept: AnyRow[] = [];
    for await (const row of rows(name)) kept.push(row);
    all.set(name, kept);
  }
  return {
    tables,
    async *rows(name) {
      yield* all.get(name) ?? [];
    },
  };
}

async function writing(dataset: Dataset, options: ExportOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "dyadic-bench-"));
  const start = performance.now();
  await exportDataset(dataset, folder, options, { name: "bench", version: "0.0.0" });
  const time = performance.now() - start;
  rmSync(folder, { recursive: true });
  return time;
}

/** Share of a run's time that goes into writing files, and into everything after the last article. */
const bench: Bench = async () => {
  const input = join(mkdtempSync(join(tmpdir(), "dyadic-bench-")), "made-up.jsonl");
  writeFileSync(input, Array.from({ length: articles }, (_, index) => `${JSON.stringify({ text: report(index) })}\n`).join(""));
  const { output, whole, after } = await timed(input, ["jsonl"]);
  const dataset = await held(output);
  const csv = await writing(dataset, exportOptions.parse({}));
  const all = await writing(dataset, exportOptions.parse({ formats: formatNames, as: layoutNames }));
  const note = `${articles} made-up articles of 10 sentences, one thread, ${Math.round(whole)} ms`;
  const share = (time: number): number => (100 * time) / whole;
  return [
    { name: "share of the run: writing CSV, codebook, data package", value: share(csv), unit: "%", bar: 10, barIsMost: true, note },
    { name: "share of the run: writing every format and layout", value: share(all), unit: "%", note: "compared with a run that writes JSON Lines" },
    { name: "share of the run: all after the last article", value: share(after), unit: "%", note: "sorting, near duplicates, dyads with resampling, actors, JSON Lines" },
  ];
}; // prettier-ignore
export default bench;
