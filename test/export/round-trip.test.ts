import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { DirectedGraph } from "graphology";
import * as gexf from "graphology-gexf";
import * as graphml from "graphology-graphml";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../src/core/dataset.ts";
import { anyTable, column, defineTable, type AnyRow, type AnyTable } from "../../src/core/table.ts";
import { exportDataset } from "../../src/export/index.ts";
import { exportOptions } from "../../src/export/options.ts";
import { openDataset } from "../../src/export/read.ts";

const table = anyTable(
  defineTable({
    name: "cases",
    summary: "A column of every type.",
    key: ["id"],
    columns: {
      id: column.string("Key."),
      text: column.optional.string("Text."),
      count: column.optional.integer("Integer."),
      score: column.optional.number("Number."),
      flag: column.optional.boolean("Boolean."),
      day: column.optional.date("Day."),
      time: column.optional.datetime("Time."),
      items: column.optional.list("List."),
      sign: column.optional.oneOf(["+", "-"], "Sign."),
    },
  }),
);

const dataset = (rows: readonly AnyRow[], tables: readonly AnyTable[] = [table]): Dataset => ({
  tables,
  async *rows(name) {
    if (name === tables[0]!.name) yield* rows;
  },
});

async function write(rows: readonly AnyRow[], formats: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "dyadic-export-"));
  await exportDataset(dataset(rows), folder, exportOptions.parse({ formats }), {
    name: "test",
    version: "0.0.0",
  });
  return folder;
}

const adversarial: readonly AnyRow[] = [
  { text: "commas, \"quotes\", 'apostrophes'" },
  { text: "lines\nand\r\nmore\rlines" },
  { text: "=cmd()|' /C calc'!A0", sign: "-" },
  { text: "-0.7", score: -0.7 },
  { text: "\ttab first" },
  { text: "nul \u0000 inside" },
  { text: "emoji 👩‍👩‍👧‍👦 and 中文 and עברית العربية" },
  { text: "" },
  {},
  { text: "x".repeat(1_000_000) },
  { count: 0, score: 0, flag: false },
  { count: 9_007_199_254_740_991, score: 1e-300, flag: true },
  { day: "2024-02-29", time: "2024-02-29T23:59:59Z", items: ["a", "b, c", "d"] },
  { day: "0001-01-01", items: [] },
  { day: "9999-12-31", items: ["one"] },
].map((row, index) => ({ id: `c${String(index).padStart(3, "0")}`, run_id: "r0", ...row }));

const collect = async (rows: AsyncIterable<AnyRow>): Promise<AnyRow[]> => {
  const all: AnyRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
};

