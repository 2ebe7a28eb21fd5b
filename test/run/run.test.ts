import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { run, type RunOptions } from "../../src/run/run.ts";

const source = { config: { name: "test", stages: ["clean", "segment"] }, folder: "." };

/** A folder with articles of our own. */
function articles(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), "dyadic-in-"));
  for (let i = 0; i < count; i++)
    writeFileSync(
      join(folder, `${String(i).padStart(3, "0")}.txt`),
      `The cabinet met in session ${i} to weigh the border treaty.\n\nThe minister said talks would go on, “whatever comes”.\n`,
    );
  return folder;
}

const newFolder = (): string => join(mkdtempSync(join(tmpdir(), "dyadic-out-")), "dataset");

function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  ); // prettier-ignore
}

const options = (inputs: string[], output: string): RunOptions => ({ inputs, source, output });

test("a run writes every table sorted by key, and no work folder stays", async () => {
  const output = newFolder();
  const summary = await run(options([articles(12)], output));
  expect(summary).toMatchObject({ articles: 12, verdict: "done", rows: { articles: 12, sentences: 24 } });
  expect(readdirSync(output).sort()).toEqual([...summary.files].sort());
  const sentences = parse(readFileSync(join(output, "sentences.csv")), { columns: true }) as Record<string, string>[]; // prettier-ignore
  expect(sentences).toHaveLength(24);
  const ids = sentences.map((row) => row.sentence_id!);
  expect(ids).toEqual([...ids].sort());
  expect(sentences.map((row) => row.text).join()).toContain("“whatever comes”");
});

test("stopped and resumed, a run writes the bytes of an uninterrupted one", async () => {
  const folder = articles(250);
  const whole = newFolder();
  await run(options([folder], whole));
  const resumed = newFolder();
  const stop = new AbortController();
  await expect(
    run({
      ...options([folder], resumed),
      signal: stop.signal,
      onProgress: ({ articles: done }) => { if (done >= 130) stop.abort(); },
    }),
  ).rejects.toThrow(/run\/interrupted/); // prettier-ignore
  expect(readdirSync(resumed)).toEqual([".work"]);
  const seen: number[] = [];
  await run({ ...options([folder], resumed), onProgress: ({ resumed: kept }) => seen.push(kept) });
  expect(Math.max(...seen)).toBeGreaterThanOrEqual(130);
  expect(filesOf(resumed)).toEqual(filesOf(whole));
});

test("an unfinished run of other inputs, a finished dataset and foreign files are not touched", async () => {
  const folder = articles(3);
  const output = newFolder();
  const stop = new AbortController();
  stop.abort();
  await expect(run({ ...options([folder], output), signal: stop.signal })).rejects.toThrow(/interrupted/);
  await expect(run(options([articles(2)], output))).rejects.toThrow(/run\/other-run/);
  await run(options([folder], output));
  await expect(run(options([folder], output))).rejects.toThrow(/run\/output-exists/);
  await run({ ...options([articles(2)], output), overwrite: true });
  expect(JSON.parse(readFileSync(join(output, "run.json"), "utf8"))).toMatchObject({ articles: 2 });

  const foreign = newFolder();
  mkdirSync(foreign);
  writeFileSync(join(foreign, "thesis.txt"), "years of work");
  await expect(run({ ...options([folder], foreign), overwrite: true })).rejects.toThrow(
    /run\/output-not-ours/,
  );
  expect(readFileSync(join(foreign, "thesis.txt"), "utf8")).toBe("years of work");
});

test("what cannot be read stands in rejects with its place, and the rest goes on", async () => {
  const folder = articles(2);
  writeFileSync(join(folder, "z.jsonl"), '{"text":"The envoy left the capital."}\n{"text": broken\n');
  const output = newFolder();
  const summary = await run(options([folder, "no-such-folder"], output));
  expect(summary).toMatchObject({ articles: 3, verdict: "partial" });
  const rejects = parse(readFileSync(join(output, "rejects.csv")), { columns: true }) as Record<string, string>[]; // prettier-ignore
  expect(rejects.map((row) => row.reason_code).sort()).toEqual(["ingest/bad-line", "ingest/missing"]);
  expect(rejects.find((row) => row.reason_code === "ingest/bad-line")?.line_number).toBe("2");
});

const rejectsOf = (output: string): Record<string, string>[] =>
  parse(readFileSync(join(output, "rejects.csv")), { columns: true });

test("files that vanish under way stand in rejects, the others in articles", async () => {
  const folder = articles(40);
  const output = newFolder();
  const gone = Array.from({ length: 10 }, (_, i) => join(folder, `${String(30 + i).padStart(3, "0")}.txt`));
  const summary = await run({
    ...options([folder], output),
    onProgress: () => { gone.forEach((file) => { rmSync(file, { force: true }); }); },
  }); // prettier-ignore
  expect(summary).toMatchObject({ articles: 30, rejects: { "ingest/vanished": 10 }, verdict: "partial" });
  expect(
    rejectsOf(output)
      .map((row) => row.source_file)
      .sort(),
  ).toEqual(gone);
});

test("an article of 50 MB is refused by name, alone or as a line, and the rest goes on", async () => {
  const folder = articles(2);
  const huge = "The cabinet met again. ".repeat(50e6 / 23);
  writeFileSync(join(folder, "huge.txt"), huge);
  writeFileSync(
    join(folder, "lines.jsonl"),
    `${JSON.stringify({ text: huge })}\n{"text":"The envoy left."}\n`,
  );
  const output = newFolder();
  const summary = await run(options([folder], output));
  expect(summary).toMatchObject({ articles: 3, rejects: { "ingest/too-large": 2 } });
  const named = rejectsOf(output).map(({ source_file, line_number }) => [source_file, line_number]);
  expect(named.sort()).toEqual([[join(folder, "huge.txt"), ""], [join(folder, "lines.jsonl"), "1"]]); // prettier-ignore
});

const handles = "/proc/self/fd";

test.skipIf(!existsSync(handles))("of many tiny files only a few are open at a time", async () => {
  const folder = articles(2000);
  const before = readdirSync(handles).length;
  let most = 0;
  const summary = await run({
    ...options([folder], newFolder()),
    source: { ...source, config: { stages: ["clean"] } },
    onProgress: () => { most = Math.max(most, readdirSync(handles).length); },
  }); // prettier-ignore
  expect(summary).toMatchObject({ articles: 2000, verdict: "done" });
  expect(most - before).toBeLessThan(20);
});
