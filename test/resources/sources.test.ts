import { readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";

const folder = new URL("../../resources/en/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));

test("there are resources to check", () => {
  expect(files.length).toBeGreaterThan(20);
});

test.each(files)("%s: every row has a source, no row stands twice", (file) => {
  const rows = parse(readFileSync(new URL(file, folder)), {
    columns: true,
    comment: "#",
    comment_no_infix: true,
  }) as Record<string, string>[];
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter((row) => (row["source"] ?? "").trim() === "")).toEqual([]);
  // What we wrote ourselves is `hand`, and nothing else says so.
  expect(rows.filter((row) => /dyadic|written|general english/i.test(row["source"]!))).toEqual([]);
  const keys = rows.map((row) => JSON.stringify({ ...row, source: "" }));
  expect(keys.length - new Set(keys).size).toBe(0);
});
