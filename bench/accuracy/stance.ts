import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Mention } from "../../src/core/layers.ts";
import { compile, type Pipeline } from "../../src/core/pipeline.ts";
import { defineStage, type GoldRecord } from "../../src/core/stage.ts";
import { annotateRecord, articleOf } from "../../src/evaluate/annotate.ts";
import { clauseOf } from "../../src/language/en/clause.ts";
import { judge } from "../../src/stages/stance/judge.ts";
import { mentionsOf, sharedReader } from "../../src/stages/stance/exchange.ts";
import { stages } from "../../src/stages/index.ts";
import { z } from "zod";
import { benchFile, readRecords, type Bench, type BenchRow } from "../bench.ts";
import { rift } from "../rift.ts";
import { petrarchMentions } from "../petrarch.ts";

/** Stances and events on the development data of ../shared/benchmarks/stance, scored by the folder's own score.mjs. */
const bench: Bench = async () => {
  const rows: BenchRow[] = [];
  const plain = pipelineOf(["clean", "segment", "syntax", "entities", "stance"], () => []);
  const dse = score("dse.valid", (record) => annotateRecord(plain, record));
  if (dse !== undefined) {
    const all = dse.all as Record<string, number> & { directed: { f1: number } };
    rows.push(
      row("directed F1, DSE valid", all.directed.f1, 56),
      row("macro-F1, DSE valid", all.macroF1!, 46),
    );
    rows.push(calibrationError(plain));
  }
  const plv = score("plv.train", (record) => annotateRecord(plain, record)) as
    Record<string, number> | undefined;
  if (plv !== undefined)
    rows.push(
      row("cooperation or conflict, macro-F1, PLV", plv.binaryMacroF1!, 85),
      row("quad class, macro-F1, PLV", plv.quadMacroF1!, 68),
      row("PLOVER root, macro-F1, PLV", plv.rootMacroF1!, 52),
    );
  rows.push(...petrarch(), ...seesaw(), ...rift());
  return rows;
};
export default bench;

const row = (name: string, ratio: number, bar: number): BenchRow => ({
  name,
  value: Math.round(ratio * 10000) / 100,
  unit: "%",
  bar,
});

/** Stages by name, those there are, with mentions from a function of the text. */
function pipelineOf(names: readonly string[], mentions: (text: string) => readonly Mention[]): Pipeline {
  const actors = defineStage({
    name: "actors", summary: "Given.", needs: [], uses: [], gives: ["mentions"], options: z.strictObject({}),
    resources: {}, tables: [],
    prepare: () => ({ article }) => ({ mentions: mentions(article.text) }),
  }); // prettier-ignore
  const catalog = [...stages.filter(({ name }) => name !== "actors"), actors];
  const known = ["actors", ...names].filter((name) => catalog.some((stage) => stage.name === name));
  return compile({ stages: known.sort((a, b) => order(a) - order(b)) }, catalog);
}

const order = (name: string): number =>
  ["clean", "segment", "syntax", "entities", "actors", "quotes", "events", "stance"].indexOf(name);

/** Runs the folder's scorer on our answers; its last line is one JSON object. */
function score(name: string, answer: (record: GoldRecord) => unknown): Record<string, unknown> | undefined {
  const file = benchFile(`stance/${name}.jsonl`);
  const scorer = benchFile("stance/score.mjs");
  if (file === undefined || scorer === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "dyadic-"));
  const found = join(folder, "found.jsonl");
  writeFileSync(
    found,
    readRecords<GoldRecord>(file)
      .map((record) => JSON.stringify(answer(record)))
      .join("\n"),
  );
  const { stdout } = spawnSync(process.execPath, [scorer, file, found], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  rmSync(folder, { recursive: true });
  return JSON.parse(stdout.trimEnd().split("\n").at(-1)!) as Record<string, unknown>;
}

