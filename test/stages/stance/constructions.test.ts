import fc from "fast-check";
import { expect, test } from "vitest";
import type { Mention } from "../../../src/core/layers.ts";
import { read, stancesOf } from "./read.ts";

/** Sentence, then stances that must be among those found. */
const cases: readonly (readonly [string, ...string[]])[] = [
  ["Arland condemned Borland.", "Arland>Borland - asserted"],
  ["Borland was condemned by Arland.", "Arland>Borland - asserted"],
  ["Arland did not condemn Borland.", "Arland>Borland - negated"],
  ["Arland could condemn Borland.", "Arland>Borland - hypothetical"],
  ["Arland denied condemning Borland.", "Arland>Borland - denied"],
  ["Arland, unlike Borland, condemned Corland.", "Arland>Corland - asserted"],
  ["Arland’s condemnation of Borland was brief.", "Arland>Borland - asserted"],
  ["Arland and Borland condemned Corland.", "Arland>Corland - asserted", "Borland>Corland - asserted"],
  ["Arland praised Borland.", "Arland>Borland + asserted"],
  ["Arland is grateful to Borland.", "Arland>Borland + asserted"],
  ["Arland said that Borland attacked Corland.", "Arland>Borland - asserted", "Borland>Corland - reported"],
];

test.each(cases)("%s", (sentence, ...expected) => {
  expect(stancesOf(sentence)).toEqual(expect.arrayContaining(expected));
});

/** Sentence, then all its stances: what two clauses, travel and places must not make. */
const whole: readonly (readonly [string, ...string[]])[] = [
  ["Arland backed Borland, and Corland warned of a war.", "Arland>Borland + asserted"],
  ["Arland thanked Borland, and Corland spoke of a road.", "Arland>Borland + asserted"],
  [
    "Arland has defended Borland, and Corland criticized Arland.",
    "Arland>Borland + asserted",
    "Corland>Arland - asserted",
  ],
  ["The president of Arland flew to Borland on Monday."],
  ["Arland signed a pact with Borland.", "Arland>Borland + asserted"],
  ["Arland stopped attacking Borland.", "Arland>Borland + asserted"],
  ["Arland blocked a plan, accusing Borland of fraud.", "Arland>Borland - asserted"],
];

test.each(whole)("only: %s", (sentence, ...expected) => {
  expect(stancesOf(sentence)).toEqual(expected);
});

test("unresolved mentions and places take no stance and are towards nobody's; several actors make a row each", () => {
  const arland = (given: Partial<Mention>): readonly string[] => {
    const text = "Arland condemned Borland.";
    const { mentions: [first, second] = [] } = read(text).layers;
    const { actorId: _, ...unlinked } = first!;
    const mentions = [
      { ...("memberIds" in given || "mentionType" in given ? unlinked : first!), ...given },
      second!,
    ];
    const { stances = [] } = read(text, undefined, (stage) =>
      stage.name === "actors" ? { mentions } : undefined,
    ).layers;
    return stances.map(({ sourceActorId }) => sourceActorId ?? "one");
  };
  expect(arland({})).toEqual(["one"]);
  expect(arland({ entityType: "place" })).toEqual([]);
  expect(arland({ mentionType: "pronoun" })).toEqual([]);
  expect(arland({ memberIds: ["a", "b"] })).toEqual(["a", "b"]);
});

test("an ally's report is no charge, an enemy's and a stranger's are", () => {
  const report = "Arland said that Borland attacked Corland.";
  expect(stancesOf(report)).toContain("Arland>Borland - asserted");
  expect(stancesOf(`Arland blamed Borland. ${report}`)).toContain("Arland>Borland - asserted");
  const ally = stancesOf(`Arland thanked Borland. ${report}`);
  expect(ally).toContain("Borland>Corland - reported");
  expect(ally).not.toContain("Arland>Borland - asserted");
});

test("nor is what a government tells of its own army, though its opposition may charge it", () => {
  const charges = (cameoCode: string): number => {
    const text = "Arland said that Borland attacked Corland.";
    const { mentions: [first, second, third] = [] } = read(text).layers;
    const mentions = [
      { ...first!, country: "ARL", cameoCode },
      { ...second!, country: "ARL", cameoCode: "ARLMIL" },
      third!,
    ];
    const { stances = [] } = read(text, undefined, (stage) =>
      stage.name === "actors" ? { mentions } : undefined,
    ).layers;
    return stances.filter(({ ruleId }) => ruleId === "stance/told_of").length;
  };
  expect(charges("ARLGOV")).toBe(0);
  expect(charges("ARLOPP")).toBe(1);
});

test("what two actors of one mention do to one another is a stance of each", () => {
  const given = (sentence: string, memberIds: readonly string[] | undefined): readonly string[] => {
    const { mentions: [first] = [] } = read(sentence).layers;
    const { actorId, ...unlinked } = first!;
    const mention = memberIds === undefined ? { ...unlinked, actorId: actorId! } : { ...unlinked, memberIds };
    const { stances = [] } = read(sentence, undefined, (stage) =>
      stage.name === "actors" ? { mentions: [mention] } : undefined,
    ).layers;
    return stances.map(({ sourceActorId, targetActorId }) => `${sourceActorId ?? ""}>${targetActorId ?? ""}`);
  };
  expect(given("Arland signed a pact.", ["a", "b"])).toEqual(["a>b", "b>a"]);
  expect(given("Arland fought each other.", ["a", "b"])).toEqual(["a>b", "b>a"]);
  expect(given("Arland signed a pact.", undefined)).toEqual([]);
  expect(given("Arland condemned the pact.", ["a", "b"])).toEqual([]);
});

const verbs = ["condemned", "praised", "attacked", "supported", "sanctioned", "helped", "threatened"];
const frames = ["X V Y.", "Y was V by X.", "X, a large state, V Y.", "On Monday, X V Y."];

test("swapping the names swaps the direction", () => {
  fc.assert(
    fc.property(fc.constantFrom(...verbs), fc.constantFrom(...frames), (verb, frame) => {
      const write = (x: string, y: string): string =>
        frame.replace("X", x).replace("Y", y).replace("V", verb);
      const swap = (line: string): string =>
        line.replace(/Arland|Borland/g, (name) => (name === "Arland" ? "Borland" : "Arland"));
      const one = stancesOf(write("Arland", "Borland"));
      expect(one.length).toBeGreaterThan(0);
      expect(stancesOf(write("Borland", "Arland")).map(swap)).toEqual(one);
    }),
    { numRuns: 30 },
  );
});

test("scores and confidences keep their bounds, spans lie in the text, twice is the same", () => {
  const text = fc.array(
    fc.constantFrom("Arland", "Borland", "hates", "“", "”", "not", "attacked", "\n\n", ".", "said", "😀"),
    {
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(text, (words) => {
      const written = words.join(" ");
      const { stances = [] } = read(written).layers;
      for (const { start, end, cueStart, cueEnd, score, confidence, scoreSd } of stances) {
        expect(Math.abs(score)).toBeLessThanOrEqual(1);
        expect(confidence >= 0 && confidence <= 1 && scoreSd >= 0).toBe(true);
        expect(
          0 <= start && start <= cueStart && cueStart < cueEnd && cueEnd <= end && end <= written.length,
        ).toBe(true);
      }
      expect(read(written).layers.stances).toEqual(stances);
    }),
    { numRuns: 60 },
  );
});
