import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { codes, readOne } from "./temporary.ts";

const prose =
  "The ministers of both states met in Geneva on Monday and agreed to reopen the border crossing.";

test("plain text", async () => {
  const { articles, problems, files } = await readOne(
    "2024-05-17-geneva.txt",
    `\ufeff${prose}\r\n\r\nMore.\r\n`,
  );
  expect(problems).toEqual([]);
  expect(articles).toMatchObject([
    { text: `${prose}\n\nMore.`, published: "2024-05-17", publishedMethod: "filename", language: "en" },
  ]);
  expect(articles[0]!.id).toMatch(/^a[0-9a-f]{16}$/);
  expect(files).toMatchObject([
    { bytes: prose.length + 3 + 4 + 5 + 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  ]);
});

test("Markdown with front matter", async () => {
  const source = `---\ntitle: Talks at last\ndate: 2024-05-17\nauthor: Ann Lee\n---\n# Talks at last\n\n${prose} It was *long* [awaited](https://a.example/b).\n`;
  const { articles, problems } = await readOne("a.md", source);
  expect(problems).toEqual([]);
  expect(articles).toMatchObject([
    { title: "Talks at last", byline: "Ann Lee", published: "2024-05-17", publishedMethod: "given" },
  ]);
  expect(articles[0]!.text).toContain("It was long awaited.");
});

test("JSON: one object, an array, a list inside", async () => {
  const record = {
    text: prose,
    title: "T",
    published_at: "2024-05-17T23:30:00-05:00",
    source: { title: "The Post" },
  };
  for (const value of [record, [record], { articles: [record] }, { articles: { results: [record] } }]) {
    const { articles } = await readOne("a.json", JSON.stringify(value));
    expect(articles).toMatchObject([
      { text: prose, title: "T", published: "2024-05-17T23:30:00-05:00", outlet: "The Post" },
    ]);
  }
});

test("JSON Lines: a bad line is named, the rest goes on", async () => {
  const line = (text: string): string => JSON.stringify({ text, url: "https://a.example/1" });
  const read = await readOne(
    "a.jsonl.gz",
    gzipSync(`${line(`${prose} One.`)}\n{"text": "cut\n\n${line(`${prose} Two.`)}\n7\n`),
  );
  expect(read.articles.map((article) => article.lineNumber)).toEqual([1, 4]);
  expect(read.problems.map((problem) => [problem.code, problem.at?.line])).toEqual([
    ["ingest/bad-line", 2],
    ["ingest/bad-record", 5],
  ]);
});

test("CSV: quoted cells over several lines, a row with too many cells is named", async () => {
  const read = await readOne(
    "a.csv",
    `title;text;date\nA;"${prose}\nStill the same.";2024-05-17\nB;x;y;z;w\nC;${prose};17.5.2024\n`,
  );
  expect(read.articles).toMatchObject([
    { title: "A", text: `${prose}\nStill the same.`, published: "2024-05-17" },
    { title: "C", published: "2024-05-17" },
  ]);
  expect(codes(read)).toEqual(["ingest/bad-line"]);
});

test("HTML: body, title, author, date and outlet", async () => {
  const html = `<html><head><title>Talks at last | The Post</title><meta property="og:site_name" content="The Post">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks at last","datePublished":"2024-05-17T10:00:00Z","author":{"name":"Ann Lee"}}</script>
    </head><body><nav><a href="/">Home</a></nav><article><h1>Talks at last</h1>${`<p>${prose} ${prose} ${prose}</p>`.repeat(4)}</article></body></html>`;
  const { articles } = await readOne("a.html", html);
  expect(articles).toMatchObject([
    {
      title: "Talks at last",
      byline: "Ann Lee",
      published: "2024-05-17T10:00:00Z",
      publishedMethod: "metadata",
      outlet: "The Post",
    },
  ]);
  expect(articles[0]!.text.split("\n\n")).toHaveLength(4);
});
