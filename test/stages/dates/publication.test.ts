import { expect, test } from "vitest";
import { findPublication } from "../../../src/stages/dates/publication.ts";
import { analyze, grammar, lexicon } from "./read.ts";

test.each([
  ["2025-07-04T22:10:00Z", "2025-07-04", "day"],
  ["2025-07-04", "2025-07-04", "day"],
  ["2025-07", "2025-07", "month"],
  ["2025", "2025", "year"],
])("given: %s", (published, date, precision) => {
  expect(analyze("He left.", { published }).publication).toMatchObject({ date, precision, method: "given" });
});

test.each(["soon", "", "04.07.2025"])(
  "a publication date that cannot be read counts as none: %s",
  (published) => {
    expect(analyze("He left.", { published }).publication).toMatchObject({
      precision: "unknown",
      method: "unknown",
    });
  },
);

test("the dateline goes before the file name", () => {
  const text = "BAKU, July 4, 2025 - He left in 2024.";
  const article = { id: "a", text, sourceFile: "news/2020-01-01.txt" };
  const noise = [{ start: 0, end: 20, kind: "dateline", ruleId: "test" }] as const;
  expect(findPublication(article, { tokens: [], noise }, grammar, lexicon)).toEqual({
    start: 0, end: 20, date: "2025-07-04", precision: "day", method: "dateline",
  }); // prettier-ignore
});

test.each([
  ["news/2025-07-04-rift.txt", "2025-07-04"],
  ["news/20250704.txt", "2025-07-04"],
  ["news/2025/07/04/rift.html", "2025-07-04"],
])("file name: %s", (sourceFile, date) => {
  expect(analyze("He left in 2019.", { sourceFile }).publication).toMatchObject({ date, method: "filename" });
});

test.each(["report-12345678.txt", "2025-13-40.txt", "120250704.txt", "2025.txt"])(
  "no date in a file name: %s",
  (sourceFile) => {
    expect(analyze("He left.", { sourceFile }).publication.method).toBe("unknown");
  },
);

test.each([
  ["He left on 27 June 2025, three years after 2022.", "2025-06-27", "day"],
  ["He left in December 2024. He was born in 1960.", "2024-12", "month"],
  ["He left in 2024. The plant will open in 2031.", "2024", "year"],
  ["He left in 2024. The plant is to be closed by 2031.", "2024", "year"],
])("text: %s", (text, date, precision) => {
  const { publication } = analyze(text);
  expect(publication).toMatchObject({ date, precision, method: "text" });
  expect(text.slice(publication.start, publication.end)).toContain(date.slice(0, 4));
});
