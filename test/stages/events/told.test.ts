import { expect, test } from "vitest";
import type { Mention } from "../../../src/core/layers.ts";
import { eventLines, read, readParsed, stancesOf } from "../stance/read.ts";

/** Sentence, then its events: who claims accuses, and what is charged is reported. */
const cases: readonly (readonly [string, ...string[]])[] = [
  [
    "Arland claimed that Borland attacked Corland.",
    "Arland>Borland ACCUSE asserted",
    "Borland>Corland ASSAULT reported",
  ],
  [
    "Arland claimed that Corland was attacked by Borland.",
    "Arland>Borland ACCUSE asserted",
    "Borland>Corland ASSAULT reported",
  ],
  [
    "Borland attacked Corland, Arland claimed.",
    "Borland>Corland ASSAULT reported",
    "Arland>Borland ACCUSE asserted",
  ],
  [
    "Arland accused Borland of attacking Corland.",
    "Arland>Borland ACCUSE asserted",
    "Borland>Corland ASSAULT reported",
  ],
  [
    "Borland was accused by Arland of attacking Corland.",
    "Arland>Borland ACCUSE asserted",
    "Borland>Corland ASSAULT reported",
  ],
  [
    "Arland blamed Borland for attacking Corland.",
    "Arland>Borland ACCUSE asserted",
    "Borland>Corland ASSAULT reported",
  ],
  // Whoever only says so accuses nobody; nor does who claims good things, or speaks of himself.
  ["Arland said that Borland attacked Corland.", "Borland>Corland ASSAULT reported"],
  ["Arland claimed that Borland helped Corland.", "Borland>Corland AID reported"],
  ["Arland claimed that it attacked Borland.", "Arland>Borland ASSAULT reported"],
  // What is denied or only thought of is no charge.
  ["Arland denied that Borland attacked Corland.", "Borland>Corland ASSAULT denied"],
  ["Arland claimed that Borland did not attack Corland.", "Borland>Corland ASSAULT negated"],
  ["Arland claimed that Borland could attack Corland.", "Borland>Corland ASSAULT hypothetical"],
  [
    "Arland thanked Borland for attacking Corland.",
    "Arland>Borland SUPPORT asserted",
    "Borland>Corland ASSAULT asserted",
  ],
];

test.each(cases)("%s", (sentence, ...expected) => {
  expect(eventLines(readParsed(sentence))).toEqual(expected);
});

test("the accuser holds what he charges", () => {
  const { events = [], mentions = [] } = readParsed("Arland accused Borland of attacking Corland.").layers;
  expect(events.map(({ type, holder }) => `${type} ${mentions[holder ?? -1]?.text ?? "author"}`)).toEqual([
    "ACCUSE author",
    "ASSAULT Arland",
  ]);
});

test("a claim about a hostile deed is one stance towards who did it", () => {
  expect(stancesOf("Arland claimed that Borland attacked Corland.")).toEqual([
    "Arland>Borland - asserted",
    "Borland>Corland - reported",
  ]);
});

test("who reports for the press accuses nobody", () => {
  const text = "Arland claimed that Borland attacked Corland.";
  const { mentions = [] } = read(text).layers;
  const press: readonly Mention[] = mentions.map((mention, index) =>
    index === 0 ? { ...mention, entityType: "media" } : mention,
  );
  const { events = [], stances = [] } = read(text, undefined, (stage) =>
    stage.name === "actors" ? { mentions: press } : undefined,
  ).layers;
  expect(events.map(({ type }) => type)).toEqual(["ASSAULT"]);
  expect(stances.map(({ ruleId }) => ruleId)).not.toContain("stance/told_of");
});
