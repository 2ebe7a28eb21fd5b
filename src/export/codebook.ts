import type { AnyTable, Column } from "../core/table.ts";
import { exportColumns } from "./columns.ts";
import { listSeparator } from "./csv.ts";
import type { ExportOptions } from "./options.ts";

/** What every table shares, for the people who load it. */
const conventions = [
  "One row is one fact; the key comes first; every table carries `run_id`.",
  "An empty cell (null in JSON) is unknown or does not apply. It never means 0, no or the empty text.",
  `Lists are sorted; in CSV their items stand in one cell with \`${listSeparator}\` between them, in JSON they are arrays.`,
  "Days are `YYYY-MM-DD`, times `YYYY-MM-DDThh:mm:ssZ` (UTC); booleans `true` and `false`; numbers have a decimal dot.",
  "Spans are half-open: `start`, `end` count UTF-16 code units (JavaScript, Java), `start_cp`, `end_cp` code points (Python, R).",
  "Ids are made from content: the same article gets the same ids in every run.",
  "Codes are text even when they look like numbers: `010` is not `10`.",
];

/** Notes on tables made from several articles: unit, weights, periods. By table name. */
export interface CodebookNotes {
  readonly [table: string]: readonly string[] | undefined;
}

const columnType = ({ type, values }: Column): string =>
  values === undefined ? type : `${type}: ${values.join(", ")}`;

function range({ minimum, maximum }: Column): string {
  if (minimum === undefined && maximum === undefined) return "";
  return ` Range ${String(minimum ?? "-∞")} to ${String(maximum ?? "∞")}.`;
}

const escapeCell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** CODEBOOK.md: every table and column in words. */
export function codebookMarkdown(
  name: string,
  tables: readonly AnyTable[],
  options: ExportOptions,
  notes: CodebookNotes = {},
): string {
  const lines = [`# Codebook: ${name}`, "", ...conventions.map((line) => `- ${line}`), ""];
  for (const table of tables) {
    lines.push(`## ${table.name}`, "", table.summary, "", `Key: ${table.key.map((key) => `\`${key}\``).join(", ")}.`, ""); // prettier-ignore
    for (const note of notes[table.name] ?? []) lines.push(`- ${note}`);
    if (notes[table.name] !== undefined) lines.push("");
    lines.push("| column | type | may be empty | meaning |", "| --- | --- | --- | --- |");
    for (const [column, declared] of Object.entries(exportColumns(table, options))) {
      const refers = declared.references === undefined ? "" : ` Refers to \`${declared.references}\`.`;
      const meaning = `${declared.description}${range(declared)}${refers}`;
      lines.push(`| ${column} | ${escapeCell(columnType(declared))} | ${declared.optional ? "yes" : "no"} | ${escapeCell(meaning)} |`); // prettier-ignore
    }
    lines.push("");
  }
  return lines.join("\n");
}

/** codebook.json: the same for programs. */
export function codebookJson(
  name: string,
  tables: readonly AnyTable[],
  options: ExportOptions,
  notes: CodebookNotes = {},
): string {
  const codebook = {
    name,
    conventions,
    tables: tables.map((table) => ({
      name: table.name,
      summary: table.summary,
      key: table.key,
      notes: notes[table.name] ?? [],
      columns: Object.entries(exportColumns(table, options)).map(([column, declared]) => ({
        name: column,
        ...declared,
      })),
    })),
  };
  return `${JSON.stringify(codebook, undefined, 2)}\n`;
}
