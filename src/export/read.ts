import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import type { Dataset } from "../core/dataset.ts";
import { DyadicError } from "../core/problem.ts";
import type { AnyRow, AnyTable, Cell, Column, Columns } from "../core/table.ts";
import { listSeparator } from "./csv.ts";

interface Codebook {
  readonly tables: readonly {
    readonly name: string;
    readonly summary: string;
    readonly key: readonly string[];
    readonly columns: readonly (Column & { readonly name: string })[];
  }[];
}

/**
 * The tables of a dataset as its codebook.json declares them.
 * Throws DyadicError `export/no-dataset` when the folder holds none.
 */
export function datasetTables(folder: string): readonly AnyTable[] {
  const file = join(folder, "codebook.json");
  if (!existsSync(file))
    throw new DyadicError([{
      code: "export/no-dataset", severity: "rejected", at: { file: folder },
      message: `${folder} holds no finished dataset: codebook.json is missing.`,
      hint: "Give the output folder of a run that has ended.",
    }]); // prettier-ignore
  const codebook = JSON.parse(readFileSync(file, "utf8")) as Codebook;
  return codebook.tables.map(({ columns, ...table }): AnyTable => ({
    ...table,
    columns: Object.fromEntries(columns.map(({ name, ...column }) => [name, column])),
  }));
}

/**
 * Opens the dataset in a run's folder: tables from its codebook.json, rows from its CSV or JSON Lines files.
 * Throws DyadicError `export/no-dataset` when the folder holds none.
 */
export function openDataset(folder: string): Dataset {
  const tables = datasetTables(folder);
  return {
    tables,
    rows(name) {
      const table = tables.find((candidate) => candidate.name === name);
      return table === undefined ? none() : tableRows(folder, table);
    },
  };
}

async function* none(): AsyncGenerator<AnyRow> {
  // A run without this table.
}

async function* tableRows(folder: string, table: AnyTable): AsyncGenerator<AnyRow> {
  for (const ending of [".jsonl", ".jsonl.gz", ".csv", ".csv.gz"]) {
    const file = join(folder, table.name + ending);
    if (!existsSync(file)) continue;
    const bytes = createReadStream(file);
    const text = ending.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
    yield* ending.startsWith(".jsonl") ? jsonRows(text) : csvRows(text, table.columns);
    return;
  }
}

async function* jsonRows(text: Readable): AsyncGenerator<AnyRow> {
  for await (const line of createInterface({ input: text, crlfDelay: Infinity })) {
    if (line === "") continue;
    const record = JSON.parse(line) as Record<string, Cell | null>;
    yield Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== null)) as AnyRow;
  }
}

async function* csvRows(text: Readable, columns: Columns): AsyncGenerator<AnyRow> {
  const records = text.pipe(parse({ bom: true, columns: true, cast: (cell, { quoting }) => (cell === "" && !quoting ? undefined : cell) }));
  for await (const record of records as AsyncIterable<Record<string, string | undefined>>)
    yield Object.fromEntries(
      Object.entries(record).flatMap(([name, cell]) => (cell === undefined ? [] : [[name, readCell(cell, columns[name])]])),
    );
} // prettier-ignore

function readCell(cell: string, column: Column | undefined): Cell {
  switch (column?.type) {
    case "integer":
    case "number":
      return Number(cell);
    case "boolean":
      return cell === "true";
    case "list":
      return cell === "" ? [] : cell.split(listSeparator);
    default:
      return cell;
  }
}
