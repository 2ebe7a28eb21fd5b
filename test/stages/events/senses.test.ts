import { expect, test } from "vitest";
import { loadResource } from "../../../src/core/resource.ts";
import { predicates } from "../../../src/language/en/predicates.ts";
import { wordClasses } from "../../../src/language/en/senses.ts";
import { eventLines, readParsed } from "../stance/read.ts";

/** Sentence in which the words mean no deed of that kind, then one in which they do. */
const cases: readonly (readonly [string, ...string[]])[] = [
  ["Arland beat Borland in the final of the cup."],
  ["Arland defeated Borland in the election."],
  ["Borland was defeated by Arland in the election."],
  ["Arland defeated Borland with 64 percent of the vote."],
  ["Arland defeated Borland at the river.", "Arland>Borland ASSAULT asserted"],
  ["Arland crushed Borland in the league."],
  ["Arland crushed Borland in a day.", "Arland>Borland COERCE asserted"],
  ["Arland fought the virus of Borland."],
  ["Arland fought Borland.", "Arland>Borland ASSAULT asserted"],
  ["Arland attacked the idea of Borland.", "Arland>Borland ACCUSE asserted"],
  ["Arland attacked Borland’s plan.", "Arland>Borland ACCUSE asserted"],
  ["Borland’s plan was attacked by Arland.", "Arland>Borland ACCUSE asserted"],
  ["Arland attacked Borland’s army.", "Arland>Borland ASSAULT asserted"],
  ["Arland released a video of Borland."],
  ["Arland released prisoners of Borland.", "Arland>Borland RETREAT asserted"],
  ["Arland executed the plan of Borland."],
  ["Arland executed prisoners of Borland.", "Arland>Borland ASSAULT asserted"],
  ["Arland seized the opportunity in Borland."],
  ["Arland seized ships of Borland.", "Arland>Borland COERCE asserted"],
  ["Arland struck a deal with Borland.", "Arland>Borland SUPPORT asserted"],
  ["Arland struck Borland.", "Arland>Borland ASSAULT asserted"],
  ["Arland hit a record in Borland."],
  ["Arland hit Borland.", "Arland>Borland ASSAULT asserted"],
  ["Arland pushed the ships of Borland away."],
  ["Arland launched a website on Borland."],
  ["Arland launched an attack on Borland.", "Arland>Borland ASSAULT asserted"],
  ["The heart attack of Borland worried Arland."],
  ["Arland and Borland offered to mediate."],
  ["Arland mediated between Borland and Corland.", "Arland>Borland&Corland CONSULT asserted"],
];

test.each(cases)("%s", (sentence, ...expected) => {
  expect(eventLines(readParsed(sentence))).toEqual(expected);
});

test("every class that a condition names has words", () => {
  const classes = loadResource(wordClasses);
  const { verb, noun, adjective } = loadResource(predicates);
  const rows = [verb, noun, adjective].flatMap((part) => [...part.values()].flat());
  const named = rows.flatMap(({ unless, objectClass }) => [
    ...unless.filter(({ place }) => place !== "infinitive").map(({ words }) => words),
    ...(objectClass === undefined ? [] : [objectClass]),
  ]);
  expect(named.filter((name) => !classes.has(name))).toEqual([]);
  expect(named.length).toBeGreaterThan(20);
});
