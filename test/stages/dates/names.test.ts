import { expect, test } from "vitest";
import { outsideNames } from "../../../src/stages/dates/names.ts";
import { wordsOf } from "../../../src/stages/dates/words.ts";
import { grammar, lexicon } from "./read.ts";

test.each([
  ["The October 7 Brigade left on 3 May 2024.", "October 7 Brigade", ["3 May 2024"]],
  ["In 2023 the Black September Organization split.", "Black September Organization", ["2023"]],
  ["He won at the 2024 Olympics.", "2024 Olympics", ["2024"]],
  ["The Pact of May 1951 binds both.", "Pact of May 1951", ["May 1951"]],
])("%s", (text, name, found) => {
  const tokens = [...text.matchAll(/\w+|[^\s\w]/g)].map(({ 0: word, index }) => ({
    start: index, end: index + word.length, text: word, sentence: 0, upos: "PROPN" as const, xpos: "NNP", lemma: word,
  })); // prettier-ignore
  const findings = grammar(wordsOf(text, tokens, lexicon));
  const start = text.indexOf(name);
  const kept = outsideNames(findings, [{ start, end: start + name.length }]);
  expect(kept.map((finding) => text.slice(finding.start, finding.end))).toEqual(found);
});
