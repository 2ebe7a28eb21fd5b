import { bootstrapInterval } from "../core/random.ts";
import type { LayerName } from "../core/layers.ts";
import type { Pipeline } from "../core/pipeline.ts";
import type { Problem } from "../core/problem.ts";
import { addCounts, ratios, type Counts, type Ratios } from "../core/score.ts";
import type { Exchange, GoldRecord } from "../core/stage.ts";
import { analyzeRecord } from "./annotate.ts";

/** Counts by `stage.measure` (`dates.value`) of one record. */
export type RecordScore = Readonly<Record<string, Counts>>;

/** One figure of an evaluation. Ratios are percent. */
export interface Measure extends Ratios {
  /** `stage.measure`. */
  readonly name: string;
  readonly counts: Counts;
  /** Records that have gold for it. */
  readonly records: number;
  /** 95 % interval of F1, resampled over records; absent for fewer than two. */
  readonly f1Interval?: readonly [low: number, high: number];
}

export interface Evaluation {
  readonly measures: readonly Measure[];
  readonly records: readonly { readonly id: string; readonly score: RecordScore }[];
  readonly problems: readonly Problem[];
}

/** Scores one record by every stage that has gold in it. */
export function scoreRecord(
  pipeline: Pipeline,
  record: GoldRecord,
  given: readonly string[] = [],
): { readonly score: RecordScore; readonly problems: readonly Problem[] } {
  const { document, problems } = analyzeRecord(pipeline, record, given);
  const score: Record<string, Counts> = {};
  for (const { stage } of pipeline.stages) {
    const exchange = stage.exchange as Exchange<LayerName> | undefined;
    if (exchange?.score === undefined) continue;
    const asked = exchange.fields.filter((field) => record[field] !== undefined && !given.includes(field));
    if (asked.length === 0) continue;
    for (const [name, counts] of Object.entries(exchange.score(record, document)))
      score[`${stage.name}.${name}`] = counts;
  }
  return { score, problems };
}

/** Runs the pipeline over gold records and scores every stage that has gold. */
export async function evaluate(
  pipeline: Pipeline,
  gold: AsyncIterable<GoldRecord> | Iterable<GoldRecord>,
  given: readonly string[] = [],
): Promise<Evaluation> {
  const records: { id: string; score: RecordScore }[] = [];
  const problems: Problem[] = [];
  for await (const record of gold) {
    const result = scoreRecord(pipeline, record, given);
    records.push({ id: record.id, score: result.score });
    problems.push(...result.problems);
  }
  return { measures: measuresOf(records.map(({ score }) => score)), records, problems };
}

const nothing: Counts = { correct: 0, found: 0, gold: 0 };
const total = (counts: readonly Counts[]): Counts => counts.reduce(addCounts, nothing);

/** Adds the counts of records up, with a bootstrap interval of F1 over the records. */
export function measuresOf(scores: readonly RecordScore[]): readonly Measure[] {
  const byName = new Map<string, Counts[]>();
  for (const score of scores)
    for (const [name, counts] of Object.entries(score)) {
      const list = byName.get(name);
      if (list === undefined) byName.set(name, [counts]);
      else list.push(counts);
    }
  return [...byName].map(([name, counts]) => {
    const sum = total(counts);
    const interval = bootstrapInterval(counts, (sample) => ratios(total(sample)).f1);
    return {
      name,
      counts: sum,
      records: counts.length,
      ...ratios(sum),
      ...(interval === undefined ? {} : { f1Interval: interval }),
    };
  });
}
