import { expect, test } from "vitest";
import type { AnyDocument } from "../../../src/core/document.ts";
import type { Mention, Sentence, Stance } from "../../../src/core/layers.ts";
import { scoreAnswer, scoreStances } from "../../../src/stages/stance/score.ts";

/* Two sentences of fifty characters; actors a, b.gov and c. */
const sentences = [0, 50].map((start) => ({ start, end: start + 50 }) as Sentence);
const mentions = ["a", "b.gov", "c"].map((actorId) => ({ actorId }) as Mention);

const found = (source: number, target: number, label: "positive" | "negative", cueStart: number): Stance =>
  ({ source, target, label, cueStart, cueEnd: cueStart + 5, sentence: cueStart < 50 ? 0 : 1 }) as Stance;

const gold = (source: string, target: string, label: string, cueStart: number) => ({
  source, target, label, cueStart, cueEnd: cueStart + 5,
}); // prettier-ignore

const score = (wanted: readonly object[], stances: readonly Stance[]) =>
  scoreStances({ id: "r", text: "", stances: wanted }, {
    article: {},
    layers: { sentences, mentions, stances },
  } as unknown as AnyDocument);

test("pairs are directed, a state and its government are one, expressions are counted in their sentence", () => {
  const counts = score(
    [gold("a", "b", "negative", 10), gold("a", "b", "negative", 60), gold("b", "c", "positive", 20)],
    [
      found(0, 1, "negative", 12), // Right, and its words overlap.
      found(0, 1, "positive", 90), // Right pair and sentence, wrong sign.
      found(2, 1, "positive", 20), // The wrong way round.
    ],
  );
  expect(counts).toEqual({
    pairs: { correct: 1, found: 2, gold: 2 },
    signed: { correct: 1, found: 3, gold: 2 },
    expressions: { correct: 1, found: 3, gold: 3 },
    sign_accuracy: { correct: 1, found: 2, gold: 2 },
    cue_overlap: { correct: 1, found: 1, gold: 1 },
  });
});

test("a finding answers one gold stance only", () => {
  const counts = score(
    [gold("a", "c", "negative", 10), gold("a", "c", "negative", 30)],
    [found(0, 2, "negative", 30)],
  );
  expect(counts.expressions).toEqual({ correct: 1, found: 1, gold: 2 });
  expect(counts.cue_overlap).toEqual({ correct: 1, found: 1, gold: 1 });
});

test("records that ask about marks or lists are scored by their own question", () => {
  const record = (fields: object) => ({ id: "r", text: "", stances: [], ...fields });
  expect(scoreAnswer(record({ label: 3 }), { label: 4 })).toEqual({ marked_pair: { correct: 0, found: 1, gold: 1 } });
  expect(scoreAnswer(record({ label: 0 }), { label: 0 })).toEqual({ marked_pair: { correct: 0, found: 0, gold: 0 } });
  expect(scoreAnswer(record({ root: "AID" }), { root: "AID" })).toEqual({ event_type: { correct: 1, found: 1, gold: 1 } });
  const triplet = (target: string, label: string) => ({ sentence: 0, source: { name: "A" }, target: { name: target }, label });
  expect(
    scoreAnswer(record({ stances: [triplet("B", "positive"), triplet("C", "negative")] }), {
      stances: [triplet("B", "negative"), triplet("C", "negative")],
    }),
  ).toEqual({ triplets: { correct: 1, found: 2, gold: 2 } });
  const target = (label: string) => ({ source: null, target: {}, label });
  expect(scoreAnswer(record({ stances: [target("neutral")] }), { stances: [target("negative")] })).toEqual({
    target_label: { correct: 0, found: 1, gold: 1 },
  });
}); // prettier-ignore
