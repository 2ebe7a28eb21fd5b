import { expect, test } from "vitest";
import { bracketedAcronyms } from "../../../../src/language/en/names/acronyms.ts";
import { wordReader } from "../../../../src/language/en/names/words.ts";

const word = wordReader({ find: () => -1 });
const marks = (text: string, starts: readonly number[] = [0]): string => {
  const words = text.split(" ");
  const flags = new Uint8Array(words.length + 1);
  for (const start of starts) flags[start] = 1;
  return [...bracketedAcronyms(words.map(word), flags)].join("");
};

test("a name is marked as far as the acronym in brackets reaches", () => {
  expect(marks("the Movement for the Left ( MpS ) won")).toBe("000000000");
  expect(marks("the Movement for the Left ( ML ) won")).toBe("012230400");
  expect(marks("the Trans - Caspian Route ( TCR ) opens")).toBe("012230400");
  expect(marks("by Amnesty ( A ) today")).toBe("000000");
});

test("no name reaches back over another name's words, a long word or the start of a sentence", () => {
  expect(marks("the Arab News League ( AL )")).toBe("0000000");
  expect(marks("the League established Nations ( LN )")).toBe("0000000");
  expect(marks("World Health Organization ( WHO )", [0, 1])).toBe("000000");
});
