import { stringify, type Options } from "csv-stringify/sync";
import type { AnyRow, Cell, Columns } from "../core/table.ts";
import type { RowWriter, TableFormat } from "./format.ts";
import { openSink, type Sink } from "./sink.ts";

/** Between the items of a list in a cell; an item's own is written as a comma. */
export const listSeparator = ";";

/** Rows given to csv-stringify at once: its start-up cost is per call. */
const batchSize = 500;

const csvOptions: Options = {
  record_delimiter: "\n",
  quoted_match: /^$/, // "" is an empty text, an empty cell is unknown.
  cast: { boolean: String, number: String },
};

/** The cell as csv-stringify takes it. Numbers stay numbers: as text, `-0.7` could be taken for a formula. */
function csvCell(cell: Cell): string | number | boolean | undefined {
  if (typeof cell !== "object") return cell;
  return cell.map((item) => item.replaceAll(listSeparator, ",")).join(listSeparator);
}

/** Rows as CSV text without a header. */
export function csvText(columns: Columns, rows: readonly AnyRow[]): string {
  const names = Object.keys(columns);
  return stringify(
    rows.map((row) => names.map((name) => csvCell(row[name]))),
    csvOptions,
  );
}

/** Gathers rows and writes them as text in batches. */
export function batchedRows(sink: Sink, asText: (rows: readonly AnyRow[]) => string): RowWriter {
  let waiting: AnyRow[] = [];
  const flush = (): Promise<void> | undefined => {
    const text = waiting.length === 0 ? "" : asText(waiting);
    waiting = [];
    return sink.write(text);
  };
  return {
    write(row) {
      waiting.push(row);
      return waiting.length >= batchSize ? flush() : undefined;
    },
    async close() {
      await flush();
      await sink.close();
    },
  };
}

export const csvHeader = (columns: Columns): string => stringify([Object.keys(columns)], csvOptions);

/** RFC 4180 but for line ends, which are LF: UTF-8, comma, header row, quotes where needed. */
export const csv: TableFormat = {
  name: "csv",
  mediatype: "text/csv",
  file: (table, { gzip }) => `${table}.csv${gzip ? ".gz" : ""}`,
  open(path, columns, options) {
    const sink = openSink(path, options);
    void sink.write(csvHeader(columns));
    return batchedRows(sink, (rows) => csvText(columns, rows));
  },
};
