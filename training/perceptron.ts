import type { Row } from "../src/language/model/weights.ts";

/**
 * Averaged perceptron over hashed features. Rows are made on the first update that touches a feature and hold only the
 * classes ever updated. The average over all steps is `w - u / c` with `u` the sum of updates times the step they
 * came at, so no row is visited between its updates.
 *
 * Training waits for memory more than for anything else, so what is read together lies together: a slot of the table
 * has the key and the place of its row, a cell its class and its weight.
 */
export class Perceptron {
  readonly classes: number;
  /** Steps counted so far, plus one; the average is taken over them. */
  private step = 1;
  private bits = 16;
  /** Open addressing; four numbers a slot: key, first cell, number of cells, room for cells (0 for an empty slot). */
  private slots = new Int32Array(4 << 16);
  private rows = 0;
  private cells = 0;
  /** Two numbers a cell: class and weight; `labels` and `weights` look at the same bytes. */
  private labels = new Int32Array(2 << 17);
  private weights = new Float32Array(this.labels.buffer);
  private stamped = new Float64Array(1 << 17);

  constructor(classes: number) {
    if (classes > 255) throw new Error("At most 255 classes.");
    this.classes = classes;
  }

  /** Features that have a row. */
  get size(): number {
    return this.rows;
  }

  /** Counts one step (a decision or a sentence), whether or not it led to an update. */
  tick(): void {
    this.step++;
  }

  /** Sets `scores` to the sum of the current rows of the first `count` features. */
  score(features: Int32Array, count: number, scores: Float64Array): void {
    scores.fill(0);
    const { slots, labels, weights } = this;
    for (let i = 0; i < count; i++) {
      const slot = this.find(features[i]!);
      const first = slots[slot + 1]!;
      for (let at = first + slots[slot + 2]! - 1; at >= first; at--)
        scores[labels[2 * at]!]! += weights[2 * at + 1]!;
    }
  }

  /** Adds `amount` to the weight of `classIndex` in the rows of the first `count` features. */
  update(features: Int32Array, count: number, classIndex: number, amount: number): void {
    for (let i = 0; i < count; i++) {
      const at = this.cell(features[i]!, classIndex);
      this.weights[2 * at + 1]! += amount;
      this.stamped[at]! += amount * this.step;
    }
  }

  /** Averaged rows, cells of less than `threshold` in absolute value left out. */
  *averaged(threshold: number): Generator<Row> {
    const { slots, labels, weights, stamped } = this;
    for (let slot = 0; slot < slots.length; slot += 4) {
      const cells: [number, number][] = [];
      const first = slots[slot + 1]!;
      for (let at = first; at < first + slots[slot + 2]!; at++) {
        const value = weights[2 * at + 1]! - stamped[at]! / this.step;
        if (value !== 0 && Math.abs(value) >= threshold) cells.push([labels[2 * at]!, value]);
      }
      if (cells.length > 0) yield { key: slots[slot]!, cells };
    }
  }

  /** Place of the slot of a key, or of the empty slot where it would be. */
  private find(key: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> (32 - this.bits)) << 2;
    while (slots[slot + 3] !== 0 && slots[slot] !== key) slot = (slot + 4) & mask;
    return slot;
  }

  /** Place of the cell of a feature and class, made if need be. */
  private cell(key: number, classIndex: number): number {
    let slot = this.find(key);
    if (this.slots[slot + 3] === 0) slot = this.addRow(key);
    const first = this.slots[slot + 1]!;
    const length = this.slots[slot + 2]!;
    for (let at = first; at < first + length; at++) if (this.labels[2 * at] === classIndex) return at;
    if (length === this.slots[slot + 3]!) this.moveRow(slot);
    const at = this.slots[slot + 1]! + length;
    this.slots[slot + 2] = length + 1;
    this.labels[2 * at] = classIndex;
    this.weights[2 * at + 1] = 0;
    this.stamped[at] = 0;
    return at;
  }

  private addRow(key: number): number {
    if (this.rows * 8 > this.slots.length) this.growTable();
    this.rows++;
    const slot = this.find(key);
    this.slots[slot] = key;
    this.slots[slot + 1] = this.reserve(2);
    this.slots[slot + 3] = 2;
    return slot;
  }

  private growTable(): void {
    const old = this.slots;
    this.bits++;
    this.slots = new Int32Array(4 << this.bits);
    for (let slot = 0; slot < old.length; slot += 4)
      if (old[slot + 3] !== 0) this.slots.set(old.subarray(slot, slot + 4), this.find(old[slot]!));
  }

  /** Gives a full row twice the room at the end of the cells; the old place is left unused. */
  private moveRow(slot: number): void {
    const from = this.slots[slot + 1]!;
    const length = this.slots[slot + 2]!;
    const room = Math.min(255, 2 * length);
    const to = this.reserve(room);
    this.labels.copyWithin(2 * to, 2 * from, 2 * (from + length));
    this.stamped.copyWithin(to, from, from + length);
    this.slots[slot + 1] = to;
    this.slots[slot + 3] = room;
  }

  private reserve(room: number): number {
    const at = this.cells;
    this.cells += room;
    if (this.cells > this.stamped.length) {
      this.labels = grown(this.labels);
      this.weights = new Float32Array(this.labels.buffer);
      this.stamped = grown(this.stamped);
    }
    return at;
  }
}

function grown<T extends Int32Array | Float64Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
