import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";

type Row = Readonly<Record<string, string>>;
const rowsOf = (folder: string): Row[] =>
  parse(readFileSync(new URL(`../../training/stance/${folder}/pairs.csv`, import.meta.url), "utf8"), {
    columns: true,
  });

describe.each(["annotations", "judgments"])("pairs in training/stance/%s", (folder) => {
  const rows = rowsOf(folder);

  test("each names a known set and two actors, the first before the second", () => {
    const wrong = rows.filter(({ set, record, p_start, p_end, q_start, q_end }) => {
      const ends = [p_start, p_end, q_start, q_end].map(Number);
      const inOrder = ends[0]! < ends[1]! && ends[1]! <= ends[2]! && ends[2]! < ends[3]!;
      return !/^(dse|newsmtsc|gmb)$/.test(set!) || record === "" || !inOrder;
    });
    expect(wrong).toEqual([]);
  });
});

test("annotations say for, against or nothing, each way", () => {
  const wrong = rowsOf("annotations").filter(
    ({ stance, reverse }) => !/^[0+-]$/.test(stance!) || !/^[0+-]$/.test(reverse!),
  );
  expect(wrong).toEqual([]);
});

test("judgments are percentages that leave room for no stance", () => {
  const within = (a: string, b: string): boolean =>
    [a, b].every((cell) => /^\d{1,3}$/.test(cell)) && Number(a) + Number(b) <= 100;
  const wrong = rowsOf("judgments").filter(
    (row) => !within(row.positive!, row.negative!) || !within(row.reverse_positive!, row.reverse_negative!),
  );
  expect(wrong).toEqual([]);
});
