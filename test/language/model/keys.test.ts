import fc from "fast-check";
import { expect, test } from "vitest";
import { findKey, keyTable } from "../../../src/language/model/keys.ts";

const uint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });

test("each key has its number and no other has one", () => {
  const crowded = fc.oneof(uint32, fc.integer({ min: 2 ** 32 - 50, max: 2 ** 32 - 1 }), fc.nat(50));
  fc.assert(
    fc.property(fc.uniqueArray(crowded, { maxLength: 300 }), fc.array(crowded), (known, asked) => {
      const keys = Uint32Array.from(known).sort();
      const { slots, spread } = keyTable(keys, (place) => place + 1);
      for (const key of [...known, ...asked]) {
        const expected = keys.indexOf(key) + 1;
        expect(findKey(slots, spread, key)).toBe(expected);
        expect(findKey(slots, spread, key | 0)).toBe(expected); // As hashes come: signed.
      }
    }),
  );
});

test("a table takes little more room than its keys, and can be handed to other threads", () => {
  const keys = Uint32Array.from({ length: 30_000 }, (_, i) => i * 143_165);
  const { slots } = keyTable(keys, () => 1);
  expect(slots.length).toBeLessThan(2.8 * keys.length);
  expect(slots.buffer).toBeInstanceOf(SharedArrayBuffer);
});
