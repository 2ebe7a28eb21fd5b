import { fileWriter, ParquetWriter } from "hyparquet-writer";
import type { SchemaElement } from "hyparquet";
import type { AnyRow, Cell, Column, Columns } from "../core/table.ts";
import type { TableFormat } from "./format.ts";

/** Rows of a row group: large enough to compress well, small enough to stay in memory. */
const groupSize = 20_000;

const millisecondsADay = 86_400_000;

/** The Parquet type of a column; lists are real lists, dates real dates. */
function elements(name: string, { type, optional }: Column): SchemaElement[] {
  const repetition_type = optional ? "OPTIONAL" : "REQUIRED";
  switch (type) {
    case "integer":
      return [{ name, type: "INT64", repetition_type }];
    case "number":
      return [{ name, type: "DOUBLE", repetition_type }];
    case "boolean":
      return [{ name, type: "BOOLEAN", repetition_type }];
    case "date":
      return [{ name, type: "INT32", converted_type: "DATE", repetition_type }];
    case "datetime":
      return [{ name, type: "INT64", converted_type: "TIMESTAMP_MILLIS", repetition_type }];
    case "list":
      return [
        { name, repetition_type, converted_type: "LIST", num_children: 1 },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        { name: "element", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
      ];
    default:
      return [{ name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type }];
  }
}

/** The cell as the writer takes it: null for unknown, whole days for dates. */
function parquetCell(cell: Cell, { type }: Column): unknown {
  if (cell === undefined) return null;
  switch (type) {
    case "integer":
      return BigInt(cell as number);
    case "date":
      return Math.floor(Date.parse(`${String(cell)}T00:00:00Z`) / millisecondsADay);
    case "datetime":
      return BigInt(Date.parse(String(cell)));
    default:
      return cell;
  }
}

/** Apache Parquet with typed columns, Snappy-compressed. */
export const parquet: TableFormat = {
  name: "parquet",
  mediatype: "application/vnd.apache.parquet",
  file: (table) => `${table}.parquet`,
  open(path, columns: Columns) {
    const names = Object.entries(columns);
    const schema: SchemaElement[] = [
      { name: "root", num_children: names.length },
      ...names.flatMap(([name, column]) => elements(name, column)),
    ];
    const writer = new ParquetWriter({ writer: fileWriter(path), schema, createdBy: "dyadic" });
    let waiting: AnyRow[] = [];
    const flush = async (): Promise<void> => {
      const rows = waiting;
      waiting = [];
      if (rows.length === 0) return;
      await writer.write({
        columnData: names.map(([name, column]) => ({
          name,
          data: rows.map((row) => parquetCell(row[name], column)),
        })),
        rowGroupSize: groupSize,
      });
    };
    return {
      write(row) {
        waiting.push(row);
        return waiting.length >= groupSize ? flush() : undefined;
      },
      async close() {
        await flush();
        await writer.finish();
      },
    };
  },
};
