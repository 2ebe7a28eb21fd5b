import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rows } from "./read.ts";

const file = fileURLToPath(new URL("../../../../shared/articles/caucasus-rift.txt", import.meta.url));
const there = existsSync(file);
const missing = there ? "" : " (skipped: ../shared/articles is not there)";

/** Bounds, comparator, unit or currency, and noun counted. */
const cells = (text: string): readonly unknown[] =>
  rows(text).map(({ value, valueLow, valueHigh, comparator, unit, currency, countedHead }) => [
    value ?? [valueLow, valueHigh],
    comparator,
    unit ?? currency ?? countedHead,
  ]);

test.skipIf(!there)(`the example article: every figure of its prose, and nothing else${missing}`, () => {
  expect(cells(readFileSync(file, "utf8"))).toEqual([
    [2, "eq", "person"],
    [50, "gt", "Azerbaijani"],
    [[1, 10], "vague", "decade"],
    [2, "eq", "brother"],
    [7, "ge", "member"],
    [38, "eq", "citizen"],
    [15, "eq", "state"],
    [4.5e6, "eq", "ton"],
    [1.5e6, "eq", "ton"],
    [1e10, "gt", "USD"],
    [[1e9, 1e10], "vague", "USD"],
  ]);
});

test.skipIf(!there)(
  `its twelfth stands in a teaser, which is no prose: read when given alone${missing}`,
  () => {
    const teaser = readFileSync(file, "utf8").split("\n").find((line) => line.includes("PKR")); // prettier-ignore
    expect(cells(`${teaser!.slice(0, teaser!.indexOf("PKR") + 3)}.`)).toEqual([[594187e6, "eq", "PKR"]]);
  },
);
