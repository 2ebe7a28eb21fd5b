import type { AnyDocument } from "./document.ts";
import { codePoints, type Span } from "./span.ts";

/** A cell. `undefined` is unknown: an empty cell in CSV, null in JSON, never 0 or "". */
export type Cell = string | number | boolean | readonly string[] | undefined;

export type ColumnType = "string" | "integer" | "number" | "boolean" | "date" | "datetime" | "list" | "enum";

/** One column, declared once: CSV header, JSON key, Parquet type, data package field and codebook entry. */
export interface Column<T extends Cell = Cell> {
  readonly type: ColumnType;
  /** Meaning, unit and range, for the codebook. */
  readonly description: string;
  readonly optional: boolean;
  readonly values?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** `table.column` this one refers to. */
  readonly references?: `${string}.${string}`;
  /** Holds whole sentences of the article: left out where rights forbid passing its text on. */
  readonly passage?: boolean;
  /** Phantom: carries the TypeScript type of the cell. */
  readonly cell?: T;
}

type Details = Partial<Pick<Column, "minimum" | "maximum" | "references" | "passage">>;

const builders = <Missing extends undefined>(optional: boolean) => ({
  string: (description: string, details: Details = {}): Column<string | Missing> => ({
    type: "string", description, optional, ...details }),
  integer: (description: string, details: Details = {}): Column<number | Missing> => ({
    type: "integer", description, optional, ...details }),
  number: (description: string, details: Details = {}): Column<number | Missing> => ({
    type: "number", description, optional, ...details }),
  boolean: (description: string): Column<boolean | Missing> => ({ type: "boolean", description, optional }),
  /** `YYYY-MM-DD`. */
  date: (description: string): Column<string | Missing> => ({ type: "date", description, optional }),
  /** `YYYY-MM-DDThh:mm:ssZ`. */
  datetime: (description: string): Column<string | Missing> => ({ type: "datetime", description, optional }),
  /** Sorted texts; `;` between them in CSV, an array elsewhere. */
  list: (description: string, details: Details = {}): Column<readonly string[] | Missing> => ({
    type: "list", description, optional, ...details }),
  oneOf: <const V extends readonly string[]>(values: V, description: string): Column<V[number] | Missing> => ({
    type: "enum", values, description, optional }),
}); // prettier-ignore

/** Column makers: `column.string("…")` for a cell always filled, `column.optional.string("…")` for one that may be unknown. */
export const column = { ...builders<never>(false), optional: builders<undefined>(true) };

export type Columns = Readonly<Record<string, Column>>;

type CellOf<C> = C extends Column<infer T> ? T : never;

/** The row a table's columns describe. Optional cells may be left out. */
export type Row<C extends Columns> = {
  readonly [K in keyof C as undefined extends CellOf<C[K]> ? never : K]: CellOf<C[K]>;
} & {
  readonly [K in keyof C as undefined extends CellOf<C[K]> ? K : never]?: CellOf<C[K]>;
};

/** A row whose table is not known to the compiler. */
export type AnyRow = Readonly<Record<string, Cell>>;

/** What a table needs besides the document to make rows. */
export interface RowContext {
  readonly document: AnyDocument;
  /** UTF-16 offset to code point. */
  readonly codePoint: (offset: number) => number;
  /** Stable id of the n-th element (from 0) of a layer of this article: `id("mention", 3)`. */
  readonly id: (kind: string, index: number) => string;
}

/**
 * A table of the dataset. `key` columns are unique together and give the order of rows. Every table also gets a
 * `run_id` column after its key; the engine fills it.
 */
export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly summary: string;
  readonly key: readonly (keyof C & string)[];
  readonly columns: C;
  /** Rows of one article, for tables filled by a stage; tables made from many articles have none. */
  readonly rows?: (context: RowContext) => Iterable<Row<C>>;
}

/** Declares a table; the compiler checks the rows against the columns. */
export function defineTable<const C extends Columns>(table: Table<C>): Table<C> {
  for (const name of table.key)
    if (table.columns[name] === undefined)
      throw new Error(`Table ${table.name}: key column ${name} is not declared.`);
  return Object.freeze(table);
}

/** A table of unknown columns, as the engine and the writers handle it. */
export type AnyTable = Table;

/** `Table<C>` is not assignable to `Table` by variance of `rows`; the engine only feeds back what a table made. */
export function anyTable<C extends Columns>(table: Table<C>): AnyTable {
  return table as unknown as AnyTable;
}

export const runIdColumn = column.string(
  "Run that wrote the row; equal for equal tool, configuration and resources.",
);

/** A table's columns as they stand in the files: key, `run_id`, the rest. */
export function fileColumns(table: AnyTable): Columns {
  const keys = table.key.map((name) => [name, table.columns[name]!] as const);
  const rest = Object.entries(table.columns).filter(([name]) => !table.key.includes(name));
  return Object.fromEntries([...keys, ["run_id", runIdColumn] as const, ...rest]);
}

/** The article id, a letter for the kind and a number from 1 padded so that text order is numeric order. */
export function elementId(articleId: string, kind: string, index: number): string {
  return `${articleId}.${kind}${String(index + 1).padStart(5, "0")}`;
}

export function rowContext(document: AnyDocument): RowContext {
  let codePoint: ((offset: number) => number) | undefined;
  return {
    document,
    codePoint: (offset) => (codePoint ??= codePoints(document.article.text))(offset),
    id: (kind, index) => elementId(document.article.id, kind, index),
  };
}

/** The columns of a span over the article's text, UTF-16 and code points, end exclusive. */
export const spanColumns = {
  start: column.integer("First UTF-16 code unit of the span in the article's text, from 0.", { minimum: 0 }),
  end: column.integer("UTF-16 code unit after the span.", { minimum: 0 }),
  start_cp: column.integer("First code point of the span (Python, R), from 0.", { minimum: 0 }),
  end_cp: column.integer("Code point after the span.", { minimum: 0 }),
};

export function spanCells({ codePoint }: RowContext, { start, end }: Span): Row<typeof spanColumns> {
  return { start, end, start_cp: codePoint(start), end_cp: codePoint(end) };
}

export const articleIdColumn = column.string("Article the row comes from.", {
  references: "articles.article_id",
});
