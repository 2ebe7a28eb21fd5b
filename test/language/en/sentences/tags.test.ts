import { expect, test } from "vitest";
import { tagReader } from "../../../../src/language/en/sentences/tags.ts";
import { readWord } from "../../../../src/language/en/words.ts";

const { tagOf, isFinite } = tagReader({
  tags: ["MD", "NNP"],
  forms: { will: 1, "00th": 2 },
  clusters: [0, 2],
});

test("the usual tag of a word: by its form, then by its cluster, else its shape stands for it", () => {
  expect(tagOf(readWord("Will"))).toBe(1);
  expect(tagOf(readWord("25th"))).toBe(2);
  expect(tagOf({ ...readWord("Baku"), fine: 1 })).toBe(2);
  const unknown = { ...readWord("Qwzx"), fine: 0 };
  expect(tagOf(unknown)).toBe(unknown.shape);
  expect(tagOf(readWord("Qwzx"))).toBe(unknown.shape);
});

test("a finite verb is told by its tag; a shape is no tag", () => {
  expect(isFinite(1)).toBe(true);
  expect(isFinite(2)).toBe(false);
  expect(isFinite(readWord("Qwzx").shape)).toBe(false);
});
