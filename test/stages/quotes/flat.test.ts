import { expect, test } from "vitest";
import { read } from "../stance/read.ts";

function quotesOf(text: string): string[] {
  const { quotes = [], mentions = [] } = read(text, ["Arland", "Borland", "Ann Berg", "She"]).layers;
  return quotes.map(({ type, speakerMention, speakerText, speakerMethod, text: said }) => {
    const speaker = speakerMention === undefined ? (speakerText ?? "nobody") : mentions[speakerMention]!.text;
    return `${type} ${speaker} (${speakerMethod}): ${said}`;
  });
}

/** Text, then its quotations. */
const cases: readonly (readonly [string, ...string[]])[] = [
  ["“The raid was a crime,” said Ann Berg.", "direct Ann Berg (explicit): The raid was a crime,"],
  ['"The raid was a crime," Ann Berg said.', "direct Ann Berg (explicit): The raid was a crime,"],
  ["Ann Berg said: “The raid was a crime.”", "direct Ann Berg (explicit): The raid was a crime."],
  ["Ann Berg said that the raid was a crime.", "indirect Ann Berg (explicit): the raid was a crime"],
  ["The raid was a crime, Ann Berg said.", "indirect Ann Berg (explicit): The raid was a crime"],
  ["According to Ann Berg, the raid was a crime.", "indirect Ann Berg (explicit): the raid was a crime"],
  [
    "Ann Berg said that the “cowardly” raid on the village was a crime.",
    "mixed Ann Berg (explicit): the “cowardly” raid on the village was a crime",
  ],
  [
    "“The raid was a crime,” said Ann Berg. “Nobody will forget it.”",
    "direct Ann Berg (explicit): The raid was a crime,",
    "direct Ann Berg (carried_over): Nobody will forget it.",
  ],
  [
    "“He told me ‘never again’ twice,” said Ann Berg.",
    "direct Ann Berg (explicit): He told me ‘never again’ twice,",
  ],
  ["Ann Berg warned: “The raid was a crime", "direct Ann Berg (explicit): The raid was a crime"],
  ["The “near abroad” doctrine is old."],
  ["Ann Berg saw the raid."],
  // A noun of its own before the verb is the speaker, not a name in what was said.
  [
    "The raid killed three men in the north of Arland, doctors said.",
    "indirect doctors (explicit): The raid killed three men in the north of Arland",
  ],
  ["The envoy handed over the papers in the capital, where Ann Berg welcomed him."],
  [
    "Ann Berg condemned the decision and warned that Arland would pay the price.",
    "indirect Ann Berg (explicit): Arland would pay the price",
  ],
];

test.each(cases)("%s", (text, ...expected) => {
  expect(quotesOf(text)).toEqual(expected);
});
