import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadResource } from "../../../src/core/resource.ts";
import { numberAt, numberWords, spokenYearAt } from "../../../src/language/en/numbers.ts";

const lexicon = loadResource(numberWords);
const split = (text: string): string[] => text.toLowerCase().match(/[\w.,/]+|-/g) ?? [];

describe("numberAt reads the longest number", () => {
  test.each([
    ["38", 38], ["2,000", 2000], ["3.5", 3.5], [".5", 0.5], ["2 1/2", 2.5], ["1/2", 0.5], ["4.5 million", 4.5e6],
    ["10 Billion", 1e10], ["three", 3], ["twenty-two", 22], ["twenty two", 22], ["a hundred thirty", 130],
    ["one hundred and five", 105], ["two thousand and twenty", 2020], ["fifteen hundred", 1500], ["a dozen", 12],
    ["two dozen", 24], ["half", 0.5], ["half a million", 5e5], ["two and a half", 2.5], ["two-and-a-half", 2.5],
    ["one and a half million", 1.5e6], ["three and three quarters", 3.75], ["4.1 million", 4.1e6],
    ["nine hundred ninety-nine thousand", 999_000], ["two million three hundred thousand", 2_300_000],
    ["hundred", 100], ["a million", 1e6], ["5 crore", 5e7], ["three hundred thousand", 3e5],
  ])("%s", (text, value) => {
    const words = split(text);
    expect(numberAt(words, 0, lexicon)).toMatchObject({ value, end: words.length, ordinal: false });
  }); // prettier-ignore

  test.each([
    ["third", 3], ["21st", 21], ["twenty-first", 21], ["hundredth", 100], ["thirtieth", 30],
    ["one hundred and fifth", 105], ["1,000th", 1000],
  ])("%s is an ordinal", (text, value) => {
    const words = split(text);
    expect(numberAt(words, 0, lexicon)).toMatchObject({ value, end: words.length, ordinal: true });
  }); // prettier-ignore

  test.each([
    ["twenty years", 1], ["two and three", 1], ["nineteen ninety-six", 1], ["five six", 1], ["twenty - year", 1],
    ["three , four", 1], ["hundred and", 1],
  ])("%s stops after %d", (text, end) => {
    expect(numberAt(split(text), 0, lexicon)?.end).toBe(end);
  }); // prettier-ignore

  test.each(["a", "an hour", "and", "-", "quarterly", "x5", "5x", "1/0"])("%s is no number", (text) => {
    expect(numberAt(split(text), 0, lexicon)).toBeUndefined();
  });
});

test.each([
  ["nineteen ninety-six", 1996], ["twenty twenty-four", 2024], ["nineteen hundred", 1900], ["two thousand", 2000],
  ["two thousand five", 2005], ["seventeen seventy six", 1776],
])("%s is a year", (text, value) => {
  const words = split(text);
  expect(spokenYearAt(words, 0, lexicon)).toEqual({ value, end: words.length });
}); // prettier-ignore

test.each(["twenty four", "nineteen", "ninety six", "two hundred", "nineteen men"])(
  "%s is no year",
  (text) => {
    expect(spokenYearAt(split(text), 0, lexicon)).toBeUndefined();
  },
);

test("any tokens are read without a crash, within the list, the same each time", () => {
  const token = fc.oneof(fc.constantFrom(...lexicon.keys(), "-", "and", "7", "1/2", "3rd"), fc.string());
  fc.assert(
    fc.property(fc.array(token, { maxLength: 12 }), (words) => {
      const reading = numberAt(words, 0, lexicon);
      if (reading === undefined) return;
      expect(reading.end).toBeGreaterThan(0);
      expect(reading.end).toBeLessThanOrEqual(words.length);
      expect(Number.isFinite(reading.value)).toBe(true);
      expect(numberAt(words, 0, lexicon)).toEqual(reading);
    }),
  );
});
