import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { addCounts, ratios, type Counts } from "../../../src/core/score.ts";
import { scoreDates, toGold, type GoldDate } from "../../../src/stages/dates/exchange.ts";
import { analyze } from "./read.ts";

const date = (start: number, end: number, value?: string, type = "DATE"): GoldDate => ({
  start, end, type, ...(value === undefined ? {} : { value }),
}); // prettier-ignore

test("identical spans pair first, then the largest overlap; one pair each", () => {
  const gold = [date(0, 10, "1990"), date(20, 30, "1991"), date(40, 50)];
  const found = [date(0, 4, "1990"), date(0, 10, "1999"), date(22, 30, "1991", "TIME"), date(40, 50, "X")];
  expect(scoreDates(gold, found)).toEqual({
    strict: { correct: 2, found: 4, gold: 3 },
    relaxed: { correct: 3, found: 4, gold: 3 },
    type: { correct: 2, found: 4, gold: 3 },
    value: { correct: 1, found: 4, gold: 3 },
    value_accuracy: { correct: 1, found: 2, gold: 2 },
  });
});

test("nothing found, nothing to find", () => {
  expect(scoreDates([], []).strict).toEqual({ correct: 0, found: 0, gold: 0 });
  expect(scoreDates([date(0, 1, "1990")], []).relaxed).toEqual({ correct: 0, found: 0, gold: 1 });
});

const folder = fileURLToPath(new URL("../../../../shared/benchmarks/dates/", import.meta.url));

describe.each(["timebank", "aquaint", "meantime-dev", "wikiwars-dev"])("%s", (name) => {
  const gold = join(folder, `${name}.jsonl`);
  const there = existsSync(gold);
  const missing = there ? "" : ` (skipped: ../shared/benchmarks/dates/${name}.jsonl is not there)`;
  test.skipIf(!there)(`the counts give what the benchmark's own scorer gives${missing}`, () => {
    const records = readFileSync(gold, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; text: string; date: string; dates: GoldDate[] });
    const found = records.map(({ text, date: published }) => analyze(text, { published }).dates.map(toGold));
    const total: Record<string, Counts> = {};
    records.forEach((record, i) => {
      for (const [measure, counts] of Object.entries(scoreDates(record.dates, found[i]!)))
        total[measure] = addCounts(total[measure] ?? { correct: 0, found: 0, gold: 0 }, counts);
    });
    const scratch = mkdtempSync(join(tmpdir(), "dates-"));
    try {
      const file = join(scratch, "found.jsonl");
      writeFileSync(file, records.map(({ id }, i) => JSON.stringify({ id, dates: found[i] })).join("\n"));
      const output = execFileSync("node", [join(folder, "score.mjs"), gold, file], { encoding: "utf8" });
      const theirs = JSON.parse(output.trim().split("\n").at(-1)!) as Record<string, { f1: number } & number>;
      const f1 = (measure: string): number => ratios(total[measure]!).f1 / 100;
      expect(f1("strict")).toBeCloseTo(theirs.strict!.f1, 3);
      expect(f1("relaxed")).toBeCloseTo(theirs.relaxed!.f1, 3);
      expect(f1("type")).toBeCloseTo(theirs.typeF1!, 3);
      if (records.every(({ dates }) => dates.every(({ value }) => value !== undefined && value !== "")))
        expect(f1("value")).toBeCloseTo(theirs.valueF1!, 3);
      // The scorer's value F1 weighs only the pairs whose gold expression has a value, as the bench does.
      const right = ratios(total["value_accuracy"]!).precision / 100;
      expect(f1("relaxed") * right).toBeCloseTo(theirs.valueF1!, 3);
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });
});
