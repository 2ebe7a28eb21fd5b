import { expect, test } from "vitest";
import { groupScorer } from "../../../../src/language/en/parser/memory.ts";
import { scorer, scoreTable } from "../../../../src/language/model/scorer.ts";
import { quantize } from "../../../../src/language/model/weights.ts";

test("remembered sums are those of the model", () => {
  const rows = Array.from({ length: 300 }, (_, key) => ({
    key,
    cells: [[key % 3, (key % 7) - 3.5] as const],
  }));
  const model = scorer(scoreTable(quantize(rows)));
  const score = groupScorer(model, 3, [2, 3]);
  const [plain, remembered] = [new Int32Array(3), new Int32Array(3)];
  for (let round = 0; round < 3; round++)
    for (let first = 0; first < 290; first++) {
      // The last feature is in no group, the group after the first changes while the first stays.
      const features = Int32Array.of(first >> 3, 40, first, first + 1, 299 - first, first + 2);
      model.score(features, 6, plain);
      score(features, 6, remembered);
      expect([...remembered]).toEqual([...plain]);
    }
});
