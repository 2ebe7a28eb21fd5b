import { addCounts, ratios, type Counts } from "../../src/core/score.ts";
import { compile } from "../../src/core/pipeline.ts";
import type { GoldRecord } from "../../src/core/stage.ts";
import { scoreRecord } from "../../src/evaluate/evaluate.ts";
import { stages } from "../../src/stages/index.ts";
import { benchFile, readRecords, type BenchRow } from "../bench.ts";

const news = ["newsquant", "meantime", "re3d", "udnews"] as const;
/** Full F1 (overlap, value and unit right) to hold on each set. */
const bars: Readonly<Record<string, number>> = {
  newsquant: 82, meantime: 94, re3d: 90, udnews: 85, duckling: 75, "recognizers-number": 90,
}; // prettier-ignore
const others = ["duckling", "recognizers-number", "recognizers-unit", "quantulum3"] as const;

const nothing: Counts = { correct: 0, found: 0, gold: 0 };

/** Figures by the pipeline up to this stage, marked as `score.mjs` beside the data marks them. */
export default async function figures(): Promise<readonly BenchRow[]> {
  const pipeline = compile(
    { stages: ["clean", "segment", "entities", "dates", "actors", "quotes", "figures"] },
    stages,
  );
  const rows: BenchRow[] = [];
  const full: number[] = [];
  const pooled: Record<string, Counts> = {};
  for (const name of [...news, ...others]) {
    const file = benchFile(`figures/${name}-dev.jsonl`);
    if (file === undefined) continue;
    const sums: Record<string, Counts> = {};
    for (const record of readRecords<GoldRecord>(file))
      for (const [measure, counts] of Object.entries(scoreRecord(pipeline, record).score))
        if (measure.startsWith("figures.")) sums[measure] = addCounts(sums[measure] ?? nothing, counts);
    const f1 = ratios(sums["figures.full"] ?? nothing).f1;
    rows.push(row(`figures full F1, ${name}`, f1, bars[name]));
    if (!news.some((each) => each === name)) continue;
    full.push(f1);
    for (const [measure, counts] of Object.entries(sums))
      pooled[measure] = addCounts(pooled[measure] ?? nothing, counts);
  }
  if (full.length < news.length) return rows;
  const mean = full.reduce((sum, each) => sum + each, 0) / full.length;
  return [
    ...rows,
    row("figures full F1, mean of the four news sets", mean, 88),
    row("marked comparators right, news sets", ratios(pooled["figures.comparator_marked"]!).recall, 88),
    row("counted head F1, news sets", ratios(pooled["figures.counted"]!).f1, 82),
    row("value right on matched spans, news sets", ratios(pooled["figures.value_accuracy"]!).recall, 96),
  ];
}

function row(name: string, value: number, bar: number | undefined): BenchRow {
  return { name, value, unit: "%", ...(bar === undefined ? {} : { bar }) };
}
