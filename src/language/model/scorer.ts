import type { ModelFile } from "./file.ts";
import { findKey, keyTable, sharedInts, type KeyTable } from "./keys.ts";
import type { Weights } from "./weights.ts";

/** A linear model ready to score: adds up the rows of the features that are there. */
export interface Scorer {
  /** What one step of a score is worth: `score * scale` is the weight as it was trained. */
  readonly scale: number;
  /**
   * Sets `scores` to the sum of the rows of the first `count` features, one number a class, in steps of `scale`.
   * Features the model does not know add nothing.
   */
  score(features: Int32Array, count: number, scores: Int32Array): void;
  /** Like `score`, but adds to what is in `scores`. */
  add(features: Int32Array, count: number, scores: Int32Array): void;
}

/**
 * Weights laid out for scoring: plain data, over memory that all threads see. A row is found by its feature; its number
 * is the place of its cells and how many there are. A cell is a class and a weight in one number. So a feature takes
 * two reads and a cell one.
 */
export interface ScoreTable {
  readonly rows: KeyTable;
  readonly cells: Int32Array;
  /**
   * Most features of a text are unknown to the model; a small table of bits, which stays in the processor's cache,
   * says so of nearly all of them. Their highest bits are the place.
   */
  readonly maybe: Int32Array;
  readonly scale: number;
  /** The largest weight in steps of the scale, without its sign. */
  readonly largest: number;
}

/** A model whose weights are laid out. */
export type ReadyModel<Options = unknown> = Omit<ModelFile<Options>, "weights"> & {
  readonly weights: ScoreTable;
};

export const readyModel = <Options>({ weights, ...model }: ModelFile<Options>): ReadyModel<Options> => ({
  ...model,
  weights: scoreTable(weights),
});

/** Bits of the small table for each feature of the model, at least. */
const bitsEach = 8;

export function scoreTable({ keys, lengths, classes, values, scale }: Weights): ScoreTable {
  const cells = sharedInts(values.length);
  let largest = 0;
  for (let i = 0; i < cells.length; i++) {
    const value = values[i]!;
    cells[i] = (classes[i]! << 16) | (value & 0xffff);
    largest = Math.max(largest, Math.abs(value));
  }
  let bits = 6;
  while (2 ** bits < keys.length * bitsEach) bits++;
  const maybe = sharedInts(2 ** (bits - 5));
  for (let row = 0; row < keys.length; row++)
    maybe[keys[row]! >>> (37 - bits)]! |= 1 << (keys[row]! >>> (32 - bits));
  let offset = 0;
  const rows = keyTable(keys, (row) => {
    const place = (offset << 8) | lengths[row]!;
    offset += lengths[row]!;
    return place;
  });
  return { rows, cells, maybe, scale, largest };
}

export function scorer({ rows, cells, maybe, scale }: ScoreTable): Scorer {
  const { slots, spread } = rows;
  const wordShift = Math.clz32(maybe.length) + 1;
  const bitShift = wordShift - 5;

  /** Places of the rows found. All are looked up before any is added up: reads that need not wait for one another. */
  let places = new Int32Array(256);

  function add(features: Int32Array, count: number, scores: Int32Array): void {
    if (count > places.length) places = new Int32Array(2 * count);
    let known = 0;
    for (let i = 0; i < count; i++) {
      const key = features[i]!;
      if (((maybe[key >>> wordShift]! >>> (key >>> bitShift)) & 1) === 0) continue;
      const place = findKey(slots, spread, key);
      if (place !== 0) places[known++] = place;
    }
    for (let i = 0; i < known; i++) {
      const first = places[i]! >>> 8;
      const last = first + (places[i]! & 0xff);
      for (let at = first; at < last; at++) {
        const cell = cells[at]!;
        scores[cell >> 16]! += (cell << 16) >> 16;
      }
    }
  }

  return {
    scale,
    add,
    score(features, count, scores) {
      scores.fill(0);
      add(features, count, scores);
    },
  };
}

/** Index of the highest score; the first of equals. */
export function best(scores: Int32Array | Float64Array): number {
  let winner = 0;
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[winner]!) winner = i;
  return winner;
}
