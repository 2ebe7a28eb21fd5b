import { chmodSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ingestOptions, readArticles } from "../../src/ingest/index.ts";
import { codes, folderOf, readAll, readOne } from "./temporary.ts";

const prose =
  "The ministers of both states met in Geneva on Monday and agreed to reopen the border crossing.";
const russian =
  "Министры обеих стран встретились в Женеве в понедельник и договорились вновь открыть переход на границе.";

test("missing paths, empty folders, globs without a match", async () => {
  const folder = folderOf({});
  const read = await readAll([join(folder, "no.txt"), folder, join(folder, "*.txt")]);
  expect(codes(read)).toEqual(["ingest/missing", "ingest/empty-folder", "ingest/no-match"]);
});

test("files of a folder come in the order of their paths, each once; hidden ones are passed over", async () => {
  const folder = folderOf({
    "b.txt": `${prose} B.`,
    "a/z.txt": `${prose} Z.`,
    "B.txt": `${prose} C.`,
    ".x.txt": prose,
    "c.pdf": "x",
  });
  const read = await readAll([join(folder, "b.txt"), folder, join(folder, "**/*.txt")]);
  const names = read.articles.map((article) => article.sourceFile.slice(folder.length + 1));
  expect(names).toEqual(["B.txt", "a/z.txt", "b.txt"]);
  expect(codes(read)).toEqual(["ingest/unknown-format"]);
});

test.each([
  ["binary junk", "a.txt", new Uint8Array([0, 1, 2, 3, 0, 200, 0, 7, 8]), {}, "ingest/binary"],
  ["a PDF by another name", "a.txt", "%PDF-1.7 text", {}, "ingest/binary"],
  ["an empty file", "a.txt", "", {}, "ingest/empty"],
  ["nothing but blanks", "a.txt", " \n\t\n", {}, "ingest/empty"],
  ["too large a file", "a.txt", prose.repeat(40), { maxBytes: 1000 }, "ingest/too-large"],
  ["too large when unpacked", "a.txt.gz", gzipSync("x".repeat(1_000_000)), { maxBytes: 10_000 }, "ingest/too-large"],
  ["too long a line", "a.jsonl", JSON.stringify({ text: prose.repeat(40) }), { maxBytes: 1000 }, "ingest/too-large"],
  ["a page nested too deep", "a.html", "<div>".repeat(20_000), {}, "ingest/too-deep"],
  ["a page with too many elements", "a.html", "<p>x</p>".repeat(200_000), {}, "ingest/too-deep"],
  ["broken JSON", "a.json", '{"text": ', {}, "ingest/bad-json"],
  ["an empty list", "a.json", "[]", {}, "ingest/empty"],
  ["a record without text", "a.json", '{"headline": "x"}', {}, "ingest/no-text"],
  ["a named field that is not there", "a.json", JSON.stringify({ text: prose }), { textField: "story" }, "ingest/no-text"],
  ["another language", "a.txt", russian, {}, "ingest/not-english"],
  ["a gzip that breaks off", "a.txt.gz", gzipSync(prose.repeat(99)).subarray(0, 60), {}, "ingest/bad-gzip"],
] as const)("%s is rejected with a code", async (_, name, content, options, code) => {
  const read = await readOne(name, content, options);
  expect([read.articles, codes(read)]).toEqual([[], [code]]);
}); // prettier-ignore

test("the language is named, and can be let through", async () => {
  expect((await readOne("a.txt", russian)).problems[0]!.message).toContain("Russian (ru)");
  expect((await readOne("a.txt", russian, { language: "any" })).articles).toMatchObject([{ language: "ru" }]);
});

test("an unreadable file and one that vanishes are named, the rest goes on", async () => {
  const folder = folderOf({ "a.txt": prose, "b.txt": `${prose} B.`, "c.txt": `${prose} C.` });
  symlinkSync(join(folder, "nowhere"), join(folder, "d.txt"));
  chmodSync(join(folder, "a.txt"), 0o000);
  const found: string[] = [];
  for await (const item of readArticles([folder])) {
    if (item.kind === "article") rmSync(join(folder, "c.txt"), { force: true });
    if (item.kind !== "file")
      found.push(item.kind === "article" ? item.article.sourceFile.slice(-5) : item.problem.code);
  }
  const first = process.getuid?.() === 0 ? "a.txt" : "ingest/unreadable";
  expect(found).toEqual([first, "b.txt", "ingest/vanished", "ingest/vanished"]);
});

test.each([
  ["utf-16le with mark", Buffer.from(`\ufeff${prose} “Ünïted”`, "utf16le"), []],
  ["utf-16le without mark", Buffer.from(`${prose} “Ünïted”`, "utf16le"), []],
  ["utf-16be with mark", Buffer.from(`\ufeff${prose} “Ünïted”`, "utf16le").swap16(), []],
  ["utf-8, decomposed", Buffer.from(`${prose} “Ünïted”`.normalize("NFD")), []],
  ["windows-1252", Buffer.from(`${prose} \x93\xdcn\xefted\x94`, "latin1"), ["ingest/not-utf8"]],
] as const)("%s", async (_, bytes, expected) => {
  const read = await readOne("a.txt", bytes);
  expect([read.articles.map((article) => article.text), codes(read)]).toEqual([
    [`${prose} “Ünïted”`],
    expected,
  ]);
});

test("a page's declared encoding is taken, and a forced one before it", async () => {
  const page = (charset: string): Buffer =>
    Buffer.from(
      `<html><head><meta charset="${charset}"></head><body>${`<p>${prose} ${prose} Pri\xe8re.</p>`.repeat(5)}</body></html>`,
      "latin1",
    );
  const declared = await readOne("a.html", page("iso-8859-1"));
  expect([declared.articles[0]!.text.includes("Prière"), codes(declared)]).toEqual([true, []]);
  const forced = await readOne("a.html", page("windows-1251"), { encoding: "windows-1252" });
  expect(forced.articles[0]!.text).toContain("Prière");
});

test("standard input: the format is seen from its beginning", async () => {
  const record = JSON.stringify({ text: prose });
  const inputs: readonly (readonly [string, number])[] = [
    [prose, 1], [`${record}\n${record}\n`, 2], [`[${record}]`, 1], [`<html><body><p>${prose}</p></body></html>`, 1],
  ]; // prettier-ignore
  for (const [text, count] of inputs) {
    const ids: string[] = [];
    for await (const item of readArticles(["-"], ingestOptions.parse({}), {
      stdin: Readable.from([Buffer.from(text)]),
    }))
      if (item.kind === "article") ids.push(item.article.id);
    expect([text, ids.length, new Set(ids).size]).toEqual([text, count, count]);
  }
});

test("any bytes in any format: never an exception, never nothing", async () => {
  const names = fc.constantFrom("a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv", "a.txt.gz");
  const start = fc.constantFrom(
    "",
    "{",
    "[{",
    "---\ntitle: [",
    '"',
    "<p><table><",
    "\x1f\x8b\x08",
    "text,date\n",
  );
  await fc.assert(
    fc.asyncProperty(names, start, fc.uint8Array({ maxLength: 60 }), async (name, head, bytes) => {
      const read = await readOne(name, Buffer.concat([Buffer.from(head, "latin1"), bytes]));
      expect(read.articles.length + read.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});
