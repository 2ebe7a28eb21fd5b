import fc from "fast-check";
import { expect, test } from "vitest";
import { hashSlice, hashText, mix } from "../../../src/language/model/hash.ts";
import { best, scorer, scoreTable } from "../../../src/language/model/scorer.ts";
import { quantize } from "../../../src/language/model/weights.ts";

test("a score is the sum of the rows of the known features", () => {
  const cells = fc.uniqueArray(fc.tuple(fc.nat(3), fc.integer({ min: -900, max: 900 })), {
    selector: ([label]) => label,
    minLength: 1,
  });
  const table = fc.uniqueArray(fc.record({ key: fc.integer({ min: -400, max: 400 }), cells }), {
    selector: ({ key }) => key,
    maxLength: 300,
  });
  const asked = fc.array(fc.integer({ min: -500, max: 500 }), { maxLength: 40 });
  fc.assert(
    fc.property(table, asked, (rows, features) => {
      const model = scorer(scoreTable(quantize(rows)));
      const scores = new Int32Array(4);
      model.score(Int32Array.from(features), features.length, scores);
      const expected = [0, 0, 0, 0];
      for (const feature of features)
        for (const [label, weight] of rows.find(({ key }) => key === feature)?.cells ?? [])
          expected[label]! += weight;
      for (const [label, value] of expected.entries())
        expect(Math.abs(scores[label]! * model.scale - value)).toBeLessThanOrEqual(
          features.length * model.scale,
        );
      expect(scores[best(scores)]).toBe(Math.max(...scores));
    }),
  );
});

test("hashes depend on every value and on their order, and a slice hashes like its text", () => {
  expect(hashSlice("the Caucasus", 4, 12)).toBe(hashText("Caucasus"));
  expect(mix(mix(1, 2), 3)).not.toBe(mix(mix(1, 3), 2));
  const seen = new Set<number>();
  for (let template = 0; template < 100; template++)
    for (let value = 0; value < 1000; value++) seen.add(mix(mix(template, value), 7));
  expect(seen.size).toBeGreaterThan(100_000 - 10);
});
