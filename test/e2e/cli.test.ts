import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

/* The command as users run it, from the `dist` that the global set-up builds. */
const main = "dist/cli/main.js";
const scratch = mkdtempSync(join(tmpdir(), "dyadic-e2e-"));
let count = 0;
const newFolder = (): string => join(scratch, `out${String(count++)}`);

function dyadic(...args: string[]) {
  const { status, stdout, stderr } = spawnSync("node", [main, ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  ); // prettier-ignore
}

/** Articles of our own, enough for several chunks. */
function corpus(articles: number): string {
  const file = join(scratch, `corpus${String(articles)}.jsonl`);
  const lines = Array.from({ length: articles }, (_, i) =>
    JSON.stringify({
      text: `Envoy number ${String(i)} reached the capital on Monday.\n\nThe ministry condemned the raid and promised ${String(i)} tents to the displaced.`,
      date: "2024-03-05",
    }),
  );
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

const light = ["--pipeline", "dates-only"];

test("standard output of run --json is JSON and nothing else; a whole run exits with 0", () => {
  const output = newFolder();
  const { status, stdout } = dyadic("run", "corpus/sample", "--output", output, "--json", "--quiet");
  expect(status).toBe(0);
  const summary = JSON.parse(stdout) as { rows: Record<string, number>; files: string[] };
  expect(summary.rows.stances).toBeGreaterThan(0);
  expect(readdirSync(output).sort()).toEqual([...summary.files].sort());
});

test("one thread writes the bytes of four", () => {
  const [one, four] = [newFolder(), newFolder()];
  for (const [threads, output] of [["1", one], ["4", four]] as const)
    expect(dyadic("run", "corpus/sample", "--output", output, "--threads", threads, "--quiet").status).toBe(0); // prettier-ignore
  expect(filesOf(four)).toEqual(filesOf(one));
}, 180_000);

test("web pages are read on the threads and come out in order, the refused ones too", () => {
  const folder = newFolder();
  mkdirSync(folder);
  for (let i = 10; i < 45; i++) {
    const body = `<p>Envoy number ${String(i)} reached the capital on Monday and met the ministers of both countries.</p>`;
    const nested = i === 20 ? "<div>".repeat(5000) : "";
    writeFileSync(join(folder, `p${String(i)}.html`), `<html><body>${nested}<article>${body.repeat(4)}</article></body></html>`); // prettier-ignore
    if (i % 10 === 0) writeFileSync(join(folder, `p${String(i)}.txt`), `A note on envoy ${String(i)}.`);
  }
  const [one, three] = [newFolder(), newFolder()];
  for (const [threads, output] of [["1", one], ["3", three]] as const)
    expect(dyadic("run", folder, "--output", output, ...light, "--threads", threads, "--quiet").status).toBe(1); // prettier-ignore
  expect(filesOf(three)).toEqual(filesOf(one));
  expect(readFileSync(join(three, "rejects.csv"), "utf8")).toContain("ingest/too-deep");
  expect(readFileSync(join(three, "articles.csv"), "utf8").trim().split("\n")).toHaveLength(1 + 34 + 4);
}, 180_000);

test("killed and started again, a run writes the bytes of an uninterrupted one", async () => {
  const input = corpus(1200);
  const [whole, killed] = [newFolder(), newFolder()];
  expect(dyadic("run", input, "--output", whole, ...light, "--quiet").status).toBe(0);
  const journal = join(killed, ".work", "journal.jsonl");
  const chunks = (): number =>
    existsSync(journal) ? readFileSync(journal, "utf8").split("\n").length - 2 : 0;
  const child = spawn("node", [main, "run", input, "--output", killed, ...light, "--quiet"]);
  const ended = new Promise((resolve) => child.on("exit", resolve));
  while (chunks() < 2 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGKILL");
  await ended;
  expect(readdirSync(killed), "it was killed under way").toEqual([".work"]);
  expect(chunks()).toBeGreaterThanOrEqual(2);
  expect(dyadic("run", input, "--output", killed, ...light, "--quiet").status).toBe(0);
  expect(filesOf(killed)).toEqual(filesOf(whole));
}, 180_000);

test("Ctrl-C stops with 130 and a word on how to go on; the same command then does", async () => {
  const output = newFolder();
  const args = ["run", corpus(1200), "--output", output, ...light];
  const child = spawn("node", [main, ...args]);
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const status = new Promise((resolve) => child.on("exit", resolve));
  const journal = join(output, ".work", "journal.jsonl");
  while (!existsSync(journal) && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGINT");
  expect(await status).toBe(130);
  expect(said).toMatch(/run\/interrupted[\s\S]*Run the same command again/);
  expect(readdirSync(output)).toEqual([".work"]);
  expect(dyadic(...args, "--quiet").status).toBe(0);
}, 180_000);

test("an article that takes all memory of its thread is rejected, one whose stage exits is degraded; the run goes on", () => {
  const plugin = join(scratch, "fragile.mjs");
  const library = (path: string): string => JSON.stringify(join(process.cwd(), path));
  writeFileSync(
    plugin,
    `import { defineStage } from ${library("dist/index.js")};
import { z } from ${library("node_modules/zod/index.js")};
export default defineStage({
  name: "fragile", summary: "Ends its thread.", needs: [], uses: [], gives: [], options: z.strictObject({}),
  resources: {}, tables: [],
  prepare: () => ({ article }) => {
    const held = [];
    while (article.text.includes("number 13 ")) held.push(new Array(100_000).fill(0.5));
    if (article.text.includes("number 27 ")) process.exit(0);
    return {};
  },
});
`,
  );
  const output = newFolder();
  const pipeline = yaml(`stages: [clean, segment, ${plugin}]`);
  const { status } = dyadic("run", corpus(40), "-o", output, "-p", pipeline, "--threads", "2", "--quiet");
  expect(status).toBe(1);
  const rejects = readFileSync(join(output, "rejects.csv"), "utf8").trim().split("\n");
  expect(
    rejects
      .slice(1)
      .map((line) => /(?:run|stage)\/[a-z-]+/.exec(line)?.[0])
      .sort(),
  ).toEqual(["run/worker-failed", "stage/failed"]);
  expect(readFileSync(join(output, "articles.csv"), "utf8").trim().split("\n")).toHaveLength(41);
}, 180_000);

const badFolder = join(scratch, "bad");
const badInputs: Record<string, [args: () => string[], status: number, says: RegExp]> = {
  "a path that is not there": [() => ["run", "no-such", "-o", newFolder()], 2, /ingest\/missing/],
  "an empty folder": [() => ["run", emptyFolder(), "-o", newFolder()], 2, /ingest\/empty-folder/],
  "an unknown stage": [() => ["run", "corpus/sample", "-o", newFolder(), "-p", yaml("stages: [claen]")], 2, /Did you mean "clean"/],
  "a stage before the one it needs": [() => ["check", yaml("stages: [segment, clean]")], 2, /config\/missing-layer/],
  "an unknown option": [() => ["check", yaml("stages: [clean]\nexport: { gzipp: true }")], 2, /Did you mean "gzip"/],
  "broken YAML": [() => ["check", yaml("stages: [clean")], 2, /config\/bad-yaml/],
  "an output that is a file": [() => ["run", "corpus/sample", "-o", "package.json/x", ...light], 2, /run\/output-not-writable/],
  "an output with files of others": [() => ["run", "corpus/sample", "-o", "src", ...light, "--overwrite"], 2, /run\/output-not-ours/],
  "threads that are no number": [() => ["run", "corpus/sample", "-t", "many"], 2, /whole number/],
  "an unknown command": [() => ["rnu"], 2, /unknown command/],
  "an unknown layer": [() => ["inspect", "corpus/sample/prespa.txt", "--layers", "tokns"], 2, /Did you mean "tokens"/],
  "gold that is not there": [() => ["evaluate", "no-such.jsonl"], 2, /evaluate\/no-such-file/],
  "a broken line among good ones": [() => ["run", mixedFile(), "-o", newFolder(), ...light], 1, /^/],
}; // prettier-ignore

function emptyFolder(): string {
  mkdirSync(join(badFolder, "empty"), { recursive: true });
  return join(badFolder, "empty");
}

function yaml(text: string): string {
  mkdirSync(badFolder, { recursive: true });
  const file = join(badFolder, `p${String(count++)}.yaml`);
  writeFileSync(file, text);
  return file;
}

function mixedFile(): string {
  mkdirSync(badFolder, { recursive: true });
  const file = join(badFolder, "mixed.jsonl");
  writeFileSync(file, '{"text":"The envoy left the capital on Monday evening."}\n{"text": oops\n');
  return file;
}

test.each(Object.entries(badInputs))("bad input: %s", (_, [args, status, says]) => {
  const result = dyadic(...args());
  expect(result.stderr).toMatch(says);
  expect(result.status).toBe(status);
  expect(result.stderr, "no stack trace").not.toMatch(/Unexpected fault/);
});

test.each(["run", "inspect", "stages", "check", "codebook", "evaluate", "annotate"])(
  "%s --help explains itself and shows examples",
  (command) => {
    const { status, stdout } = dyadic(command, "--help");
    expect(status).toBe(0);
    expect(stdout).toContain("Examples:");
  },
);

/** Two unknown parties and a known state. */
function strangers(): string {
  const file = join(scratch, "strangers.txt");
  writeFileSync(
    file,
    "The Orlan Harvest Union (OHU) condemned France on Monday. France rejected the charge. The Orlan Harvest Union threatened France.\n",
  );
  return file;
}

test("actors --unknown writes rows that, put into the registry, leave nothing unknown", () => {
  const [before, after] = [newFolder(), newFolder()];
  const file = strangers();
  expect(dyadic("run", file, "--output", before, "--quiet").status).toBe(0);
  const { status, stdout } = dyadic("actors", before, "--unknown");
  expect(status).toBe(0);
  expect(stdout).toContain("\norg.orlan_harvest_union,Orlan Harvest Union,");
  expect(stdout).toContain("# mentions: 3, articles: 1: The Orlan Harvest Union (OHU) condemned France on Monday.\n");
  const rows = join(scratch, "rows.csv");
  writeFileSync(rows, stdout);
  const pipeline = join(scratch, "extended.yaml");
  writeFileSync(
    pipeline,
    "name: extended\nstages: [clean, segment, entities, actors]\naggregate: [actors]\nresources:\n  en/actors:\n    extend: rows.csv\n",
  );
  expect(dyadic("run", file, "--pipeline", pipeline, "--output", after, "--quiet").status).toBe(0);
  expect(readFileSync(join(after, "mentions.csv"), "utf8")).toContain(",org.orlan_harvest_union,");
  expect(dyadic("actors", after, "--unknown").stdout.trim().split("\n")).toHaveLength(1);
}); // prettier-ignore

test("actors --diff tells which mentions, actors and dyads a registry change moves, and nothing for none", () => {
  const file = strangers();
  const old = "resources/en/actors.csv";
  const now = join(scratch, "new.csv");
  const row = "fra.ngo.harvest,Orlan Harvest Union,ngo,FRA,FRANGO,NGO,,OHU,,,,,hand\n";
  writeFileSync(now, `${readFileSync(old, "utf8").trimEnd()}\n${row}`);
  const diff = JSON.parse(dyadic("actors", "--diff", old, now, file, "--json").stdout) as {
    relinks: { from: string; to: string; count: number }[];
    actors: { id: string; old: number; new: number }[];
    dyads: { id: string }[];
  };
  expect(diff.relinks).toEqual([
    { from: "x.org.orlan_harvest_union", to: "fra.ngo.harvest", count: 3, example: "Orlan Harvest Union" },
  ]);
  expect(diff.actors).toContainEqual({ id: "fra.ngo.harvest", old: 0, new: 3 });
  expect(diff.dyads.map(({ id }) => id)).toContain("fra.ngo.harvest > fra");
  const same = dyadic("actors", "--diff", old, old, file);
  expect(same.stdout.match(/: no change/g)).toHaveLength(3);
});

test("actors without --unknown or --diff does nothing and says what it takes", () => {
  const { status, stderr } = dyadic("actors", "output");
  expect(status).toBe(2);
  expect(stderr).toContain("--unknown");
});
