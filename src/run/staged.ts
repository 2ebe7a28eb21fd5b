import type { AnyRow, AnyTable } from "../core/table.ts";

/*
 * How rows wait on disk: one line each, the row's key, a tab and the row as JSON. Lines sorted as text are rows sorted
 * by key, so parts can be merged without parsing them.
 */

/** The line of a row, without its line break. */
export function stagedLine({ key }: AnyTable, row: AnyRow): string {
  const sortKey = key.map((name) => sortable(row[name])).join("\u0001");
  return `${sortKey}\t${JSON.stringify(row)}`;
}

/** Key cells are texts or counting numbers; control characters would upset the order of lines. */
function sortable(cell: AnyRow[string]): string {
  const text = typeof cell === "number" ? String(cell).padStart(16, "0") : String(cell ?? "");

  return text.replace(/[\u0000-\u001f]/g, " ");
}

export function rowOfLine(line: string): AnyRow {
  return JSON.parse(line.slice(line.indexOf("\t") + 1)) as AnyRow;
}

export const compareLines = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
