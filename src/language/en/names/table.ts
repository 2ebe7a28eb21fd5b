import type { Weights } from "../../model/weights.ts";

/** Small numbers by 32-bit hash. */
export interface HashTable {
  /** The number stored for the hash; -1 when there is none. */
  find(hash: number): number;
}

/**
 * The first cell of every row of a model file as a table: its class in the upper, its value in the lower 16 bits.
 * Clusters and gazetteers ship in the same file format as weights.
 */
export function hashTable({ keys, lengths, classes, values }: Weights): HashTable {
  let bits = 4;
  while (1 << bits < keys.length * 1.7) bits++;
  const shift = 32 - bits;
  const mask = (1 << bits) - 1;
  const slotKeys = new Int32Array(1 << bits);
  const slotValues = new Int32Array(1 << bits).fill(-1);
  let cell = 0;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]! | 0;
    let slot = Math.imul(key, 0x9e3779b1) >>> shift;
    while (slotValues[slot]! >= 0) slot = (slot + 1) & mask;
    slotKeys[slot] = key;
    slotValues[slot] = (classes[cell]! << 16) | (values[cell]! & 0xffff);
    cell += lengths[row]!;
  }
  return {
    find(hash) {
      const key = hash | 0;
      let slot = Math.imul(key, 0x9e3779b1) >>> shift;
      while (slotValues[slot]! >= 0) {
        if (slotKeys[slot] === key) return slotValues[slot]!;
        slot = (slot + 1) & mask;
      }
      return -1;
    },
  };
}
