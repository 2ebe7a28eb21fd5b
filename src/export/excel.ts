import type { AnyRow, Cell, Columns } from "../core/table.ts";
import { batchedRows, csvHeader, csvText } from "./csv.ts";
import type { TableFormat } from "./format.ts";
import { openSink } from "./sink.ts";

/** Tells Excel that the file is UTF-8. */
const byteOrderMark = "\ufeff";

/** First characters by which a spreadsheet takes a cell for a formula (OWASP, "CSV Injection"). */
const formulaStart = /^[=+\-@\t\r]/;

/** Excel keeps at most this many characters in a cell; the rest would spill into the next row. */
const cellLimit = 32_767;

function safeCell(cell: Cell): Cell {
  if (typeof cell === "object") return cell.map((item) => safeCell(item) as string);
  if (typeof cell !== "string") return cell;
  const disarmed = formulaStart.test(cell) ? `'${cell}` : cell;
  return disarmed.length > cellLimit ? `${disarmed.slice(0, cellLimit - 1)}…` : disarmed;
}

/** Text columns only: a score of -0.7 must stay a number. */
function safeRow(columns: Columns, row: AnyRow): AnyRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => {
      const type = columns[name]?.type;
      return [name, type === "string" || type === "list" ? safeCell(cell) : cell];
    }),
  );
}

/** CSV for spreadsheets: byte order mark, formulas disarmed, cells cut to what Excel holds. Not for analysis. */
export const excel: TableFormat = {
  name: "excel",
  mediatype: "text/csv",
  file: (table) => `${table}.excel.csv`,
  open(path, columns) {
    const sink = openSink(path);
    void sink.write(byteOrderMark + csvHeader(columns));
    return batchedRows(sink, (rows) =>
      csvText(
        columns,
        rows.map((row) => safeRow(columns, row)),
      ),
    );
  },
};