describe("what is written is what is read", () => {
  test.each(["csv", "jsonl"])("%s, adversarial cells", async (format) => {
    const folder = await write(adversarial, [format]);
    expect(await collect(openDataset(folder).rows("cases"))).toEqual(adversarial);
  });

  test.each(["csv", "jsonl"])("%s, gzipped", async (format) => {
    const folder = mkdtempSync(join(tmpdir(), "dyadic-export-"));
    const options = exportOptions.parse({ formats: [format], gzip: true });
    await exportDataset(dataset(adversarial), folder, options, { name: "test", version: "0.0.0" });
    expect(await collect(openDataset(folder).rows("cases"))).toEqual(adversarial);
  });

  test("parquet, read by hyparquet", async () => {
    const folder = await write(adversarial, ["parquet"]);
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(join(folder, "cases.parquet")) });
    expect(rows.map(fromParquet)).toEqual(adversarial);
  });

  test("parquet and csv, read by DuckDB", async () => {
    const folder = await write(adversarial, ["parquet", "csv"]);
    const connection = await (await DuckDBInstance.create()).connect();
    const read = async (source: string): Promise<unknown[]> =>
      (
        await connection.runAndReadAll(
          `SELECT id, text, count::VARCHAR AS count, score, flag, day::VARCHAR AS day, strftime("time", '%Y-%m-%dT%H:%M:%SZ') AS "time", sign FROM ${source} ORDER BY id`,
        )
      ).getRowObjectsJson();
    const expected = adversarial.map((row) => ({
      id: row["id"], text: row["text"] ?? null, count: row["count"] === undefined ? null : String(row["count"]),
      score: row["score"] ?? null, flag: row["flag"] ?? null, day: row["day"] ?? null, time: row["time"] ?? null, sign: row["sign"] ?? null,
    })); // prettier-ignore
    expect(await read(`'${join(folder, "cases.parquet")}'`)).toEqual(expected);
    const types = "{'id':'VARCHAR','run_id':'VARCHAR','text':'VARCHAR','count':'BIGINT','score':'DOUBLE','flag':'BOOLEAN','day':'DATE','time':'TIMESTAMP','items':'VARCHAR','sign':'VARCHAR'}";
    const csv = await read(`read_csv('${join(folder, "cases.csv")}', header=true, columns=${types}, quote='"', escape='"', nullstr='', allow_quoted_nulls=false, max_line_size=4000000, new_line='\\n', strict_mode=false)`);
    expect(csv).toEqual(expected);
    const lists = await connection.runAndReadAll(`SELECT items FROM '${join(folder, "cases.parquet")}' WHERE items IS NOT NULL ORDER BY id`);
    expect(lists.getRowsJson()).toEqual([[["a", "b, c", "d"]], [[]], [["one"]]]);
  }); // prettier-ignore

  test("json, a nested file an article", async () => {
    const key = column.string("Key.");
    const articles = anyTable(defineTable({ name: "articles", summary: "Articles.", key: ["article_id"], columns: { article_id: key, title: column.optional.string("Title.") } })); // prettier-ignore
    const { columns } = table as { columns: Record<string, ReturnType<typeof column.string>> };
    const cases = anyTable(defineTable({ name: "cases", summary: "Cases.", key: ["id"], columns: { id: key, article_id: key, ...columns } })); // prettier-ignore
    const own = adversarial.map((row) => ({ ...row, id: `a1.${String(row["id"])}`, article_id: "a1" }));
    const title = adversarial[5]!["text"]!;
    const nested: Dataset = {
      tables: [articles, cases],
      async *rows(name) {
        yield* name === "articles" ? [{ article_id: "a1", title }] : own;
      },
    };
    const folder = mkdtempSync(join(tmpdir(), "dyadic-export-"));
    await exportDataset(nested, folder, exportOptions.parse({ formats: ["json"] }), {
      name: "test",
      version: "0.0.0",
    });
    const read = JSON.parse(readFileSync(join(folder, "documents", "a1.json"), "utf8")) as {
      article: AnyRow;
      cases: AnyRow[];
    };
    expect(read.article["title"]).toBe(title);
    const whole = read.cases.map((row) => ({ ...row, run_id: "r0", article_id: "a1" }));
    expect(
      whole.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null))),
    ).toEqual(own);
  });

  test("any text survives csv, jsonl and parquet", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 20 }), async (texts) => {
        const rows = texts.map((text, index) => ({ id: String(index).padStart(3, "0"), run_id: "r0", text }));
        const folder = await write(rows, ["csv", "jsonl", "parquet"]);
        const csv = parse(readFileSync(join(folder, "cases.csv")), { columns: true }) as AnyRow[];
        expect(csv.map((row) => row["text"])).toEqual(texts);
        const rowsBack = await parquetReadObjects({
          file: await asyncBufferFromFile(join(folder, "cases.parquet")),
        });
        expect(rowsBack.map((row) => row["text"])).toEqual(texts);
        expect(await collect(openDataset(folder).rows("cases"))).toEqual(rows);
      }),
      { numRuns: 20 },
    );
  });
});

