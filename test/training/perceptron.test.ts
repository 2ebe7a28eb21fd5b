import { expect, test } from "vitest";
import { best, scorer, scoreTable } from "../../src/language/model/scorer.ts";
import { quantize } from "../../src/language/model/weights.ts";
import { Perceptron } from "../../training/perceptron.ts";
import { seeded, shuffle } from "../../training/random.ts";

/** Numbers 0..999; the class is the last digit, the features are the three digits with their places. */
const features = (n: number): Int32Array =>
  Int32Array.of(1000 + (n % 10), 2000 + (Math.floor(n / 10) % 10), 3000 + Math.floor(n / 100));

function train(seed: number): Perceptron {
  const perceptron = new Perceptron(10);
  const scores = new Float64Array(10);
  const items = Array.from({ length: 1000 }, (_, n) => n);
  const random = seeded(seed);
  for (let epoch = 0; epoch < 10; epoch++) {
    shuffle(items, random);
    for (const n of items) {
      perceptron.score(features(n), 3, scores);
      const guess = best(scores);
      if (guess !== n % 10) {
        perceptron.update(features(n), 3, n % 10, 1);
        perceptron.update(features(n), 3, guess, -1);
      }
      perceptron.tick();
    }
  }
  return perceptron;
}

test("learns what its features tell, and the shipped form decides alike", () => {
  const rows = [...train(1).averaged(0)];
  const model = scorer(scoreTable(quantize(rows)));
  const scores = new Int32Array(10);
  let right = 0;
  for (let n = 0; n < 1000; n++) {
    model.score(features(n), 3, scores);
    if (best(scores) === n % 10) right++;
    for (const key of features(n))
      for (const [label, weight] of rows.find((row) => row.key === key)?.cells ?? [])
        scores[label]! -= Math.round(weight / model.scale);
    expect(scores.every((rest) => rest === 0)).toBe(true);
  }
  expect(right).toBeGreaterThan(980);
});

test("the same seed gives the same rows, another seed others", () => {
  expect([...train(7).averaged(0)]).toEqual([...train(7).averaged(0)]);
  expect([...train(7).averaged(0)]).not.toEqual([...train(8).averaged(0)]);
});

test("the average is over all steps", () => {
  const perceptron = new Perceptron(2);
  const feature = Int32Array.of(5);
  perceptron.update(feature, 1, 1, 4); // stands during all of the four steps
  for (let i = 0; i < 3; i++) perceptron.tick();
  perceptron.update(feature, 1, 0, 4); // stands during the last of them: nothing was decided before the first tick
  perceptron.tick();
  const [row] = [...perceptron.averaged(0)];
  expect(row).toEqual({ key: 5, cells: [[1, 4 - 4 / 5], [0, 4 - 16 / 5]] }); // prettier-ignore
  expect([...perceptron.averaged(1)][0]?.cells).toEqual([[1, 4 - 4 / 5]]);
});

test("many rows with many classes keep apart", () => {
  const perceptron = new Perceptron(255);
  const scores = new Float64Array(255);
  for (let key = 0; key < 20_000; key++)
    for (let label = 0; label < key % 40; label++) perceptron.update(Int32Array.of(key), 1, label, key);
  for (let label = 0; label < 255; label++) perceptron.update(Int32Array.of(-1), 1, label, label);
  for (let key = 0; key < 20_000; key += 7) {
    perceptron.score(Int32Array.of(key), 1, scores);
    expect(scores.reduce((a, b) => a + b)).toBe(key * (key % 40));
  }
  perceptron.score(Int32Array.of(-1), 1, scores);
  expect([...scores]).toEqual(Array.from({ length: 255 }, (_, label) => label));
});
