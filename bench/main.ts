import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { holds, type Bench } from "./bench.ts";
import { resultsTable, writeResults } from "./results.ts";

/*
 * npm run bench:accuracy [-- NAME...]   npm run bench:speed [-- NAME...]
 * Runs bench/<kind>/*.ts, prints a table each and writes bench/results/<kind>-<name>.json and .md. Exit 1 below a bar.
 */
const [kind = "accuracy", ...wanted] = process.argv.slice(2);
const sources = fileURLToPath(new URL(`../bench/${kind}/`, import.meta.url));

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

const names = wanted.length > 0 ? wanted : Object.keys(benches);
for (const name of names) {
  const bench = benches[name];
  if (bench === undefined) {
    process.stderr.write(`There is no ${kind} bench "${name}"; known: ${Object.keys(benches).join(", ")}.\n`);
    process.exitCode = 2;
    continue;
  }
  const rows = await (await bench()).default();
  process.stdout.write(`\n${name}\n${rows.length === 0 ? "nothing measured" : resultsTable(rows)}\n`);
  if (rows.length > 0) writeResults(`${kind}-${name}`, `npm run bench:${kind} -- ${name}`, rows);
  if (!rows.every(holds)) process.exitCode = 1;
}