/** Parquet's values as our cells: no nulls, days and times as text. */
function fromParquet(row: Record<string, unknown>): AnyRow {
  const cells = Object.entries(row).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    if (typeof value === "bigint") return [[name, Number(value)]];
    if (value instanceof Date) {
      const iso = value.toISOString();
      return [[name, name === "day" ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`]];
    }
    return [[name, value]];
  });
  return Object.fromEntries(cells) as AnyRow;
}

describe("excel", () => {
  test("a byte order mark, text disarmed, numbers untouched", async () => {
    const folder = await write(adversarial, ["excel"]);
    const text = readFileSync(join(folder, "cases.excel.csv"), "utf8");
    expect(text.startsWith("\ufeffid,")).toBe(true);
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows[2]!["text"]).toBe("'=cmd()|' /C calc'!A0");
    expect(rows[3]).toMatchObject({ text: "'-0.7", score: "-0.7" });
    expect(rows[2]!["sign"]).toBe("-");
    expect(Math.max(...rows.map((row) => row["text"]!.length))).toBeLessThanOrEqual(32_767);
  });
});

describe("the network of actors", () => {
  const dyads: readonly AnyRow[] = [
    { source_actor_id: "aze", target_actor_id: "rus", period_unit: "all", n_stances: 3, n_positive: 0, n_negative: 3, score_mean: -0.5, period_start: "2023-01-01", period_end: "2024-01-01" },
    { source_actor_id: "rus", target_actor_id: "aze", period_unit: "all", n_stances: 1, n_positive: 1, n_negative: 0, score_mean: 0.25 },
    { source_actor_id: "aze", target_actor_id: "rus", period_unit: "year", n_stances: 3, score_mean: -0.5 },
  ]; // prettier-ignore
  const actors: readonly AnyRow[] = [{ actor_id: "aze", name: 'Azerbaijan <&"> ' }];
  const network: Dataset = {
    tables: [],
    async *rows(name) {
      yield* name === "dyads" ? dyads : name === "actors" ? actors : [];
    },
  };

  test.each(["gexf", "graphml"] as const)("%s: read back, signed and directed", async (format) => {
    const folder = mkdtempSync(join(tmpdir(), "dyadic-graph-"));
    const options = exportOptions.parse({ formats: [format] });
    await exportDataset(network, folder, options, { name: "test", version: "0.0.0" });
    const text = readFileSync(join(folder, `dyads.${format}`), "utf8");
    writeFileSync(join(folder, "again"), text);
    const graph = format === "gexf" ? gexf.parse(DirectedGraph, text) : graphml.parse(DirectedGraph, text);
    expect(graph.order).toBe(2);
    expect(graph.size).toBe(2);
    expect(graph.getNodeAttribute("aze", "label")).toBe('Azerbaijan <&"> ');
    expect(graph.getEdgeAttributes("aze", "rus")).toMatchObject({ weight: 3, score: -0.5, n_negative: 3 });
    expect(graph.getEdgeAttributes("rus", "aze")).toMatchObject({ weight: 1, score: 0.25 });
    expect(text).toContain("2023-01-01");
  });

  test.each(["gexf", "graphml"] as const)("%s: names of any letters; what XML forbids is left out", async (format) => {
    const names = ["a, \"b\" 'c' & <d>", "=cmd()", "עברית العربية", "👩‍👩‍👧‍👦 中文", "nul \u0000 and \u0007 gone", "x".repeat(1_000_000)];
    const pairs = names.map((_, at) => ({ source_actor_id: `n${at}`, target_actor_id: "hub", period_unit: "all", n_stances: 1, score_mean: 0.5 }));
    const any: Dataset = {
      tables: [],
      async *rows(name) {
        yield* name === "dyads" ? pairs : name === "actors" ? names.map((text, at) => ({ actor_id: `n${at}`, name: text })) : [];
      },
    };
    const folder = mkdtempSync(join(tmpdir(), "dyadic-graph-"));
    await exportDataset(any, folder, exportOptions.parse({ formats: [format] }), { name: "test", version: "0.0.0" });
    const text = readFileSync(join(folder, `dyads.${format}`), "utf8");
    const graph = format === "gexf" ? gexf.parse(DirectedGraph, text) : graphml.parse(DirectedGraph, text);
    const read = names.map((_, at) => graph.getNodeAttribute(`n${at}`, "label") as string);
    expect(read).toEqual(names.map((name) => name.replace(/[\u0000\u0007]/g, "")));
  }); // prettier-ignore
});
