import type { AnyRow, AnyTable } from "./table.ts";

/** The tables of a run with their rows, complete and in the order of their keys. Rows are streamed, never all in memory. */
export interface Dataset {
  readonly tables: readonly AnyTable[];
  /** Rows of a table as they stand in the files, `run_id` included; none for a table the run does not have. */
  rows(table: string): AsyncIterable<AnyRow>;
}
