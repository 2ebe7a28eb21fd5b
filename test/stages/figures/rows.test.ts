import { expect, test } from "vitest";
import { rowContext } from "../../../src/core/table.ts";
import { compile } from "../../../src/core/pipeline.ts";
import { stages } from "../../../src/stages/index.ts";
import { figuresTable } from "../../../src/stages/figures/table.ts";

const pipeline = compile({ stages: ["clean", "segment", "dates", "figures"] }, stages);

function tableOf(text: string): readonly Readonly<Record<string, unknown>>[] {
  const { document } = pipeline.analyze({ id: "a1", text, sourceFile: "t" });
  return [...(figuresTable.rows?.(rowContext(document)) ?? [])] as Record<string, unknown>[];
}

test("a row holds what its sentence says", () => {
  const [row, ...others] = tableOf("Police arrested more than 40 foreign workers in May 2021.");
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    figure_id: "a1.f00001", article_id: "a1", sentence_number: 1, start: 26, end: 28, text: "40",
    value: 40, value_low: 40, comparator: "gt", change: "none", kind: "count", counted_text: "foreign workers",
    counted_head: "worker", counted_class: "people", category: "arrested", date_id: "a1.d00001",
  }); // prettier-ignore
  expect(row!.value_high).toBeUndefined();
});

test("a rank is a row, another ordinal and one of several are not", () => {
  const made = tableOf("It is the third largest port. It was the third war. One of the ships sank.");
  expect(made.map(({ text, kind, value }) => [text, kind, value])).toEqual([["third", "rank", 3]]);
});

test.each([
  ["It makes up two-thirds of the land.", [["two-thirds", "ratio", "land", "none"]]],
  ["Some thirty heavily armed men came.", [["thirty", "count", "man", "none"]]],
  ["Some thirty heavily armed Serbs shot dead a guard.", [["thirty", "count", "Serb", "none"]]],
  ["They agreed to sell Ankara 40 F-16 fighter jets.", [["40", "count", "jet", "none"]]],
  ["They sold 12 M-1 tanks and 3 B-52 bombers.", [["12", "count", "tank", "none"], ["3", "count", "bomber", "none"]]],
  ["He left two years ago.", []],
  ["The bridge may one day be rebuilt.", []],
  ["The war lasted two years.", [["two years", "duration", undefined, "none"]]],
  ["They approved it by 287 votes to 55.", [["287", "count", "vote", "none"], ["55", "count", "vote", "none"]]],
  ["They built four more bases and two harbors.", [["four", "count", "base", "none"], ["two", "count", "harbor", "none"]]],
  ["Exports rose by 5 percent.", [["5 percent", "percent", undefined, "rise"]]],
])("%s", (text, expected) => {
  const made = tableOf(text).map(({ text: own, kind, counted_head, change }) => [own, kind, counted_head, change]);
  expect(made).toEqual(expected);
}); // prettier-ignore

test("a date is given to the figure of its own clause", () => {
  const made = tableOf(
    "Trade reached 4 million tons as against 2 million tons in 2019. Since the vote of 2015, though nobody had asked (it was dull), sales fell.",
  );
  expect(made.map(({ date_id }) => date_id)).toEqual([undefined, "a1.d00001"]);
});
