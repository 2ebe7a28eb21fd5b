import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { openDatabase, type Database } from "../../src/export/database.ts";
import { sampleDataset } from "../sample.ts";

let folder: string;
let database: Database;

beforeAll(async () => {
  folder = await sampleDataset({ formats: ["csv"], gzip: true });
  database = await openDatabase(folder);
});

const guide = readFileSync("docs/queries.md", "utf8");
const questions = [...guide.matchAll(/### (.+)\n(?:(?!###)[^])*?```sql\n([^]*?)```/g)].map(
  ([, question, sql]) => [question!, sql!] as const,
);

/** Questions whose true answer on the sample corpus is nothing. */
const unanswered = ["What was lost, and why?"];

/** A question that thirteen articles on thirteen matters need not answer: no pair has to stand in two months. */
const open = ["Where did a stance shift most from one period to the next?"];

describe("the ready questions of docs/queries.md", () => {
  test("there are a dozen", () => {
    expect(questions.length).toBeGreaterThanOrEqual(12);
    expect(questions).toHaveLength(guide.split("```sql").length - 1);
  });

  test.each(questions)("%s", async (question, sql) => {
    const { columns, rows } = await database.query(sql);
    expect(columns.length).toBeGreaterThan(1);
    if (unanswered.includes(question)) expect(rows).toEqual([]);
    else if (!open.includes(question)) expect(rows.length).toBeGreaterThan(0);
  });
});

describe("answers", () => {
  test("a shift is the difference of two months of a pair", async () => {
    const [, sql] = questions.find(([question]) => open.includes(question))!;
    const made = `(SELECT 'a' AS source_actor_id, 'b' AS target_actor_id, 'month' AS period_unit, 'x' AS dyad_id, 2 AS n_stances, * FROM (VALUES ('2024-01-01', -0.5), ('2024-02-01', 0.25)) AS t(period_start, score_mean))`;
    const { rows } = await database.query(sql.replace("FROM dyads", `FROM ${made}`));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain("2024-02-01");
    expect(rows[0]!.map(Number)).toContain(0.75);
  });

  test("numbers are numbers, days text, lists arrays, the unknown null", async () => {
    const { columns, rows } = await database.query(
      "SELECT count(*) AS n, sum(1) AS s, DATE '2024-02-29' AS day, ['a', 'b'] AS items, NULL AS nothing, 1.50::DECIMAL(4,2) AS d, count(*) AS n FROM articles",
    );
    expect(columns).toEqual(["n", "s", "day", "items", "nothing", "d", "n:1"]);
    expect(rows).toEqual([[13, 13, "2024-02-29", ["a", "b"], null, 1.5, 13]]);
  });

  test("a wrong question is told with what DuckDB says and where the columns are", async () => {
    await expect(database.query("SELECT nothing FROM stances")).rejects.toThrow(/nothing[^]*query\/failed/);
  });

  test("a folder without a dataset is refused", async () => {
    await expect(openDatabase(mkdtempSync(join(tmpdir(), "dyadic-none-")))).rejects.toThrow(/export\/no-dataset/);
  }); // prettier-ignore

  test("without DuckDB there is a hint how to install it", async () => {
    vi.doMock("@duckdb/node-api", () => {
      throw new Error("Cannot find package '@duckdb/node-api'");
    });
    vi.resetModules();
    const { openDatabase: openWithout } = await import("../../src/export/database.ts");
    await expect(openWithout(folder)).rejects.toThrow(/query\/no-duckdb[^]*npm install @duckdb\/node-api/);
    vi.doUnmock("@duckdb/node-api");
  });
});
