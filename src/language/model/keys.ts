/** Numbers by 32-bit hash: plain data, over memory that all threads see. */
export interface KeyTable {
  /** A hash and its number side by side; the number 0 stands for an empty slot. The last slot is empty. */
  readonly slots: Int32Array;
  /** A hash times this is the slot where the search begins. */
  readonly spread: number;
}

/** Slots a hash: searching takes two steps on average, and half of the table would be air if it were twice as large. */
const room = 4 / 3;

/** Memory that other threads can be handed without a copy of it. */
export const sharedInts = (length: number): Int32Array =>
  new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * length));

/**
 * A table with open addressing of ascending hashes. Each lies in the slot that its size asks for, or in the first free
 * one after it: so the table is written from its beginning to its end, and never wraps around. `numberOf` gives the
 * number of each key by its place: 32 bits, not all of them 0.
 */
export function keyTable(keys: Uint32Array, numberOf: (place: number) => number): KeyTable {
  const spread = (keys.length * room) / 2 ** 32;
  let end = 0;
  for (let i = 0; i < keys.length; i++) end = Math.max(end, slotOf(keys[i]!, spread)) + 1;
  const slots = sharedInts(2 * Math.max(end, Math.ceil(keys.length * room)) + 2);
  let next = 0;
  for (let i = 0; i < keys.length; i++) {
    next = Math.max(next, slotOf(keys[i]!, spread));
    slots[2 * next] = keys[i]!;
    slots[2 * next + 1] = numberOf(i);
    next++;
  }
  return { slots, spread };
}

/** Where the search for a key begins. Whole numbers of 32 bits throughout: others cost time and leave garbage. */
const slotOf = (key: number, spread: number): number => ((key >>> 0) * spread) | 0;

/** The number of a hash; 0 when it has none. */
export function findKey(slots: Int32Array, spread: number, key: number): number {
  const signed = key | 0;
  let at = 2 * slotOf(key, spread);
  for (;;) {
    const number = slots[at + 1]!;
    if (number === 0 || slots[at] === signed) return number;
    at += 2;
  }
}
