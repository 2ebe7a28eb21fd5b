import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { parse } from "csv-parse/sync";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import type { AnyTable, Column } from "../../src/core/table.ts";
import { openDatabase } from "../../src/export/database.ts";
import { datasetTables } from "../../src/export/read.ts";
import { readPipeline } from "../../src/run/pipeline-file.ts";
import { run } from "../../src/run/run.ts";
import { sampleDataset } from "../sample.ts";

type Plain = string | number | boolean | null | readonly string[];
type PlainRow = Readonly<Record<string, Plain>>;

let folder: string;
let tables: readonly AnyTable[];
let rows: ReadonlyMap<string, readonly PlainRow[]>;

beforeAll(async () => {
  folder = await sampleDataset({ as: ["gdelt", "icews", "polecat"] });
  tables = datasetTables(folder);
  rows = new Map(tables.map((table) => [table.name, jsonLines(table.name)]));
});

const text = (file: string): string => readFileSync(join(folder, file), "utf8");

const jsonLines = (table: string): readonly PlainRow[] =>
  text(`${table}.jsonl`).split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as PlainRow); // prettier-ignore

/** The cell of another reader in the form of the JSON Lines: numbers, days and times as text, null for unknown. */
function plain(value: unknown, { type }: Column): Plain {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value as string[];
  if (typeof value === "bigint") return Number(value);
  const written = value instanceof Date ? value.toISOString() : value;
  if (type === "date") return String(written).slice(0, 10);
  if (type === "datetime") return `${String(written).slice(0, 19).replace(" ", "T")}Z`;
  if (typeof value !== "string") return value as number | boolean;
  if (type === "integer" || type === "number") return Number(value);
  if (type === "boolean") return value === "true" ? true : value === "false" ? false : value;
  if (type === "list") return value === "" ? [] : value.split(";");
  return value;
}

const plainRow = (table: AnyTable, row: Readonly<Record<string, unknown>>): PlainRow =>
  Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, plain(cell, table.columns[name]!)]));

describe("every file of the sample dataset holds the same cells", () => {
  test("there is something to compare", () => {
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(["articles", "sentences", "mentions", "dates", "figures", "quotes", "events", "stances", "dyads", "actors", "rejects"])); // prettier-ignore
    for (const { name } of tables)
      if (name !== "rejects") expect(rows.get(name)!.length, name).toBeGreaterThan(5);
  });

  test("CSV by csv-parse", () => {
    for (const table of tables) {
      const records = parse(text(`${table.name}.csv`), {
        columns: true,
        cast: (cell, { quoting }) => (cell === "" && !quoting ? null : cell),
      });
      expect((records as Record<string, unknown>[]).map((row) => plainRow(table, row))).toEqual(rows.get(table.name)); // prettier-ignore
    }
  });

  test("Parquet by hyparquet", async () => {
    for (const table of tables) {
      const file = await asyncBufferFromFile(join(folder, `${table.name}.parquet`));
      const read = await parquetReadObjects({ file });
      expect(read.map((row) => plainRow(table, row))).toEqual(rows.get(table.name));
    }
  });

  test.each(["csv", "jsonl", "parquet"])("%s by DuckDB", async (ending) => {
    const only = mkdtempSync(join(tmpdir(), "dyadic-only-"));
    copyFileSync(join(folder, "codebook.json"), join(only, "codebook.json"));
    for (const { name } of tables) copyFileSync(join(folder, `${name}.${ending}`), join(only, `${name}.${ending}`)); // prettier-ignore
    const database = await openDatabase(only);
    for (const table of tables) {
      const { columns, rows: read } = await database.query(`SELECT * FROM "${table.name}"`);
      const objects = read.map((row) =>
        Object.fromEntries(row.map((cell, index) => [columns[index]!, cell])),
      );
      expect(objects.map((row) => plainRow(table, row))).toEqual(rows.get(table.name));
    }
    database.close();
  });

  test("the nested files", () => {
    const articles = rows.get("articles")!;
    expect(readdirSync(join(folder, "documents"))).toHaveLength(articles.length);
    for (const article of articles) {
      const nested = JSON.parse(text(`documents/${String(article["article_id"])}.json`)) as Record<string, readonly PlainRow[]> & { article: PlainRow }; // prettier-ignore
      expect(nested.article).toEqual(article);
      for (const name of ["sentences", "mentions", "stances"])
        expect(nested[name]!.map((row) => ({ ...row, article_id: article["article_id"], run_id: article["run_id"] })))
          .toEqual(rows.get(name)!.filter((row) => row["article_id"] === article["article_id"])); // prettier-ignore
    }
  });

  test("what cells may hold is what the codebook says", () => {
    const wrong: string[] = [];
    for (const { name, columns } of tables)
      for (const row of rows.get(name)!)
        for (const [column, declared] of Object.entries(columns))
          if (!fits(row[column]!, declared)) wrong.push(`${name}.${column}: ${JSON.stringify(row[column])}`);
    expect(wrong).toEqual([]);
    expect(fits(1.5, { type: "number", description: "", optional: false, maximum: 1 })).toBe(false);
  });
});

function fits(cell: Plain, { optional, values, minimum = -Infinity, maximum = Infinity }: Column): boolean {
  if (cell === null) return optional;
  if (values !== undefined && !values.includes(String(cell))) return false;
  if (typeof cell === "number") return cell >= minimum && cell <= maximum;
  return !Array.isArray(cell) || [...cell].sort().join(";") === cell.join(";");
}

