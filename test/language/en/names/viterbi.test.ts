import fc from "fast-check";
import { expect, test } from "vitest";
import {
  labels,
  labelOf,
  nameRanges,
  predecessors,
  mayEnd,
  mayStart,
} from "../../../../src/language/en/names/labels.ts";
import { viterbi } from "../../../../src/language/en/names/viterbi.ts";

const count = labels.length;

/** All well-formed sequences, scored one by one. */
function exhaustive(emissions: Float64Array, length: number, transitions: Float64Array): number {
  let best = -Infinity;
  const walk = (at: number, before: number, score: number): void => {
    if (at === length) {
      if (mayEnd(before)) best = Math.max(best, score);
      return;
    }
    for (let label = 0; label < count; label++) {
      if (at === 0 ? !mayStart(label) : !predecessors[label]!.includes(before)) continue;
      walk(
        at + 1,
        label,
        score + emissions[at * count + label]! + (at === 0 ? 0 : transitions[before * count + label]!),
      );
    }
  };
  walk(0, 0, 0);
  return best;
}

test("finds the best well-formed sequence", () => {
  const numbers = (length: number) =>
    fc.array(fc.integer({ min: -9, max: 9 }), { minLength: length, maxLength: length });
  fc.assert(
    fc.property(numbers(3 * count), numbers(count * count), (emitted, passed) => {
      const emissions = Float64Array.from(emitted);
      const transitions = Float64Array.from(passed);
      const path = viterbi(emissions, 3, transitions);
      let score = 0;
      path.forEach((label, at) => {
        score +=
          emissions[at * count + label]! + (at === 0 ? 0 : transitions[path[at - 1]! * count + label]!);
        if (at > 0) expect(predecessors[label]).toContain(path[at - 1]);
      });
      expect(mayStart(path[0]!) && mayEnd(path[2]!)).toBe(true);
      expect(score).toBe(exhaustive(emissions, 3, transitions));
    }),
    { numRuns: 50 },
  );
  expect(viterbi(new Float64Array(0), 0, new Float64Array(count * count))).toHaveLength(0);
});

test("labels and ranges say the same", () => {
  const sequence = [
    0,
    labelOf(0, 0, 2),
    labelOf(0, 1, 2),
    labelOf(1, 0, 1),
    0,
    labelOf(2, 0, 3),
    labelOf(2, 1, 3),
    labelOf(2, 2, 3),
  ];
  expect(sequence.map((label) => labels[label])).toEqual([
    "O",
    "B-PER",
    "E-PER",
    "S-ORG",
    "O",
    "B-LOC",
    "I-LOC",
    "E-LOC",
  ]);
  expect(nameRanges(sequence, 10)).toEqual([
    { first: 11, last: 13, type: 0 },
    { first: 13, last: 14, type: 1 },
    { first: 15, last: 18, type: 2 },
  ]);
});
