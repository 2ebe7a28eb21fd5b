import fc from "fast-check";
import { expect, test } from "vitest";
import { pipeline, read, values } from "./read.ts";

const stage = pipeline.stages.find(({ stage }) => stage.name === "figures")!;

const grouped = (value: number, mark: string): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, mark);

/** Formats in which a whole number can be printed and must be read back. */
const formats: Readonly<Record<string, (value: number) => string>> = {
  plain: String,
  commas: (value) => grouped(value, ","),
  "narrow spaces": (value) => grouped(value, "\u202f"),
  thousands: (value) => `${value / 1000} thousand`,
  millions: (value) => `${value / 1e6} million`,
  "letter k": (value) => `${value / 1000}k`,
  "letters bn": (value) => `${value / 1e9}bn`,
  lakh: (value) => `${value / 1e5} lakh`,
};

const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

function spelled(value: number): string {
  if (value < 20) return ones[value]!;
  if (value < 100)
    return tens[Math.floor(value / 10) - 2]! + (value % 10 === 0 ? "" : `-${ones[value % 10]!}`);
  if (value < 1000)
    return `${ones[Math.floor(value / 100)]!} hundred${value % 100 === 0 ? "" : ` and ${spelled(value % 100)}`}`;
  const [scale, name] = value < 1e6 ? [1000, "thousand"] : [1e6, "million"];
  const rest = value % scale;
  return `${spelled(Math.floor(value / scale))} ${name}${rest === 0 ? "" : rest < 100 ? ` and ${spelled(rest)}` : ` ${spelled(rest)}`}`;
}

for (const [name, print] of Object.entries(formats))
  test(`a number printed with ${name} is read back`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 2200, max: 999_999_999 }), (value) => {
        expect(values(`They found ${print(value)} bottles there.`)).toEqual([[value, undefined]]);
      }),
      { numRuns: 12, seed: 6 },
    );
  });

test("a number in words is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999_999_999 }), (value) => {
      expect(values(`They found ${spelled(value)} bottles there.`)).toEqual([[value, undefined]]);
    }),
    { numRuns: 50, seed: 6 },
  );
});

const pieces = fc.constantFrom("$", "12", "3.5", "1,000", "million", "bn", "to", "-", "between", "and", "half", "one in", "%", "km", "dozens of", "years old", "more than", "a", "people", "Rs.", "½", "×10−5", ".", ",", "(", "\n\n", '"', "’s", "🙂", "A380", "second", "hundredths", "point", "several hundred"); // prettier-ignore
const texts = fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.array(pieces, { maxLength: 25 }).map((list) => list.join(" ")), fc.array(pieces, { maxLength: 25 }).map((list) => list.join(""))); // prettier-ignore

test("figures are pieces of the text in order, bounded and finite, and the same every time", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const found = read(text);
      expect(read(text)).toEqual(found);
      let start = 0;
      for (const figure of found) {
        expect(text.slice(figure.start, figure.end)).toBe(figure.text);
        expect(figure.text.length).toBeGreaterThan(0);
        expect(figure.start).toBeGreaterThanOrEqual(start);
        start = figure.start;
        for (const value of [figure.value, figure.valueLow, figure.valueHigh])
          if (value !== undefined) expect(Number.isFinite(value)).toBe(true);
        expect(figure.valueLow ?? figure.valueHigh).toBeDefined();
        if (figure.valueLow !== undefined && figure.valueHigh !== undefined)
          expect(figure.valueLow).toBeLessThanOrEqual(figure.valueHigh);
      }
    }),
    { numRuns: 120, seed: 6 },
  );
});

test.each(["1,", "12,34,", "a hundred ", "1-", '1"', "one and ", "$1 "])(
  "100 kB of %j take linear time",
  (unit) => {
    const time = (size: number): number => {
      const text = unit.repeat(Math.ceil(size / unit.length));
      const sentences = [{ start: 0, end: text.length, number: 1, paragraph: 0 }];
      const document = { article: { id: "t", text, sourceFile: "t" }, layers: { sentences, tokens: [] } };
      const start = process.cpuUsage().user;
      stage.run(document as unknown as Parameters<typeof stage.run>[0], () => undefined);
      return (process.cpuUsage().user - start) / 1000;
    };
    time(10_000);
    const small = Math.max(time(25_000), 4);
    expect(time(100_000)).toBeLessThan(small * 16);
  },
);
