/** Weights as they lie in a model file: rows by ascending key, each a few classes with their weights. */
export interface Weights {
  /** Feature hashes, ascending. */
  readonly keys: Uint32Array;
  /** Cells of each row, 1 to 255. */
  readonly lengths: Uint8Array;
  /** Class of each cell, row after row, ascending within a row. */
  readonly classes: Uint8Array;
  /** Weight of each cell in steps of `scale`. */
  readonly values: Int16Array;
  readonly scale: number;
}

/** A row of weights before they are rounded to steps. */
export interface Row {
  readonly key: number;
  /** Pairs of class and weight. */
  readonly cells: readonly (readonly [number, number])[];
}

/** Rounds rows to 16-bit steps; the largest weight sets the scale. Cells that round to nothing are dropped. */
export function quantize(rows: Iterable<Row>): Weights {
  const sorted = [...rows].sort((a, b) => (a.key >>> 0) - (b.key >>> 0));
  let largest = 0;
  for (const { cells } of sorted)
    for (const [, weight] of cells) largest = Math.max(largest, Math.abs(weight));
  const scale = largest === 0 ? 1 : largest / 32767;
  const kept = sorted
    .map(({ key, cells }) => ({
      key,
      cells: cells
        .map(([label, weight]) => [label, Math.round(weight / scale)] as const)
        .filter(([, value]) => value !== 0)
        .sort((a, b) => a[0] - b[0]),
    }))
    .filter(({ cells }) => cells.length > 0);
  const cells = kept.flatMap((row) => row.cells);
  return {
    keys: Uint32Array.from(kept, ({ key }) => key),
    lengths: Uint8Array.from(kept, (row) => row.cells.length),
    classes: Uint8Array.from(cells, ([label]) => label),
    values: Int16Array.from(cells, ([, value]) => value),
    scale,
  };
}

/** How weights are made small for shipping. */
export interface Coarseness {
  /** What one step is worth after rounding: the file of small whole numbers is small. */
  readonly step: number;
  /** Cells of less, in absolute value, are dropped. */
  readonly least: number;
}

/** The weights in larger steps, without their small cells and the rows that lose all cells. */
export function coarsen(
  { keys, lengths, classes, values, scale }: Weights,
  { step, least }: Coarseness,
): Weights {
  const kept = {
    keys: [] as number[],
    lengths: [] as number[],
    classes: [] as number[],
    values: [] as number[],
  };
  let at = 0;
  for (let row = 0; row < keys.length; row++) {
    const before = kept.values.length;
    for (const end = at + lengths[row]!; at < end; at++) {
      const weight = values[at]! * scale;
      const value = Math.max(-32767, Math.min(32767, Math.round(weight / step)));
      if (Math.abs(weight) < least || value === 0) continue;
      kept.classes.push(classes[at]!);
      kept.values.push(value);
    }
    const cells = kept.values.length - before;
    if (cells === 0) continue;
    kept.keys.push(keys[row]!);
    kept.lengths.push(cells);
  }
  return {
    keys: Uint32Array.from(kept.keys),
    lengths: Uint8Array.from(kept.lengths),
    classes: Uint8Array.from(kept.classes),
    values: Int16Array.from(kept.values),
    scale: step,
  };
}
