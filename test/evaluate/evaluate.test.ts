import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { compile } from "../../src/core/pipeline.ts";
import type { DateExpression } from "../../src/core/layers.ts";
import { defineStage, type GoldRecord } from "../../src/core/stage.ts";
import { annotateRecord } from "../../src/evaluate/annotate.ts";
import { missedBars, readBars } from "../../src/evaluate/bars.ts";
import { regressions } from "../../src/evaluate/baseline.ts";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { readGold } from "../../src/evaluate/gold.ts";
import { junit } from "../../src/evaluate/junit.ts";

/** Finds every four-digit number: enough of a stage to be scored. */
const years = defineStage({
  name: "dates",
  summary: "Four-digit numbers.",
  needs: [],
  uses: [],
  gives: ["dates"],
  options: z.strictObject({}),
  resources: {},
  tables: [],
  exchange: {
    fields: ["dates"],
    annotate: (document) => ({
      dates: (document.layers.dates ?? []).map(({ start, end, value }) => ({ start, end, value })),
    }),
    given: (record) => ({
      dates: (record.dates as { start: number; end: number; value: string }[]).map((date) => year(date)),
    }),
    score: (record, document) => {
      const gold = record.dates as { value: string }[];
      const found = document.layers.dates ?? [];
      const correct = found.filter((date) => gold.some(({ value }) => value === date.value)).length;
      return { value: { correct, found: found.length, gold: gold.length } };
    },
  },
  prepare: () => (document) => ({
    dates: [...document.article.text.matchAll(/\d{4}/g)].map((match) =>
      year({ start: match.index, end: match.index + 4, value: match[0] }),
    ),
  }),
});

function year({ start, end, value }: { start: number; end: number; value: string }): DateExpression {
  return {
    start, end, value, text: value, sentence: 0, type: "DATE", modifier: "none", precision: "year",
    anchor: "absolute", implied: [], confidence: 1, ruleId: "test",
  }; // prettier-ignore
}

const pipeline = compile({ stages: ["dates"] }, [years]);
const gold: GoldRecord[] = [
  { id: "both", text: "From 1988 to 1994.", dates: [{ start: 5, end: 9, value: "1988" }, { start: 13, end: 17, value: "1994" }] },
  { id: "false-find", text: "Room 4711 was shut.", dates: [] },
  { id: "miss", text: "Last year.", dates: [{ start: 0, end: 9, value: "2019" }] },
  { id: "no-gold", text: "In 2001.", label: 3 },
]; // prettier-ignore

test("counts add up over the records that have gold", async () => {
  const { measures } = await evaluate(pipeline, gold);
  expect(measures).toHaveLength(1);
  expect(measures[0]).toMatchObject({
    name: "dates.value",
    records: 3,
    counts: { correct: 2, found: 3, gold: 3 },
  });
  expect(measures[0]!.f1).toBeCloseTo(66.67, 1);
  expect(measures[0]!.f1Interval![0]).toBeLessThanOrEqual(66.67);
});

test("an annotated record holds our findings and no gold", () => {
  const annotated = annotateRecord(pipeline, gold[2]!);
  expect(annotated).toEqual({ id: "miss", text: "Last year.", dates: [] });
  expect(annotateRecord(pipeline, gold[3]!)).not.toHaveProperty("label");
});

test("given fields are taken over and not scored", async () => {
  expect(annotateRecord(pipeline, gold[2]!, ["dates"]).dates).toEqual(gold[2]!.dates);
  expect((await evaluate(pipeline, gold, ["dates"])).measures).toEqual([]);
});

test("a bar that is missed is named, also when nothing was measured", async () => {
  const { measures } = await evaluate(pipeline, gold);
  const bars = [
    { measure: "dates.value", ratio: "f1", least: 66 },
    { measure: "dates.value", ratio: "recall", least: 70 },
    { measure: "figures.value", ratio: "f1", least: 1 },
  ] as const;
  const missed = missedBars(bars, measures);
  expect(missed.map(({ measure, ratio }) => `${measure} ${ratio}`)).toEqual(["dates.value recall", "figures.value f1"]); // prettier-ignore
  const xml = junit({ measures, records: [], problems: [] }, missed);
  expect(xml).toContain('tests="2" failures="2"');
  expect(xml).toContain("recall is 66.7, the bar is 70");
});

test("what became newly wrong is listed by record", async () => {
  const before = await evaluate(pipeline, gold);
  const worse = compile({ stages: ["dates"] }, [{ ...years, prepare: () => () => ({ dates: [] }) }]);
  const now = await evaluate(worse, gold);
  expect(regressions(before, now)).toEqual([
    { id: "both", measure: "dates.value", errorsBefore: 0, errorsNow: 2 },
  ]);
  expect(regressions(before, before)).toEqual([]);
});

test("bars and gold files are read, and their faults named with the line", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dyadic-"));
  writeFileSync(join(folder, "bars.yaml"), "dates.value: 80\nfigures.value: { precision: 90, recall: 70 }\n");
  expect(readBars(join(folder, "bars.yaml"))).toHaveLength(3);
  writeFileSync(join(folder, "bars.yaml"), "dates.value: 180\n");
  expect(() => readBars(join(folder, "bars.yaml"))).toThrow(/evaluate\/bad-bars/);

  writeFileSync(join(folder, "gold.jsonl"), '{"id":"a","text":"x"}\n\n{"id":"b"}\n');
  const read: string[] = [];
  await expect(async () => {
    for await (const record of readGold([folder])) read.push(record.id);
  }).rejects.toThrow(/gold\.jsonl:3/);
  expect(read).toEqual(["a"]);
});
