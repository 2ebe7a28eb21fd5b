import { expect, test } from "vitest";
import { eventsOf } from "../stance/read.ts";

/** Sentence, then its events. Each construction with its mirror and with what must not be read. */
const cases: readonly (readonly [string, ...string[]])[] = [
  ["Arland condemned Borland.", "Arland>Borland ACCUSE asserted"],
  ["Borland condemned Arland.", "Borland>Arland ACCUSE asserted"],
  ["Borland was condemned by Arland.", "Arland>Borland ACCUSE asserted"],
  ["Borland was sharply condemned by Arland yesterday.", "Arland>Borland ACCUSE asserted"],
  ["Arland did not condemn Borland.", "Arland>Borland ACCUSE negated"],
  ["Arland never attacked Borland.", "Arland>Borland ASSAULT negated"],
  ["Arland could attack Borland.", "Arland>Borland ASSAULT hypothetical"],
  ["Arland will attack Borland.", "Arland>Borland ASSAULT future"],
  ["If Arland had attacked Borland, prices would rise.", "Arland>Borland ASSAULT hypothetical"],
  ["Arland denied attacking Borland.", "Arland>Borland ASSAULT denied"],
  ["Arland refused to support Borland.", "Arland>Borland REJECT asserted"],
  ["Arland planned to invade Borland.", "Arland>Borland ASSAULT future"],
  ["Arland, unlike Borland, condemned Corland.", "Arland>Corland ACCUSE asserted"],
  ["Arland and Borland condemned Corland.", "Arland&Borland>Corland ACCUSE asserted"],
  ["Arland condemned Borland and Corland.", "Arland>Borland&Corland ACCUSE asserted"],
  ["Arland’s condemnation of Borland surprised nobody.", "Arland>Borland ACCUSE asserted"],
  ["The condemnation of Borland by Arland surprised nobody.", "Arland>Borland ACCUSE asserted"],
  ["Arland imposed sanctions on Borland.", "Arland>Borland SANCTION asserted"],
  ["Arland lifted its sanctions on Borland.", "Arland>Borland CONCEDE asserted"],
  ["Arland launched an attack on Borland.", "Arland>Borland ASSAULT asserted"],
  ["Arland suspended aid to Borland.", "Arland>Borland SANCTION asserted"],
  ["Arland met with Borland.", "Arland>Borland CONSULT asserted"],
  ["Arland and Borland signed a treaty.", "Arland&Borland>Arland&Borland AGREE asserted"],
  ["Peace talks between Arland and Borland went on.", "Arland&Borland>Arland&Borland CONSULT asserted"],
  ["The war between Arland and Borland went on.", "Arland&Borland>Arland&Borland ASSAULT asserted"],
  ["Arland, which borders the sea, invaded Borland.", "Arland>Borland ASSAULT asserted"],
  [
    "Arland met Borland and condemned Corland.",
    "Arland>Borland CONSULT asserted",
    "Arland>Corland ACCUSE asserted",
  ],
  ["Arland left the room, condemning Borland.", "Arland>Borland ACCUSE asserted"],
  ["Arland cracked down on Borland.", "Arland>Borland COERCE asserted"],
  ["Arland lies near Borland."],
  ["Arland grows wheat, and Borland grows rye."],
];

test.each(cases)("%s", (sentence, ...expected) => {
  expect(eventsOf(sentence)).toEqual(expected);
});
