import type { AnyRow, Columns } from "../core/table.ts";
import type { TableFormat } from "./format.ts";
import { openSink } from "./sink.ts";

/** The row with every column in its order; what is unknown is null. */
export function jsonRow(columns: Columns, row: AnyRow): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const name of Object.keys(columns)) object[name] = row[name] ?? null;
  return object;
}

/** JSON Lines: an object a line, the same keys in each. */
export const jsonl: TableFormat = {
  name: "jsonl",
  mediatype: "application/jsonl",
  file: (table, { gzip }) => `${table}.jsonl${gzip ? ".gz" : ""}`,
  open(path, columns, options) {
    const sink = openSink(path, options);
    return {
      write: (row) => sink.write(`${JSON.stringify(jsonRow(columns, row))}\n`),
      close: () => sink.close(),
    };
  },
};
