import { expect, test } from "vitest";
import { loadResource } from "../../../src/core/resource.ts";
import { eventModes } from "../../../src/language/en/event-modes.ts";
import { predicates } from "../../../src/language/en/predicates.ts";
import { read } from "../stance/read.ts";

const cases: readonly (readonly [string, string])[] = [
  ["Arland arrested leaders of Borland.", "arrest legal 173"],
  ["Arland traveled to Borland.", "visit  042"],
  ["Arland’s military aid to Borland grew.", "none military 070"],
  ["Arland signed a trade agreement with Borland.", "none diplomatic;economic 057"],
  ["Arland attacked Borland.", "none  190"],
  // What is ended is no arrest: the type is another, and its mode not known.
  ["Arland stopped arresting leaders of Borland.", "none  080"],
];

test.each(cases)("%s", (sentence, expected) => {
  const { events = [] } = read(sentence).layers;
  expect(
    events.map(
      ({ mode, contexts, cameoCode }) => `${mode ?? "none"} ${contexts.join(";")} ${cameoCode ?? ""}`,
    ),
  ).toContain(expected);
});

test("every row with a mode belongs to a predicate of that type", () => {
  const lexicon = loadResource(predicates);
  const known = new Set(
    [...lexicon.verb.values(), ...lexicon.noun.values()]
      .flat()
      .map(({ plover, lemma }) => `${plover ?? ""} ${lemma}`),
  );
  expect([...loadResource(eventModes).keys()].filter((key) => !known.has(key))).toEqual([]);
});
