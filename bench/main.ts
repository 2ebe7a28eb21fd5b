import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { textTable } from "../src/evaluate/text-table.ts";
import { holds, type Bench, type BenchRow } from "./bench.ts";

/*
 * npm run bench:accuracy [-- NAME...]   npm run bench:speed [-- NAME...]
 * Runs bench/<kind>/*.ts, prints a table each and writes bench/results/<kind>-<name>.json and .md. Exit 1 below a bar.
 */
const [kind = "accuracy", ...wanted] = process.argv.slice(2);
const sources = fileURLToPath(new URL(`../bench/${kind}/`, import.meta.url));
const results = fileURLToPath(new URL("../bench/results/", import.meta.url));

const benches: Readonly<Record<string, () => Promise<{ readonly default: Bench }>>> = Object.fromEntries(
  readdirSync(sources)
    .filter((file) => file.endsWith(".ts") && !file.startsWith("_"))
    .sort()
    .map((file) => [file.slice(0, -3), () => load(file.slice(0, -3))]),
);

function load(name: string): Promise<{ readonly default: Bench }> {
  // The two folders are spelled out so that the bundler finds their files.
  return kind === "speed" ? import(`./speed/${name}.ts`) : import(`./accuracy/${name}.ts`);
}

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

function write(name: string, rows: readonly BenchRow[]): void {
  mkdirSync(results, { recursive: true });
  const command = `npm run bench:${kind} -- ${name}`;
  writeFileSync(
    `${results}${kind}-${name}.json`,
    `${JSON.stringify({ command, machine, rows }, undefined, 2)}\n`,
  );
  const lines = [header, header.map(() => "---"), ...rows.map(cells)].map(
    (line) => `| ${line.join(" | ")} |`,
  );
  writeFileSync(
    `${results}${kind}-${name}.md`,
    [`# ${kind}: ${name}`, "", `\`${command}\` on ${machine}.`, "", ...lines, ""].join("\n"),
  );
}

const names = wanted.length > 0 ? wanted : Object.keys(benches);
for (const name of names) {
  const bench = benches[name];
  if (bench === undefined) {
    process.stderr.write(`There is no ${kind} bench "${name}"; known: ${Object.keys(benches).join(", ")}.\n`);
    process.exitCode = 2;
    continue;
  }
  const rows = await (await bench()).default();
  process.stdout.write(
    `\n${name}\n${rows.length === 0 ? "nothing measured" : textTable(header, rows.map(cells))}\n`,
  );
  if (rows.length > 0) write(name, rows);
  if (!rows.every(holds)) process.exitCode = 1;
}
