import type { Weights } from "../src/language/model/weights.ts";

/** A number of up to 16 bits and one of up to 8 for a 32-bit hash. */
export interface TableEntry {
  readonly key: number;
  readonly value: number;
  readonly second: number;
}

/** Small numbers by hash in the layout of weights: `value` as the value and `second` as the class of a single cell. */
export function integerTable(entries: Iterable<TableEntry>): Weights {
  const sorted = [...entries].sort((a, b) => (a.key >>> 0) - (b.key >>> 0));
  return {
    keys: Uint32Array.from(sorted, ({ key }) => key >>> 0),
    lengths: new Uint8Array(sorted.length).fill(1),
    classes: Uint8Array.from(sorted, ({ second }) => second),
    values: Int16Array.from(sorted, ({ value }) => (value << 16) >> 16),
    scale: 1,
  };
}
