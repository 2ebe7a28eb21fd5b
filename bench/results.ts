import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { resourceFolder } from "../src/core/resource.ts";
import { textTable } from "../src/evaluate/text-table.ts";
import { holds, type BenchRow } from "./bench.ts";

const results = `${resourceFolder}../bench/results/`;

const format = (value: number): string =>
  Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(4)));

const cells = (row: BenchRow): readonly string[] => [
  row.name,
  `${format(row.value)} ${row.unit}`,
  row.bar === undefined ? "" : `${row.barIsMost === true ? "<=" : ">="} ${String(row.bar)}`,
  row.bar === undefined ? "" : holds(row) ? "holds" : "MISSED",
  row.note ?? "",
];

const header = ["measure", "value", "bar", "", "note"];
const machine = `Node ${process.version}, ${String(cpus().length)} x ${cpus()[0]?.model.trim() ?? "?"}, ${String(Math.round(totalmem() / 2 ** 30))} GB`;

export const resultsTable = (rows: readonly BenchRow[]): string => textTable(header, rows.map(cells));

/** Writes `bench/results/<name>.json` and `.md`: the figures, the command that yields them and the machine. */
export function writeResults(name: string, command: string, rows: readonly BenchRow[]): void {
  mkdirSync(results, { recursive: true });
  writeFileSync(`${results}${name}.json`, `${JSON.stringify({ command, machine, rows }, undefined, 2)}\n`);
  const lines = [header, header.map(() => "---"), ...rows.map(cells)].map(
    (line) => `| ${line.join(" | ")} |`,
  );
  writeFileSync(
    `${results}${name}.md`,
    [`# ${name.replace("-", ": ")}`, "", `\`${command}\` on ${machine}.`, "", ...lines, ""].join("\n"),
  );
}
