import { expect, test } from "vitest";
import type { Reading } from "../../../../src/language/en/tagger/first-look.ts";
import {
  clauseParts, lookAgain, secondLook, secondLookFeatures, setRivals,
} from "../../../../src/language/en/tagger/second-look.ts"; // prettier-ignore
import { readWord } from "../../../../src/language/en/words.ts";
import { readyModel } from "../../../../src/language/model/scorer.ts";
import { quantize } from "../../../../src/language/model/weights.ts";

const labels = ["ADP/IN", "NOUN/NN", "VERB/VBD"];
const [adposition, noun, verb] = [0, 1, 2];

/** "The raid fell through", where a tagger that knows no tag to the right took "raid" and "fell" for what they are not. */
const reading = (scores: readonly number[]): Reading => ({
  words: ["raid", "fell", "through"].map((word) => readWord(word)),
  capitals: false,
  tags: [noun, noun, adposition],
  doubts: [{ at: 1, scores: Int32Array.from(scores) }],
});

const featuresOf = (tags: readonly number[]): number[] => {
  const out = new Int32Array(secondLookFeatures);
  const count = lookAgain(reading([]), 1, tags, clauseParts(labels), { first: noun, second: verb }, out);
  return [...out.subarray(0, count)];
};

/** Knows the features that tell of one tag to the right and not of another: there it favors the verb. */
function model() {
  const telling = featuresOf([noun, noun, adposition]).filter(
    (key) => !featuresOf([noun, noun, noun]).includes(key),
  );
  const weights = quantize(telling.map((key) => ({ key, cells: [[verb, 1]] as const })));
  const values = weights.values.map(() => 1);
  return readyModel({
    kind: "tagger",
    labels,
    options: { always: {}, doubt: 8 },
    weights: { ...weights, values, scale: 1 },
  });
}

test("a doubtful word is decided by the tag that follows it", () => {
  const found = reading([0, 5, 4]);
  expect(secondLook(model())(found)).toEqual([noun, verb, adposition]);
  expect(found).toEqual(reading([0, 5, 4]));
  const otherwise = { ...reading([0, 5, 4]), tags: [noun, noun, noun] };
  expect(secondLook(model())(otherwise)).toEqual([noun, noun, noun]);
});

test("rivals are the two highest scores, the first of equals", () => {
  const rivals = { first: 0, second: 0 };
  for (const [scores, first, second] of [
    [[3, 1, 2], 0, 2],
    [[1, 2, 3], 2, 1],
    [[5, 5, 5], 0, 1],
    [[7], 0, -1],
  ] as const) {
    setRivals(Int32Array.from(scores), rivals);
    expect(rivals).toEqual({ first, second });
  }
});
