import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Dataset } from "../core/dataset.ts";
import type { AnyTable } from "../core/table.ts";
import { codebookJson, codebookMarkdown, type CodebookNotes } from "./codebook.ts";
import { exportColumns } from "./columns.ts";
import { csv } from "./csv.ts";
import { dataPackage, type TableFile } from "./data-package.ts";
import { writeDocuments } from "./documents.ts";
import type { TableFormat } from "./format.ts";
import { excel } from "./excel.ts";
import { graphFormats, writeGraph } from "./graph.ts";
import { jsonl } from "./jsonl.ts";
import { writeLayouts } from "./layouts/index.ts";
import type { ExportOptions } from "./options.ts";
import { parquet } from "./parquet.ts";

/** Formats of which every table gets a file. */
export const tableFormats: readonly TableFormat[] = [csv, jsonl, parquet, excel];

export interface DatasetInfo {
  /** Of the pipeline. */
  readonly name: string;
  readonly version: string;
  readonly notes?: CodebookNotes;
}

/** Writes every file of a dataset but the manifest into a folder. Returns the files of the tables. */
export async function exportDataset(
  dataset: Dataset,
  folder: string,
  options: ExportOptions,
  { name, version, notes }: DatasetInfo,
): Promise<readonly TableFile[]> {
  const formats = tableFormats.filter((format) => options.formats.some((wanted) => wanted === format.name));
  const files: TableFile[] = [];
  for (const table of dataset.tables)
    files.push(...(await writeTable(dataset, table, formats, folder, options)));
  if (options.formats.includes("json")) await writeDocuments(dataset, folder, options);
  for (const format of graphFormats)
    if (options.formats.includes(format)) await writeGraph(dataset, format, join(folder, `dyads.${format}`));
  await writeLayouts(dataset, folder, options.as, `dyadic ${version}`);
  await writeFile(join(folder, "CODEBOOK.md"), codebookMarkdown(name, dataset.tables, options, notes));
  await writeFile(join(folder, "codebook.json"), codebookJson(name, dataset.tables, options, notes));
  if (files.some(({ format }) => format === "csv")) {
    const about = { name: packageName(name), title: `${name} (made with Dyadic)`, version };
    await writeFile(join(folder, "datapackage.json"), dataPackage(about, files, options));
  }
  return files;
}

/** A name as the Data Package asks for: lowercase letters, digits and `-._`. */
const packageName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9._-]+/g, "-") || "dataset";

/** All formats of a table in one pass over its rows. */
async function writeTable(
  dataset: Dataset,
  table: AnyTable,
  formats: readonly TableFormat[],
  folder: string,
  options: ExportOptions,
): Promise<readonly TableFile[]> {
  const columns = exportColumns(table, options);
  const opened = formats.map((format) => {
    const path = format.file(table.name, options);
    return { format, path, writer: format.open(join(folder, path), columns, options) };
  });
  let rows = 0;
  for await (const row of dataset.rows(table.name)) {
    rows++;
    for (const { writer } of opened) {
      const full = writer.write(row);
      if (full !== undefined) await full;
    }
  }
  const files: TableFile[] = [];
  for (const { format, path, writer } of opened) {
    await writer.close();
    const { name, mediatype } = format;
    files.push({ table, path, format: name, mediatype, rows, ...(await digest(join(folder, path))) });
  }
  return files;
}

/** Size and SHA-256 of a file. */
export async function digest(file: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}