/** Expected calibration error of the confidence of both directions, in ten bins. */
function calibrationError(pipeline: Pipeline): BenchRow {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }));
  const file = benchFile("stance/dse.valid.jsonl")!;
  let total = 0;
  for (const record of readRecords<GoldRecord & { label: number }>(file)) {
    const { confidence } = annotateRecord(pipeline, record) as unknown as {
      confidence: { forward: number; backward: number };
    };
    for (const [value, gold] of [
      [confidence.forward, record.label === 1 || record.label === 3],
      [confidence.backward, record.label === 2 || record.label === 4],
    ] as const) {
      const bin = bins[Math.min(9, Math.floor(value * 10))]!;
      bin.confidence += value;
      bin.right += gold ? 1 : 0;
      total++;
    }
  }
  const error = bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right) / total, 0);
  return {
    name: "calibration error of confidence, DSE valid",
    value: Math.round(error * 10000) / 100,
    unit: "%",
    bar: 5,
    barIsMost: true,
  };
}

function petrarch(): BenchRow[] {
  const mentions = petrarchMentions();
  if (mentions === undefined) return [];
  let current: readonly Mention[] = [];
  const pipeline = pipelineOf(["clean", "segment", "syntax", "events"], () => current);
  const result = score("petrarch.dev", (record) => {
    current = mentions(record);
    return annotateRecord(pipeline, record);
  });
  const all = (result?.all ?? {}) as Record<string, { f1: number }>;
  return [
    row("source and target, PETRARCH dev", all["source and target (country)"]?.f1 ?? 0, 78),
    row("source, target and sign, PETRARCH dev", all["source, target, sign"]?.f1 ?? 0, 65),
  ];
}

interface Seesaw extends GoldRecord {
  readonly sentences: readonly [number, number][];
  readonly entities: readonly { readonly name: string }[];
  readonly stances: readonly {
    readonly sentence: number;
    readonly source: { readonly name: string } | null;
    readonly target: { readonly name: string };
  }[];
}

function seesaw(): BenchRow[] {
  const pipeline = compile(
    { stages: ["clean", "segment", "syntax", "entities", "actors", "quotes", "stance"] },
    stages,
  );
  const listed = score("seesaw.valid", (record) => annotateRecord(pipeline, record));
  if (listed === undefined) return [];
  const strict = listed.strict as { triplet: { f1: number } };
  const given = score("seesaw.valid", (record) => signs(pipeline, record as unknown as Seesaw)) as {
    polarityGivenPair: number;
  };
  return [
    row("triplets, entity list given, SEESAW valid", strict.triplet.f1, 20),
    row("polarity, pair given, SEESAW valid", given.polarityGivenPair, 72),
  ];
}

/** The sign of each gold pair of an article: its own pair where both stand in the sentence, else the target's. */
function signs(pipeline: Pipeline, record: Seesaw): unknown {
  const { document } = pipeline.analyze(articleOf(record));
  const tokens = document.layers.tokens ?? [];
  const { mentions, owners } = mentionsOf(
    document,
    record.entities.map(({ name }) => name),
  );
  const stances = record.stances.map(({ sentence, source, target }) => {
    const [start, end] = record.sentences[sentence]!;
    const firstToken = tokens.findIndex((token) => token.end > start);
    const lastToken = tokens.findIndex((token) => token.start >= end);
    const clause = clauseOf(
      {
        start, end, number: 1, paragraph: 1, section: "body", firstToken: Math.max(0, firstToken),
        lastToken: lastToken < 0 ? tokens.length : lastToken,
      },
      tokens, document.layers.syntax, mentions, Math.max(0, mentions.findIndex((mention) => mention.end > start)),
    ); // prettier-ignore
    const here = [...new Set(clause.actors)].filter((mention) => mention >= 0);
    const judged = judge(clause, sharedReader(), mentions);
    const at = (name: string | undefined): number => here.find((mention) => owners[mention] === name) ?? -1;
    const [from, to] = [at(source?.name), at(target.name)];
    return { sentence, source, target, label: judged.polarity(from, to) > 0 ? "positive" : "negative" };
  });
  return { id: record.id, stances };
}
