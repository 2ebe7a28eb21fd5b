/** Rows as columns: each key is written once, so ten thousand rows cost little more than their values. */
export interface Packed {
  readonly keys: readonly string[];
  readonly columns: readonly (readonly unknown[])[];
}

export function pack(rows: readonly object[]): Packed {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = keys.map((key) => rows.map((row) => (row as Record<string, unknown>)[key] ?? null));
  return { keys, columns };
}

export function unpack<T>({ keys, columns }: Packed): T[] {
  return Array.from({ length: columns[0]?.length ?? 0 }, (_, index) => {
    const row: Record<string, unknown> = {};
    keys.forEach((key, column) => {
      const value = columns[column]![index];
      if (value !== null) row[key] = value;
    });
    return row as T;
  });
}
