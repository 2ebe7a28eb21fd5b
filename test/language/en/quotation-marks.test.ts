import { describe, expect, test } from "vitest";
import { quotedSpans } from "../../../src/language/en/quotation-marks.ts";

function quoted(text: string): string[] {
  const spans = quotedSpans(text, [{ start: 0, end: text.length, number: 1 }]);
  return spans.map(({ start, end }) => text.slice(start, end));
}

describe("what stands between quotation marks", () => {
  test.each([
    ["He said “no” and left.", ["no"]],
    ["He said ‘no’, and left.", ["no"]],
    ["He called it ‘the states’ plan’.", ["the states’ plan"]],
    ["They’re the states’ plans.", []],
    ["“He told us ‘never’ twice,” she said.", ["He told us ‘never’ twice,"]],
    ['An unclosed "speech goes on', ["speech goes on"]],
    ["An unclosed ‘mark is none", []],
  ])("%s", (text, spans) => {
    expect(quoted(text)).toEqual(spans);
  });

  test("apostrophes without end are read in linear time", () => {
    expect(quoted("‘a’b ".repeat(100_000))).toEqual([]);
  });
});
