import { findKey, keyTable, type KeyTable } from "../../model/keys.ts";
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
export function cellTable({ keys, lengths, classes, values }: Weights): KeyTable {
  let cell = 0;
  return keyTable(keys, (row) => {
    const number = (classes[cell]! << 16) | (values[cell]! & 0xffff);
    cell += lengths[row]!;
    return number + 1; // 0 stands for an empty slot.
  });
}

export const hashTable = ({ slots, spread }: KeyTable): HashTable => ({
  find: (hash) => findKey(slots, spread, hash) - 1,
});
