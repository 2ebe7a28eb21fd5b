import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { resourceFolder } from "../../src/core/resource.ts";
import { parse, tag } from "../../src/language/en/index.ts";
import type { BenchRow } from "../bench.ts";
import { cpuSeconds } from "../cpu.ts";
import { runningNews } from "../news.ts";

/** Milliseconds and megabytes that a fresh process needs to load the models and read one sentence. */
function load(): { readonly milliseconds: number; readonly megabytes: number } {
  const language = pathToFileURL(resolve(resourceFolder, "../dist/language/en/index.js")).href;
  const script = `
    await import("wink-eng-lite-web-model"); await import("wink-nlp");
    const { parse, names } = await import(${JSON.stringify(language)});
    globalThis.gc();
    const before = process.memoryUsage().rss;
    const start = process.cpuUsage();
    parse("The talks went on.");
    names("The talks in Vienna went on.");
    const { user, system } = process.cpuUsage(start);
    globalThis.gc();
    console.log(JSON.stringify({ milliseconds: (user + system) / 1e3, megabytes: (process.memoryUsage().rss - before) / 1e6 }));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--expose-gc", "--input-type=module", "--eval", script],
    { encoding: "utf8" },
  );
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as { milliseconds: number; megabytes: number };
}

/** Tokens a second of CPU time and thread, wink-nlp's reading included, on running news. */
export default function speed(): Promise<readonly BenchRow[]> {
  const news = runningNews();
  if (news === undefined) return Promise.resolve([]);
  const { texts, tokens, bare } = news;
  const each = (read: (text: string) => unknown) => (): void => {
    for (const text of texts) read(text);
  };
  const tagging = cpuSeconds(each(tag));
  const parsing = cpuSeconds(each(parse));
  const { milliseconds, megabytes } = load();
  const note = "1 is as fast as its bare readDoc";
  return Promise.resolve([
    { name: "tag(), TimeBank", value: tokens / tagging, unit: "tokens/s CPU", bar: 90_000 },
    { name: "tag(), TimeBank", value: bare / tagging, unit: "x wink", note },
    { name: "parse(), TimeBank", value: tokens / parsing, unit: "tokens/s CPU", bar: 25_000 },
    { name: "parse(), TimeBank", value: bare / parsing, unit: "x wink", note },
    { name: "loading all models of the language core, one sentence", value: milliseconds, unit: "ms CPU", bar: 500, barIsMost: true },
    { name: "loaded models", value: megabytes, unit: "MB", bar: 150, barIsMost: true },
  ]); // prettier-ignore
}
