import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { blocks, commands } from "../docs/blocks.ts";

const cli = resolve("dist/cli/main.js");
if (!existsSync(cli))
  process.stderr.write("skipped: the docs' commands need the built command; npm run build\n");

/** Where a reader works: the corpus and the docs beside, `dyadic` on the path, the package installed. */
const place = mkdtempSync(join(tmpdir(), "dyadic-docs-"));
for (const name of ["corpus", "docs", "pipelines"]) symlinkSync(resolve(name), join(place, name));
mkdirSync(join(place, "node_modules"));
symlinkSync(resolve("."), join(place, "node_modules", "dyadic"));
mkdirSync(join(place, "bin"));
writeFileSync(join(place, "bin", "dyadic"), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
chmodSync(join(place, "bin", "dyadic"), 0o755);
const env = { ...process.env, PATH: [join(place, "bin"), process.env["PATH"]].join(delimiter) };

const sh = (command: string): { readonly status: number | null; readonly output: string } => {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { cwd: place, env, encoding: "utf8" });
  return { status, output: stdout + stderr };
};

const of = (language: string): readonly (readonly [string, string])[] =>
  blocks().filter((block) => block.language === language).map(({ file, code }) => [file, code] as const); // prettier-ignore

const has = (command: string): boolean => spawnSync("sh", ["-c", command]).status === 0;
const pandas = has('python3 -c "import pandas, pyarrow"');
const r = has("command -v Rscript");
if (!pandas) process.stderr.write("skipped: the docs' Python needs python3 with pandas and pyarrow\n");
if (!r) process.stderr.write("skipped: the docs' R needs Rscript\n");

const seen = new Set<string>();
const once = commands().filter(({ command }) => !seen.has(command) && seen.add(command));

describe.skipIf(!existsSync(cli))("what the docs say works", () => {
  test.each(once)("$file: $command", ({ command }) => {
    const { status, output } = sh(command);
    expect(status, output).toBe(0);
    expect(output).not.toBe("");
  });

  test.each(of("js"))("JavaScript of %s", (_, code) => {
    writeFileSync(join(place, "snippet.mjs"), code);
    const { status, output } = sh(`"${process.execPath}" snippet.mjs`);
    expect(status, output).toBe(0);
    expect(output).toMatch(/->/);
  });

  test.skipIf(!pandas).each(of("python"))("Python of %s", (_, code) => {
    writeFileSync(join(place, "snippet.py"), code);
    const { status, output } = sh("python3 snippet.py");
    expect(status, output).toBe(0);
  });

  test.skipIf(!r).each(of("r"))("R of %s", (_, code) => {
    writeFileSync(join(place, "snippet.R"), code);
    const { status, output } = sh("Rscript snippet.R");
    expect(status, output).toBe(0);
  });

  // Those of queries.md run over the views in test/export/query.test.ts.
  test.each(of("sql").filter(([file]) => file !== "queries.md"))("SQL of %s", async (_, code) => {
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`SET file_search_path = '${place}'`);
    expect((await connection.runAndReadAll(code)).getRowsJson().length).toBeGreaterThan(0);
  });
});
