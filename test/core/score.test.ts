import { expect, test } from "vitest";
import { pairUp } from "../../src/core/score.ts";

test("each is taken once, and what fits by the earlier test goes first", () => {
  const [one, two, nine] = [{ at: 1 }, { at: 2 }, { at: 9 }];
  const found = [{ at: 2 }, { at: 2 }, { at: 5 }];
  const pairs = pairUp(
    [one, two, nine],
    found,
    (a, b) => a.at === b.at,
    (a, b) => Math.abs(a.at - b.at) <= 1,
  );
  expect(pairs).toEqual([
    [two, found[0]],
    [one, found[1]],
  ]);
  expect(pairs[1]![1]).toBe(found[1]);
});
