import fc from "fast-check";
import { expect, test } from "vitest";
import { names } from "../../../../src/language/en/names/index.ts";

const found = (text: string): string[] => names(text).map((name) => `${name.text}/${name.nerType}`);

test.each([
  ["U.S. Secretary of State Antony Blinken flew to Kyiv.", ["U.S./LOC", "Antony Blinken/PER", "Kyiv/LOC"]],
  ["The World Bank lent Ethiopia $ 2 Billion.", ["World Bank/ORG", "Ethiopia/LOC"]],
  ["Mr. Okello, who leads the party, praised Kampala's police.", ["Okello/PER", "Kampala/LOC"]],
])("%s", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test("a short name takes the type of the full one", () => {
  const text = "Sadyr Japarov spoke first. Later Japarov left for Osh.\nJaparov did not return.";
  expect(found(text)).toEqual(["Sadyr Japarov/PER", "Japarov/PER", "Osh/LOC", "Japarov/PER"]);
});

test("a town stands for its team in a line of results, a state for itself", () => {
  expect(found("Leeds 2 Burnley 1")).toEqual(["Leeds/ORG", "Burnley/ORG"]);
  expect(found("Norway 2 Denmark 1")).toEqual(["Norway/LOC", "Denmark/LOC"]);
});

test("small words, numbers and emptiness have no names", () => {
  for (const text of ["", " \n\n ", "the price rose by 3 percent", "12 34 56", "?!...", "\u200b\u200b"])
    expect(names(text)).toEqual([]);
});

test.each([
  ["one long sentence", "Ankara and Baku agreed on the corridor again and again, ".repeat(2000)],
  ["ten thousand capitals", "A".repeat(10_000)],
  ["five thousand capitalized words", "Baku ".repeat(5_000)],
  ["no spaces", "Baku-".repeat(1500)],
])("%s takes no longer than its length deserves", (_, text) => {
  const start = process.cpuUsage();
  const result = names(text);
  const { user } = process.cpuUsage(start);
  for (const name of result) expect(text.slice(name.start, name.end)).toBe(name.text);
  expect(user / 1e6).toBeLessThan(15);
});

test("names are pieces of any text, in order and apart; the same every time", () => {
  const word = fc.constantFrom(
    "President",
    "Ilham",
    "Aliyev",
    "of",
    "NATO",
    "U.S.",
    "-",
    "(",
    "Москва",
    "مصر",
    "🇦🇿",
    "\ud800",
    "\u200b",
    "\n",
    "'s",
    "said",
    "Ltd.",
    "2",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(word).map((words) => words.join(" ")),
      ),
      (text) => {
        const result = names(text);
        let end = 0;
        for (const name of result) {
          expect(name.start).toBeGreaterThanOrEqual(end);
          expect(name.end).toBeGreaterThan(name.start);
          expect(text.slice(name.start, name.end)).toBe(name.text);
          expect(name.confidence).toBeGreaterThanOrEqual(0);
          expect(name.confidence).toBeLessThanOrEqual(1);
          end = name.end;
        }
        expect(names(text)).toEqual(result);
      },
    ),
    { numRuns: 60 },
  );
});
