import type { AnyRow, Columns } from "../core/table.ts";
import type { ExportOptions } from "./options.ts";

/** A table being written. */
export interface RowWriter {
  /** Resolves at once while there is room. */
  write(row: AnyRow): Promise<void> | undefined;
  close(): Promise<void>;
}

/** A file format for tables. It derives everything from the columns; it knows nothing of news. */
export interface TableFormat {
  /** What `formats` of the export section calls it. */
  readonly name: string;
  /** Media type (RFC 6838), for the data package. */
  readonly mediatype: string;
  /** File name of a table: `stances.csv`, `stances.csv.gz`. */
  file(table: string, options: ExportOptions): string;
  open(path: string, columns: Columns, options: ExportOptions): RowWriter;
}
