import fc from "fast-check";
import { expect, test } from "vitest";
import { winkTokens } from "../../../src/language/en/wink.ts";

const surfaces = (text: string): string[] => winkTokens(text).map(({ start, end }) => text.slice(start, end));

test("a possessive is two tokens, whatever was read before", () => {
  surfaces("\"Zelinski's: the word that wink keeps whole, as in 'Zelinski's' and (Zelinski's).");
  expect(surfaces("Zelinski's plan")).toEqual(["Zelinski", "'s", "plan"]);
});

test("line breaks and tabs lie between tokens and are none", () => {
  expect(surfaces("The talks\r\nwent\ton.\n They ended.\n")).toEqual([
    "The", "talks", "went", "on", ".", "They", "ended", ".",
  ]); // prettier-ignore
});

test("tokens depend on the text alone, not on the texts before it", () => {
  const word = fc.string({ unit: fc.constantFrom(..."aeiKmnrst-.'’"), minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(word, (name) => {
      const texts = [`"${name}'s: a plan.`, `(${name})`, `${name}'s plan.`, `${name}.`, `“${name}”`, name];
      const forwards = texts.map(surfaces);
      expect([...texts].reverse().map(surfaces).reverse()).toEqual(forwards);
    }),
    { numRuns: 300 },
  );
});
