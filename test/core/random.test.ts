import { expect, test } from "vitest";
import { bootstrapInterval, seededRandom } from "../../src/core/random.ts";

test("the same seed gives the same stream, another seed another", () => {
  const draw = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test("the stream is spread evenly over [0, 1)", () => {
  const random = seededRandom(3);
  const tenths = new Array<number>(10).fill(0);
  for (let i = 0; i < 10_000; i++) tenths[Math.floor(random() * 10)]!++;
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

test("an interval holds the mean and narrows with more data", () => {
  const few = bootstrapInterval([0, 1, 0, 1], mean)!;
  const many = bootstrapInterval(Array.from({ length: 400 }, (_, i) => i % 2), mean)!; // prettier-ignore
  expect(few[0]).toBeLessThanOrEqual(0.5);
  expect(few[1]).toBeGreaterThanOrEqual(0.5);
  // Standard error of a mean of 400 coin flips is 0.025; the interval is about 3.92 of it wide.
  expect(many[1] - many[0]).toBeGreaterThan(0.08);
  expect(many[1] - many[0]).toBeLessThan(0.12);
});

test("one item has no interval", () => {
  expect(bootstrapInterval([1], mean)).toBeUndefined();
});
