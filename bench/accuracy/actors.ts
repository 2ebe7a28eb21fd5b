import { compile, type Pipeline } from "../../src/core/pipeline.ts";
import { addCounts, ratios, type Counts } from "../../src/core/score.ts";
import type { GoldRecord } from "../../src/core/stage.ts";
import { analyzeRecord } from "../../src/evaluate/annotate.ts";
import { stages } from "../../src/stages/index.ts";
import { benchFile, goldFile, readRecords, type BenchRow } from "../bench.ts";
import { gumRows } from "../gum.ts";

const wanted = ["clean", "segment", "syntax", "entities", "dates", "actors"];

/**
 * Linking and reference on our gold, grouping of names and links to Wikipedia in GUM, actor codes of the PETRARCH records.
 * The reference weights are fitted on GUM's training part, so its names alone are told of it.
 */
export default async function actors(): Promise<readonly BenchRow[]> {
  const pipeline = compile(
    { stages: stages.map(({ name }) => name).filter((name) => wanted.includes(name)) },
    stages,
  );
  return [
    ...gold(pipeline, "held-out", true),
    ...gold(pipeline, "development", false),
    ...gumRows(pipeline, "gum-dev", 75),
    ...gumRows(pipeline, "gum-train"),
    ...petrarch(pipeline),
  ];
}

const f1 = (precision: number, recall: number): number => (2 * precision * recall) / (precision + recall);

function gold(pipeline: Pipeline, name: string, held: boolean): BenchRow[] {
  const file = goldFile(`${name}.jsonl`);
  const records = readRecords<GoldRecord>(file);
  const stage = stages.find((candidate) => candidate.name === "actors")!;
  const sums: Record<string, Counts> = {};
  for (const record of records) {
    const { document } = analyzeRecord(pipeline, record);
    for (const [measure, counts] of Object.entries(stage.exchange!.score!(record, document)))
      sums[measure] = sums[measure] === undefined ? counts : addCounts(sums[measure], counts);
  }
  const of = (measure: string) => ratios(sums[measure] ?? { correct: 0, found: 0, gold: 0 });
  const row = (text: string, value: number, bar?: number): BenchRow => ({
    name: `${text}, gold ${name}`, value, unit: "%", ...(held && bar !== undefined ? { bar } : {}),
  }); // prettier-ignore
  return [
    row("names linked", of("names").precision, 90),
    row("capitals as governments linked", of("metonyms").precision),
    row("names of nobody left alone", of("places").precision),
    row("nominals and pronouns, precision", of("references").precision, 70),
    row("nominals and pronouns, recall", of("references").recall, 50),
    row("B3 F1", f1(of("cluster_precision").precision, of("cluster_recall").recall), 85),
  ];
}

interface PetrarchEvent {
  readonly source: string;
  readonly target: string;
}

/** Share of the gold actor codes that one of the mentions of the sentence bears, by country and role. */
function petrarch(pipeline: Pipeline): BenchRow[] {
  const file = benchFile("stance/petrarch.dev.jsonl");
  if (file === undefined) return [];
  const records = readRecords<GoldRecord & { set: string; events: readonly PetrarchEvent[] }>(file);
  let country = 0;
  let full = 0;
  let all = 0;
  for (const record of records.filter(({ set }) => set === "gsr")) {
    const mentions = analyzeRecord(pipeline, record).document.layers.mentions ?? [];
    const codes = new Set(mentions.flatMap((mention) => [mention.cameoCode ?? "", mention.country ?? ""]));
    const roots = new Set([...codes].filter((code) => code !== "").map((code) => code.slice(0, 3)));
    for (const code of new Set(record.events.flatMap(({ source, target }) => [source, target]))) {
      if (!/^[A-Z]{3}/.test(code)) continue;
      all++;
      if (roots.has(code.slice(0, 3))) country++;
      if (codes.has(code)) full++;
    }
  }
  return [
    { name: "actor codes resolved, country or organization, PETRARCH gsr", value: (100 * country) / all, unit: "%", bar: 85 },
    { name: "actor codes resolved in full, PETRARCH gsr", value: (100 * full) / all, unit: "%" },
  ]; // prettier-ignore
}
