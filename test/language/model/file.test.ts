import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DyadicError } from "../../../src/core/problem.ts";
import { decodeModel, encodeModel, type ModelFile } from "../../../src/language/model/file.ts";
import { coarsen, quantize, type Row } from "../../../src/language/model/weights.ts";

const row = fc.record({
  key: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  cells: fc.uniqueArray(fc.tuple(fc.nat(254), fc.double({ min: -50, max: 50, noNaN: true })), {
    selector: ([label]) => label,
    minLength: 1,
    maxLength: 5,
  }),
});
const rows = fc.uniqueArray(row, { selector: ({ key }) => key, maxLength: 50 });

const model = (made: readonly Row[]): ModelFile => ({
  kind: "test",
  labels: ["ADJ", "é😀"],
  options: { words: { "U.S.": 3 } },
  weights: quantize(made),
});

const sample = model([
  { key: 5, cells: [[3, 1.5]] },
  { key: -7, cells: [[0, -3], [9, 0.25]] },
]); // prettier-ignore

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DyadicError) return error.problems[0]!.code;
    throw error;
  }
  return "accepted";
};

test("what is written is read again", () => {
  fc.assert(
    fc.property(rows, (made) => {
      const file = model(made);
      expect(decodeModel(encodeModel(file), "a.bin", "test")).toEqual(file);
    }),
  );
});

describe("a file that is not the one asked for is refused", () => {
  const good = encodeModel(sample);

  test("one changed byte", () => {
    for (let at = 0; at < good.length; at++) {
      const bad = Uint8Array.from(good);
      bad[at]! ^= 1;
      const expected = at < 7 ? "model/foreign" : at === 7 ? "model/version" : "model/damaged";
      expect(codeOf(() => decodeModel(bad, "a.bin", "test"))).toBe(expected);
    }
  });

  test("cut off or too long", () => {
    for (let length = 8; length < good.length; length++)
      expect(codeOf(() => decodeModel(good.subarray(0, length), "a.bin", "test"))).toBe("model/damaged");
    expect(codeOf(() => decodeModel(Buffer.concat([good, Buffer.of(0)]), "a.bin", "test"))).toBe(
      "model/damaged",
    );
  });

  test.each([
    ["empty", Buffer.alloc(0)],
    ["JSON", Buffer.from('{"kind":"test"}')],
    ["random bytes", Buffer.from("0102030405060708090a0b0c0d0e0f", "hex")],
  ])("%s", (_, bytes) => {
    expect(codeOf(() => decodeModel(bytes, "a.bin", "test"))).toBe("model/foreign");
  });

  test("of another kind, with the path and the two kinds in the message", () => {
    expect(codeOf(() => decodeModel(good, "a.bin", "parser"))).toBe("model/kind");
    expect(() => decodeModel(good, "a.bin", "parser")).toThrow(/"test", not "parser"[\s\S]*a\.bin/);
  });
});

test("coarse weights: rounded to the step, small ones gone, half the bytes, read again", () => {
  const exact = model([
    { key: 1, cells: [[2, 3.04], [7, -0.4]] },
    { key: 2, cells: [[0, 0.3]] },
    { key: 9, cells: [[1, -60.01]] },
  ]); // prettier-ignore
  const weights = coarsen(exact.weights, { step: 0.1, least: 0.35 });
  expect([...weights.keys]).toEqual([1, 9]);
  expect([...weights.lengths]).toEqual([2, 1]);
  expect([...weights.classes]).toEqual([2, 7, 1]);
  expect([...weights.values]).toEqual([30, -4, -600]);
  const file = { ...exact, weights };
  const bytes = encodeModel(file);
  expect(Buffer.from(bytes).toString("latin1")).toContain('"narrow":true');
  expect(decodeModel(bytes, "a.bin", "test")).toEqual(file);
});

test("coarse weights of any size are read again", () => {
  fc.assert(
    fc.property(rows, fc.double({ min: 0.01, max: 5, noNaN: true }), (made, step) => {
      const file = { ...model(made), weights: coarsen(model(made).weights, { step, least: 0 }) };
      expect(decodeModel(encodeModel(file), "a.bin", "test")).toEqual(file);
    }),
  );
});
