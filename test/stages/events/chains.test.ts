import { expect, test } from "vitest";
import { eventLines, readParsed } from "../stance/read.ts";

const names = ["Arland", "Borland", "Corland", "Dorland"];

/** Sentence, then its events: chains of verbs, each with its mirrors and with what must not be read. */
const cases: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  "somebody's, but somebody else": [
    ["Arland's opposition attacked Borland."],
    ["Arland's forces attacked Borland.", "Arland>Borland ASSAULT asserted"],
    ["The critics of Arland condemned Borland."],
    ["The leaders of Arland condemned Borland.", "Arland>Borland ACCUSE asserted"],
    ["Arland condemned the allies of Borland."],
    ["Arland's ally, Corland, attacked Borland.", "Corland>Borland ASSAULT asserted"],
  ],
  "infinitives: threats": [
    [
      "Arland threatened to impose sanctions on Borland.",
      "Arland>Borland THREATEN asserted",
      "Arland>Borland COERCE future",
    ],
    [
      "Arland did not threaten to impose sanctions on Borland.",
      "Arland>Borland THREATEN negated",
      "Arland>Borland COERCE negated",
    ],
    [
      "Arland could threaten to invade Borland.",
      "Arland>Borland THREATEN hypothetical",
      "Arland>Borland ASSAULT hypothetical",
    ],
  ],
  "infinitives: promises and plans": [
    ["Arland plans to attack Borland.", "Arland>Borland ASSAULT future"],
    ["Arland is to meet Borland.", "Arland>Borland CONSULT future"],
    ["Arland and Borland are to meet in the capital.", "Arland&Borland>Arland&Borland CONSULT future"],
    ["Borland is to be attacked by Arland.", "Arland>Borland ASSAULT future"],
    ["Arland agreed to help Borland.", "Arland>Borland AGREE asserted", "Arland>Borland AID future"],
    ["Arland did not agree to help Borland.", "Arland>Borland AGREE negated", "Arland>Borland AID negated"],
  ],
  "infinitives: refusals and failures": [
    ["Arland refused to meet Borland.", "Arland>Borland REJECT asserted"],
    ["Arland did not refuse to meet Borland.", "Arland>Borland REJECT negated"],
    ["Arland may refuse to meet Borland.", "Arland>Borland REJECT hypothetical"],
    ["Arland denied refusing to meet Borland.", "Arland>Borland REJECT denied"],
    ["Arland stopped attacking Borland.", "Arland>Borland RETREAT asserted"],
    ["Arland refused to stop attacking Borland.", "Arland>Borland ASSAULT asserted"],
    [
      "Arland refused to sign the paper, and within days Corland bombed Borland.",
      "Corland>Borland ASSAULT asserted",
    ],
    ["Arland denied any part in it and attacked Borland.", "Arland>Borland ASSAULT asserted"],
  ],
  "infinitives: requests": [
    [
      "Arland urged Borland to attack Corland.",
      "Arland>Borland REQUEST asserted",
      "Borland>Corland ASSAULT hypothetical",
    ],
    [
      "Borland was urged by Arland to attack Corland.",
      "Arland>Borland REQUEST asserted",
      "Borland>Corland ASSAULT hypothetical",
    ],
    [
      "Arland urged Borland to stop attacking Corland.",
      "Arland>Borland REQUEST asserted",
      "Borland>Corland RETREAT hypothetical",
    ],
    [
      "Arland ordered Borland to stop attacking Corland.",
      "Arland>Borland REQUEST asserted",
      "Borland>Corland RETREAT hypothetical",
    ],
    [
      "Arland asked Borland not to attack Corland.",
      "Arland>Borland REQUEST asserted",
      "Borland>Corland ASSAULT negated",
    ],
    ["Arland urged states to isolate Borland."],
    ["Arland ordered the army to attack Borland."],
  ],
  "infinitives: what came about": [
    ["Arland managed to help Borland.", "Arland>Borland AID asserted"],
    ["Arland was forced to withdraw from Borland.", "Arland>Borland RETREAT asserted"],
    ["Arland was not forced to withdraw from Borland.", "Arland>Borland RETREAT negated"],
    ["Arland could be forced to withdraw from Borland.", "Arland>Borland RETREAT hypothetical"],
    ["Arland began to bomb Borland.", "Arland>Borland ASSAULT asserted"],
    ["Arland went on to attack Borland.", "Arland>Borland ASSAULT asserted"],
  ],
  "complement clauses": [
    ["Arland said it had attacked Borland.", "Arland>Borland ASSAULT reported"],
    ["Arland denied that it had attacked Borland.", "Arland>Borland ASSAULT denied"],
    ["Arland did not say that Borland attacked Corland.", "Borland>Corland ASSAULT asserted"],
    ["Arland hopes that Borland will help Corland.", "Borland>Corland AID future"],
    ["Arland thinks that prices and wages attacked Borland."],
  ],
  participles: [
    ["Arland left the room, condemning Borland.", "Arland>Borland ACCUSE asserted"],
    ["Condemning Borland, Arland left the room.", "Arland>Borland ACCUSE asserted"],
    ["Arland left the room without condemning Borland.", "Arland>Borland ACCUSE negated"],
    ["Condemned by Arland, Borland left the room.", "Arland>Borland ACCUSE asserted"],
    ["After attacking Borland, Arland withdrew.", "Arland>Borland ASSAULT asserted"],
  ],
  "relative clauses": [
    ["Arland, which attacked Borland, is rich.", "Arland>Borland ASSAULT asserted"],
    ["Arland, which did not attack Borland, is rich.", "Arland>Borland ASSAULT negated"],
    ["Arland, which was attacked by Borland, is rich.", "Borland>Arland ASSAULT asserted"],
    ["Arland, which could attack Borland, is rich.", "Arland>Borland ASSAULT hypothetical"],
    ["Arland, which borders the sea, invaded Borland.", "Arland>Borland ASSAULT asserted"],
    ["Arland opposed the plan when Borland signed it."],
  ],
  "who did it to whom: near misses": [
    // A phrase ends where a clause of time begins.
    ["Arland massed troops near the river until Borland protested."],
    ["Arland massed troops near Borland until Corland left.", "Arland>Borland MOBILIZE asserted"],
    ["Arland has promised not to, and Borland left."],
    ["Arland has promised Borland not to leave.", "Arland>Borland AGREE asserted"],
    // A participle before its noun is nobody's deed.
    ["Arland thanked the elected president of Borland.", "Arland>Borland SUPPORT asserted"],
    ["Arland, the attacked neighbor of Borland, left."],
    ["Arland, attacked by Borland, left.", "Borland>Arland ASSAULT asserted"],
  ],
  "one another": [
    ["Arland and Borland fought each other.", "Arland&Borland>Arland&Borland ASSAULT asserted"],
    ["Arland and Borland did not threaten one another.", "Arland&Borland>Arland&Borland THREATEN negated"],
    ["Arland and Borland fought against each other.", "Arland&Borland>Arland&Borland ASSAULT asserted"],
    ["Arland and Borland fought others."],
    ["Arland fought each of them."],
  ],
  "lists of subjects": [
    [
      "In June Arland, Borland and Corland condemned Dorland.",
      "Arland&Borland&Corland>Dorland ACCUSE asserted",
    ],
    [
      "Dorland left after Arland and Borland had condemned Corland.",
      "Arland&Borland>Corland ACCUSE asserted",
    ],
    [
      "Arland condemned Borland, and Corland praised Dorland.",
      "Arland>Borland ACCUSE asserted",
      "Corland>Dorland SUPPORT asserted",
    ],
  ],
  conjunctions: [
    [
      "Arland attacked Borland and condemned Corland.",
      "Arland>Borland ASSAULT asserted",
      "Arland>Corland ACCUSE asserted",
    ],
    [
      "Arland praised Borland, and Corland blamed Arland.",
      "Arland>Borland SUPPORT asserted",
      "Corland>Arland ACCUSE asserted",
    ],
    ["Arland neither attacked Borland nor left.", "Arland>Borland ASSAULT negated"],
    ["Arland wanted to help, and Borland thanked it."],
    ["Drones hit the plant, and Arland blamed Borland.", "Arland>Borland ACCUSE asserted"],
  ],
};

for (const [name, rows] of Object.entries(cases))
  test.each(rows)(`${name}: %s`, (sentence, ...expected) => {
    expect(eventLines(readParsed(sentence, names))).toEqual(expected);
  });
