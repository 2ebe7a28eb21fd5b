import { fileColumns, type AnyTable, type Columns } from "../core/table.ts";
import type { ExportOptions } from "./options.ts";

/** The columns that are written: all, or all but those that hold passages of the articles' text. */
export function exportColumns(table: AnyTable, { text }: ExportOptions): Columns {
  const columns = fileColumns(table);
  if (text) return columns;
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column.passage !== true));
}
