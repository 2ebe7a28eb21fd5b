import fc from "fast-check";
import { expect, test } from "vitest";
import { codePoints, indexAfter } from "../../src/core/span.ts";

test("code points count what Array.from counts", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const codePoint = codePoints(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const before = text.slice(0, offset);
        const insidePair = [...before].length + [...text.slice(offset)].length !== [...text].length;
        if (!insidePair) expect(codePoint(offset)).toBe([...before].length);
      }
    }),
  );
});

test("indexAfter finds the span that holds an offset, or the next", () => {
  const spans = [
    { start: 0, end: 3 },
    { start: 5, end: 8 },
  ];
  expect([0, 2, 3, 5, 7, 8].map((offset) => indexAfter(spans, offset))).toEqual([0, 0, 1, 1, 1, 2]);
});
