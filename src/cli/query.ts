import { Command, Option } from "commander";
import { stringify } from "csv-stringify/sync";
import { textTable } from "../evaluate/text-table.ts";
import { openDatabase, type Answer, type AnswerCell } from "../export/database.ts";
import { exit, withExitCode } from "./exit.ts";
import { print } from "./terminal.ts";

interface Options {
  readonly json?: true;
  readonly csv?: true;
}

export function queryCommand(): Command {
  return new Command("query")
    .description("Ask a dataset in SQL (with DuckDB): every table is a view.")
    .argument("<output>", "folder of a finished run")
    .argument("<sql>", "one statement, such as SELECT * FROM dyads LIMIT 5")
    .option("--json", "print the rows as a JSON array of objects")
    .addOption(new Option("--csv", "print the rows as CSV").conflicts("json"))
    .addHelpText(
      "after",
      `
Examples:
  dyadic query output/demo "SELECT source_actor_id, target_actor_id, score_mean FROM dyads WHERE period_unit = 'all' ORDER BY score_mean LIMIT 10"
  dyadic query output/demo "DESCRIBE figures"
  dyadic query output/demo "SELECT category, count(*) AS n FROM figures GROUP BY category" --csv

Ready questions: docs/queries.md.`,
    )
    .action((output: string, sql: string, options: Options) =>
      withExitCode(async () => {
        const database = await openDatabase(output);
        try {
          print(shown(await database.query(sql), options));
        } finally {
          database.close();
        }
        return exit.done;
      }),
    );
}

function shown({ columns, rows }: Answer, { json, csv }: Options): string {
  if (json) {
    const objects = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
    return JSON.stringify(objects, undefined, 1);
  }
  if (csv) return stringify([columns, ...rows.map((row) => row.map((cell) => cellText(cell, "")))]);
  const lines = rows.map((row) => row.map((cell) => cellText(cell, "-").replace(/\s+/g, " ")));
  return `${textTable(columns, lines)}\n\n${String(rows.length)} ${rows.length === 1 ? "row" : "rows"}`;
}

/** Lists as in the CSV files, with `;` between their items. */
function cellText(cell: AnswerCell | undefined, unknown: string): string {
  if (cell === null || cell === undefined) return unknown;
  if (Array.isArray(cell)) return cell.map((item: AnswerCell) => cellText(item, unknown)).join(";");
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}
