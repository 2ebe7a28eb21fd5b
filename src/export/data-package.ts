import type { AnyTable, Column } from "../core/table.ts";
import { exportColumns } from "./columns.ts";
import { listSeparator } from "./csv.ts";
import type { ExportOptions } from "./options.ts";

/** A written file of a table. */
export interface TableFile {
  readonly table: AnyTable;
  /** Path inside the dataset's folder. */
  readonly path: string;
  readonly format: string;
  readonly mediatype: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

function field(name: string, column: Column): Record<string, unknown> {
  const constraints = {
    ...(column.optional ? {} : { required: true }),
    ...(column.minimum === undefined ? {} : { minimum: column.minimum }),
    ...(column.maximum === undefined ? {} : { maximum: column.maximum }),
    ...(column.values === undefined ? {} : { enum: column.values }),
  };
  return {
    name,
    type: column.type === "enum" ? "string" : column.type,
    description: column.description,
    ...(column.type === "list" ? { delimiter: listSeparator, itemType: "string" } : {}),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** A Table Schema (Data Package v2) of the columns as they are written. Foreign keys only to tables that are there. */
export function tableSchema(
  table: AnyTable,
  tables: readonly AnyTable[],
  options: ExportOptions,
): Record<string, unknown> {
  const columns = exportColumns(table, options);
  const foreignKeys = Object.entries(columns).flatMap(([name, { type, references }]) => {
    const [target = "", column = ""] = references?.split(".") ?? [];
    const known = tables.find((candidate) => candidate.name === target)?.columns[column];
    if (known === undefined || type === "list") return [];
    return [
      { fields: [name], reference: { resource: target === table.name ? "" : target, fields: [column] } },
    ];
  });
  return {
    fields: Object.entries(columns).map(([name, column]) => field(name, column)),
    primaryKey: table.key,
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    missingValues: [""],
  };
}

/** datapackage.json of the CSV files. */
export function dataPackage(
  { name, title, version }: { readonly name: string; readonly title: string; readonly version: string },
  files: readonly TableFile[],
  options: ExportOptions,
): string {
  const written = files.filter(({ format }) => format === "csv");
  const tables = written.map(({ table }) => table);
  const descriptor = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name,
    title,
    version,
    contributors: [{ title: "Dyadic", roles: ["tool"] }],
    resources: written.map(({ table, path, mediatype, bytes, sha256 }) => ({
      name: table.name,
      type: "table",
      path,
      description: table.summary,
      format: "csv",
      mediatype,
      encoding: "utf-8",
      ...(path.endsWith(".gz") ? { compression: "gz" } : {}),
      bytes,
      hash: `sha256:${sha256}`,
      dialect: { delimiter: ",", lineTerminator: "\n", quoteChar: '"', doubleQuote: true, header: true },
      schema: tableSchema(table, tables, options),
    })),
  };
  return `${JSON.stringify(descriptor, undefined, 2)}\n`;
}