describe("keys", () => {
  test("primary keys are unique, and rows stand in their order", () => {
    for (const { name, key } of tables) {
      const keys = rows.get(name)!.map((row) => key.map((column) => String(row[column])).join("\u0001"));
      expect(new Set(keys).size, name).toBe(keys.length);
      expect([...keys].sort(), name).toEqual(keys);
    }
  });

  test("foreign keys hold, those in lists too", () => {
    const broken: string[] = [];
    let checked = 0;
    for (const { name, columns } of tables)
      for (const [column, { references }] of Object.entries(columns)) {
        if (references === undefined) continue;
        const [target = "", key = ""] = references.split(".");
        const known = new Set(rows.get(target)?.map((row) => row[key]));
        for (const row of rows.get(name)!)
          for (const id of [row[column] ?? []].flat()) {
            checked++;
            if (!known.has(id)) broken.push(`${name}.${column}: ${String(id)} is not in ${references}`);
          }
      }
    expect(checked).toBeGreaterThan(1000);
    expect(broken).toEqual([]);
  });

  test("the same article has the same ids in another run", async () => {
    const output = join(mkdtempSync(join(tmpdir(), "dyadic-again-")), "dataset");
    const config = { ...(readPipeline(undefined).config as object), export: { formats: ["jsonl"] } };
    await run({ inputs: ["corpus/sample/prespa.txt"], source: { config, folder: "." }, output });
    for (const { name, key } of tables) {
      if (["actors", "dyads", "rejects"].includes(name)) continue; // They are made from all articles.
      const again = readFileSync(join(output, `${name}.jsonl`), "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as PlainRow); // prettier-ignore
      const id = again[0]?.["article_id"];
      const before = rows.get(name)!.filter((row) => row["article_id"] === id);
      expect(again.length, name).toBeGreaterThan(0);
      expect(again.map((row) => row[key[0]!])).toEqual(before.map((row) => row[key[0]!]));
    }
  });
});

describe("the dataset describes itself", () => {
  const validate = () =>
    new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
      JSON.parse(readFileSync(new URL("data-package-2.0.json", import.meta.url), "utf8")) as object,
    );

  test("datapackage.json holds to the public JSON Schema of Data Package 2.0", () => {
    const check = validate();
    const descriptor = JSON.parse(text("datapackage.json")) as { resources: { schema: { fields: { type: string }[] } }[] };
    expect(check(descriptor), JSON.stringify(check.errors?.slice(0, 3))).toBe(true);
    descriptor.resources[0]!.schema.fields[0]!.type = "words";
    expect(check(descriptor)).toBe(false);
  }); // prettier-ignore

  test("its hashes, sizes and fields are those of the files", () => {
    const { resources } = JSON.parse(text("datapackage.json")) as { resources: { path: string; bytes: number; hash: string; schema: { fields: { name: string }[] } }[] }; // prettier-ignore
    expect(resources).toHaveLength(tables.length);
    for (const { path, bytes, hash, schema } of resources) {
      const file = readFileSync(join(folder, path));
      expect(file.length).toBe(bytes);
      expect(`sha256:${createHash("sha256").update(file).digest("hex")}`).toBe(hash);
      expect(file.toString().split("\n", 1)[0]).toBe(schema.fields.map(({ name }) => name).join(","));
    }
  });

  test("checksums.sha256 lists every other file", () => {
    const listed = text("checksums.sha256").trimEnd().split("\n").map((line) => line.split("  ") as [string, string]); // prettier-ignore
    for (const [sum, path] of listed)
      expect(
        createHash("sha256")
          .update(readFileSync(join(folder, path)))
          .digest("hex"),
        path,
      ).toBe(sum);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(listed).toHaveLength(files.length - 1);
    expect(listed.map(([, path]) => path)).toEqual(expect.arrayContaining(["CITATION.cff", "run.json", "codebook.json", "CODEBOOK.md", "events.gdelt.csv"])); // prettier-ignore
  });

  test("CITATION.cff tells title, authors and version", () => {
    expect(parseYaml(text("CITATION.cff"))).toMatchObject({
      "cff-version": "1.2.0", type: "dataset", title: "default", authors: [{ name: "anonymous" }], version: rows.get("articles")![0]!["run_id"],
    }); // prettier-ignore
  });
});

test("without text no sentence, quotation or evidence is passed on", async () => {
  const bare = await sampleDataset({
    formats: ["csv", "json"],
    text: false,
    authors: ["Roe, Jane", "Institute"],
  });
  const header = (table: string): readonly string[] => readFileSync(join(bare, `${table}.csv`), "utf8").split("\n", 1)[0]!.split(","); // prettier-ignore
  expect(header("sentences")).not.toContain("text");
  expect(header("quotes")).not.toContain("text");
  expect(header("stances")).not.toContain("evidence_text");
  const longest = rows.get("sentences")!.map((row) => String(row["text"])).filter((sentence) => sentence.length > 60); // prettier-ignore
  const written = readdirSync(bare, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
  expect(longest.filter((sentence) => written.includes(sentence))).toEqual([]);
  expect(parseYaml(readFileSync(join(bare, "CITATION.cff"), "utf8"))).toMatchObject({
    authors: [{ "family-names": "Roe", "given-names": "Jane" }, { name: "Institute" }],
  });
});
