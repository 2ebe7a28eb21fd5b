import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compile } from "../../../src/core/pipeline.ts";
import { addCounts, ratios, type Counts } from "../../../src/core/score.ts";
import type { GoldRecord } from "../../../src/core/stage.ts";
import { annotateRecord } from "../../../src/evaluate/annotate.ts";
import { scoreRecord } from "../../../src/evaluate/evaluate.ts";
import { stages } from "../../../src/stages/index.ts";

const folder = fileURLToPath(new URL("../../../../shared/benchmarks/figures/", import.meta.url));
const here = existsSync(folder);
const pipeline = compile({ stages: ["clean", "segment", "figures"] }, stages);
const text = "At least 40 people fled 5 km.";
const gold = [
  { start: 9, end: 11, text: "40", value: 40, unit: null, kind: "count", comparator: ">=", counted: "people", countedStart: 12, countedEnd: 18 },
  { start: 24, end: 28, text: "5 km", value: 5, unit: "km", kind: "measure", comparator: "=" },
]; // prettier-ignore

function scored(figures: readonly object[]): Readonly<Record<string, Counts>> {
  return scoreRecord(pipeline, { id: "r", text, figures }).score;
}

test("what is right counts, what is wrong does not", () => {
  const all = { correct: 2, found: 2, gold: 2 };
  expect(scored(gold)["figures.full"]).toEqual(all);
  expect(scored(gold)["figures.counted"]).toEqual({ correct: 1, found: 1, gold: 1 });
  expect(scored(gold)["figures.comparator_marked"]).toEqual({ correct: 1, found: 1, gold: 1 });
  const wrong = [
    { ...gold[0], value: 41 },
    { ...gold[1], unit: "[mi_i]" },
  ];
  expect(scored(wrong)["figures.full"]).toEqual({ correct: 0, found: 2, gold: 2 });
  expect(scored(wrong)["figures.overlap"]).toEqual(all);
  const other = [{ ...gold[0], comparator: "<", counted: "dogs", countedStart: 0, countedEnd: 1 }];
  expect(scored(other)["figures.counted"]).toEqual({ correct: 0, found: 1, gold: 1 });
  expect(scored(other)["figures.comparator_marked"]).toEqual({ correct: 0, found: 1, gold: 1 });
});

test("given figures come back as they were", () => {
  const record = { id: "r", text, figures: gold };
  const back = annotateRecord(pipeline, record, ["figures"]);
  expect(back["figures"]).toEqual(gold);
});

test.skipIf(!here).each(["newsquant", "re3d", "udnews", "recognizers-number"])(
  "the stage marks %s as the scorer beside the data does",
  (name) => {
    const file = `${folder}${name}-dev.jsonl`;
    const records = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line) as GoldRecord); // prettier-ignore
    const sums: Record<string, Counts> = {};
    for (const record of records)
      for (const [measure, counts] of Object.entries(scoreRecord(pipeline, record).score))
        sums[measure] = addCounts(sums[measure] ?? { correct: 0, found: 0, gold: 0 }, counts);
    const directory = mkdtempSync(join(tmpdir(), "figures-"));
    const found = join(directory, "found.jsonl");
    writeFileSync(
      found,
      records.map((record) => JSON.stringify(annotateRecord(pipeline, record))).join("\n"),
    );
    const output = execFileSync(process.execPath, [`${folder}score.mjs`, file, found], { encoding: "utf8" });
    rmSync(directory, { recursive: true });
    const theirs = JSON.parse(output.trim().split("\n").at(-1)!) as Record<string, Record<string, number>>;
    const f1 = (measure: string): number => ratios(sums[`figures.${measure}`]!).f1 / 100;
    expect(f1("overlap")).toBeCloseTo(theirs["overlap"]!["f"]!, 3);
    expect(f1("strict")).toBeCloseTo(theirs["strict"]!["f"]!, 3);
    expect(f1("full")).toBeCloseTo(theirs["full"]!["f"]!, 3);
    if (theirs["counted"] !== null) expect(f1("counted")).toBeCloseTo(theirs["counted"]!["f"]!, 3);
  },
);
