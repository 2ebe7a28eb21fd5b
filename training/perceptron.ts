import type { Row } from "../src/language/model/weights.ts";

/**
 * Averaged perceptron over hashed features. Rows are made on the first update that touches a feature and hold only the
 * classes ever updated. The average over all steps is `w - u / c` with `u` the sum of updates times the step they
 * came at, so no row is visited between its updates.
 */
export class Perceptron {
  readonly classes: number;
  /** Steps counted so far, plus one; the average is taken over them. */
  private step = 1;
  private bits = 16;
  private keys = new Int32Array(1 << 16);
  /** Row number plus one; 0 for an empty slot. */
  private rowOf = new Int32Array(1 << 16);
  private rows = 0;
  private rowKey = new Int32Array(1 << 15);
  private start = new Int32Array(1 << 15);
  private length = new Uint8Array(1 << 15);
  private room = new Uint8Array(1 << 15);
  private cells = 0;
  private label = new Uint8Array(1 << 17);
  private weight = new Float32Array(1 << 17);
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
    const { start, length, label, weight } = this;
    for (let i = 0; i < count; i++) {
      const row = this.find(features[i]!);
      if (row < 0) continue;
      const first = start[row]!;
      for (let at = first + length[row]! - 1; at >= first; at--) scores[label[at]!]! += weight[at]!;
    }
  }

  /** Adds `amount` to the weight of `classIndex` in the rows of the first `count` features. */
  update(features: Int32Array, count: number, classIndex: number, amount: number): void {
    for (let i = 0; i < count; i++) {
      const at = this.cell(features[i]!, classIndex);
      this.weight[at]! += amount;
      this.stamped[at]! += amount * this.step;
    }
  }

  /** Averaged rows, cells of less than `threshold` in absolute value left out. */
  *averaged(threshold: number): Generator<Row> {
    for (let row = 0; row < this.rows; row++) {
      const cells: [number, number][] = [];
      const first = this.start[row]!;
      for (let at = first; at < first + this.length[row]!; at++) {
        const value = this.weight[at]! - this.stamped[at]! / this.step;
        if (value !== 0 && Math.abs(value) >= threshold) cells.push([this.label[at]!, value]);
      }
      if (cells.length > 0) yield { key: this.rowKey[row]!, cells };
    }
  }

  private find(key: number): number {
    const mask = this.keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - this.bits);
    for (;;) {
      const row = this.rowOf[slot]!;
      if (row === 0) return -1;
      if (this.keys[slot] === key) return row - 1;
      slot = (slot + 1) & mask;
    }
  }

  /** Place of the cell of a feature and class, made if need be. */
  private cell(key: number, classIndex: number): number {
    let row = this.find(key);
    if (row < 0) row = this.addRow(key);
    const first = this.start[row]!;
    const length = this.length[row]!;
    for (let at = first; at < first + length; at++) if (this.label[at] === classIndex) return at;
    if (length === this.room[row]!) this.moveRow(row);
    const at = this.start[row]! + length;
    this.length[row] = length + 1;
    this.label[at] = classIndex;
    this.weight[at] = 0;
    this.stamped[at] = 0;
    return at;
  }

  private addRow(key: number): number {
    if (this.rows * 2 > this.keys.length) this.growTable();
    if (this.rows === this.rowKey.length) {
      this.rowKey = grown(this.rowKey);
      this.start = grown(this.start);
      this.length = grown(this.length);
      this.room = grown(this.room);
    }
    const row = this.rows++;
    this.rowKey[row] = key;
    this.start[row] = this.reserve(2);
    this.room[row] = 2;
    this.place(key, row);
    return row;
  }

  private place(key: number, row: number): void {
    const mask = this.keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - this.bits);
    while (this.rowOf[slot] !== 0) slot = (slot + 1) & mask;
    this.keys[slot] = key;
    this.rowOf[slot] = row + 1;
  }

  private growTable(): void {
    this.bits++;
    this.keys = new Int32Array(1 << this.bits);
    this.rowOf = new Int32Array(1 << this.bits);
    for (let row = 0; row < this.rows; row++) this.place(this.rowKey[row]!, row);
  }

  /** Gives a full row twice the room at the end of the cells; the old place is left unused. */
  private moveRow(row: number): void {
    const from = this.start[row]!;
    const length = this.length[row]!;
    const room = Math.min(255, 2 * length);
    const to = this.reserve(room);
    this.label.copyWithin(to, from, from + length);
    this.weight.copyWithin(to, from, from + length);
    this.stamped.copyWithin(to, from, from + length);
    this.start[row] = to;
    this.room[row] = room;
  }

  private reserve(room: number): number {
    const at = this.cells;
    this.cells += room;
    if (this.cells > this.label.length) {
      this.label = grown(this.label);
      this.weight = grown(this.weight);
      this.stamped = grown(this.stamped);
    }
    return at;
  }
}

function grown<T extends Int32Array | Uint8Array | Float32Array | Float64Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
