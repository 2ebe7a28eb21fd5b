import { compile, type Pipeline } from "../../src/core/pipeline.ts";
import type { Mention } from "../../src/core/layers.ts";
import { within } from "../../src/core/span.ts";
import { addCounts, ratios, type Counts } from "../../src/core/score.ts";
import type { GoldRecord } from "../../src/core/stage.ts";
import { analyzeRecord } from "../../src/evaluate/annotate.ts";
import { stages } from "../../src/stages/index.ts";
import { benchFile, goldFile, readRecords, type BenchRow } from "../bench.ts";

const wanted = ["clean", "segment", "syntax", "entities", "dates", "actors"];

/** Linking and reference on our gold, grouping of names in GUM, actor codes of the PETRARCH records. */
export default async function actors(): Promise<readonly BenchRow[]> {
  const pipeline = compile(
    { stages: stages.map(({ name }) => name).filter((name) => wanted.includes(name)) },
    stages,
  );
  return [
    ...gold(pipeline, "held-out", true),
    ...gold(pipeline, "development", false),
    ...clusters(pipeline, "gum-dev", 75),
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

interface Entity {
  readonly start: number;
  readonly end: number;
  readonly cluster?: string | number;
}

/** B-cubed over the named entities that carry a cluster, names given; unlinked names are groups of their own. */
function clusters(pipeline: Pipeline, name: string, bar: number): BenchRow[] {
  const file = benchFile(`entities/${name}.jsonl`);
  if (file === undefined) return [];
  let precision = 0;
  let recall = 0;
  let count = 0;
  for (const record of readRecords<GoldRecord & { entities: readonly Entity[] }>(file)) {
    const found = analyzeRecord(pipeline, record, ["entities"]).document.layers.mentions ?? [];
    const items = record.entities
      .filter(({ cluster }) => cluster !== undefined && cluster !== null)
      .map((entity) => ({ gold: String(entity.cluster), found: groupOf(record.text, found, entity) }));
    for (const item of items) {
      const same = items.filter((other) => other.gold === item.gold && other.found === item.found).length;
      precision += same / items.filter((other) => other.found === item.found).length;
      recall += same / items.filter((other) => other.gold === item.gold).length;
    }
    count += items.length;
  }
  const value = f1((100 * precision) / count, (100 * recall) / count);
  return [{ name: `B3 F1 of named clusters, names given, ${name}`, value, unit: "%", bar }];
}

/** Our actor of a name; a place that is nobody is grouped by its text, as the table of mentions shows it. */
function groupOf(text: string, found: readonly Mention[], span: Entity): string {
  const mention = within(found, span).at(-1);
  return mention?.actorId ?? text.slice(span.start, span.end);
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
