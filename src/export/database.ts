import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { DyadicError, errorText } from "../core/problem.ts";
import type { AnyTable, ColumnType } from "../core/table.ts";
import { listSeparator } from "./csv.ts";
import { datasetTables } from "./read.ts";

/** A cell of an answer: numbers as numbers, days and times as text, lists as arrays. */
export type AnswerCell = string | number | boolean | null | readonly AnswerCell[] | object;

/** What a query yields. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly AnswerCell[])[];
}

export interface Database {
  /** Runs one statement of SQL. Throws DyadicError `query/failed` with what DuckDB says. */
  query(sql: string): Promise<Answer>;
  close(): void;
}

/**
 * Opens the files of a dataset in DuckDB: a view for every table, with the types of the codebook and real lists.
 * Throws DyadicError `query/no-duckdb` where the optional package is not installed, `export/no-dataset` for a folder
 * without a dataset.
 */
export async function openDatabase(folder: string): Promise<Database> {
  const tables = datasetTables(folder);
  const { DuckDBInstance } = await loadDuckDB();
  // Nothing is fetched from the network, whatever the query asks for.
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  for (const table of tables) {
    const source = sourceOf(folder, table);
    if (source !== undefined) await connection.run(`CREATE VIEW ${name(table.name)} AS ${source}`);
  }
  return {
    query: (sql) => answer(connection, sql),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function loadDuckDB(): Promise<typeof import("@duckdb/node-api")> {
  try {
    return await import("@duckdb/node-api");
  } catch {
    throw new DyadicError([{
      code: "query/no-duckdb", severity: "rejected",
      message: "Queries need DuckDB, which is not installed.",
      hint: "Install it beside Dyadic: npm install @duckdb/node-api",
    }]); // prettier-ignore
  }
}

const name = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  string: "VARCHAR",
  enum: "VARCHAR",
  integer: "BIGINT",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
  datetime: "TIMESTAMP",
  list: "VARCHAR[]",
};

/** The table's file as a query: Parquet, else JSON Lines, else CSV; undefined when there is none of them. */
function sourceOf(folder: string, { name: table, columns }: AnyTable): string | undefined {
  const file = (ending: string): string | undefined =>
    [ending, `${ending}.gz`].map((end) => join(folder, table + end)).find((path) => existsSync(path));
  const types = (of: (type: ColumnType) => string): string =>
    `{${Object.entries(columns).map(([column, { type }]) => `${text(column)}: ${text(of(type))}`).join(", ")}}`; // prettier-ignore
  const parquet = file(".parquet");
  if (parquet !== undefined) return `SELECT * FROM read_parquet(${text(parquet)})`;
  const jsonl = file(".jsonl");
  if (jsonl !== undefined)
    return `SELECT * FROM read_json(${text(jsonl)}, format = 'newline_delimited', maximum_object_size = ${String(cellLimit)}, columns = ${types((type) => sqlTypes[type])})`;
  const csv = file(".csv");
  if (csv === undefined) return undefined;
  const lists = Object.entries(columns).filter(([, { type }]) => type === "list");
  // "" is an empty list, an empty cell an unknown one.
  const replaced = lists.map(([column]) => `CASE WHEN ${name(column)} = '' THEN [] ELSE string_split(${name(column)}, ${text(listSeparator)}) END AS ${name(column)}`); // prettier-ignore
  const star = lists.length === 0 ? "*" : `* REPLACE (${replaced.join(", ")})`;
  const options = `header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '', allow_quoted_nulls = false, strict_mode = false, max_line_size = ${String(cellLimit)}`;
  return `SELECT ${star} FROM read_csv(${text(csv)}, ${options}, columns = ${types((type) => (type === "list" ? "VARCHAR" : sqlTypes[type]))})`;
}

/** Longest line of a file that is read, in bytes. */
const cellLimit = 64_000_000;

async function answer(connection: DuckDBConnection, sql: string): Promise<Answer> {
  try {
    const reader = await connection.runAndReadAll(sql);
    const numeric = reader.columnTypes().map((type) => /^(?:U?(?:BIG|HUGE)INT|DECIMAL)/.test(String(type)));
    const rows = reader.getRowsJson().map((row) =>
      row.map((cell, column) => (numeric[column] === true && cell !== null ? Number(cell) : cell) as AnswerCell),
    ); // prettier-ignore
    return { columns: reader.deduplicatedColumnNames(), rows };
  } catch (error) {
    throw new DyadicError([{
      code: "query/failed", severity: "rejected",
      message: errorText(error),
      hint: "The tables and their columns are in CODEBOOK.md; DESCRIBE stances lists those of one table.",
    }]); // prettier-ignore
  }
}
