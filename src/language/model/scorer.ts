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
 * The weights in a table with open addressing. A slot is a key and the place of its row (offset and length in one
 * number); a cell is a class and a weight in one number: two memory reads a feature and one a cell. Keys are hashes:
 * their highest bits are the slot, so that ascending keys are laid down in order. Most features of a text are unknown
 * to the model; a small table of bits, which stays in the processor's cache, says so of nearly all of them.
 */
export function scorer({ keys, lengths, classes, values, scale }: Weights): Scorer {
  const cells = new Int32Array(values.length);
  for (let i = 0; i < cells.length; i++) cells[i] = (classes[i]! << 16) | (values[i]! & 0xffff);
  let bits = 4;
  while (1 << bits < keys.length * 1.7) bits++;
  const shift = 32 - bits;
  const mask = (1 << bits) - 1;
  const slots = new Int32Array(2 << bits);
  const maybe = new Int32Array(1 << (bits - 2));
  const bitShift = shift - 3;
  let offset = 0;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]! | 0;
    let slot = key >>> shift;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    maybe[key >>> (bitShift + 5)]! |= 1 << (key >>> bitShift);
    slots[2 * slot] = key;
    slots[2 * slot + 1] = (offset << 8) | lengths[row]!;
    offset += lengths[row]!;
  }

  function add(features: Int32Array, count: number, scores: Int32Array): void {
    for (let i = 0; i < count; i++) {
      const key = features[i]!;
      if (((maybe[key >>> (bitShift + 5)]! >>> (key >>> bitShift)) & 1) === 0) continue;
      let slot = key >>> shift;
      let place = slots[2 * slot + 1]!;
      while (place !== 0 && slots[2 * slot] !== key) {
        slot = (slot + 1) & mask;
        place = slots[2 * slot + 1]!;
      }
      if (place === 0) continue;
      const first = place >>> 8;
      const last = first + (place & 0xff);
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
