import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { extractHtml } from "../../src/ingest/html/index.ts";
import { benchFile, readRecords, type BenchRow } from "../bench.ts";

/** Article bodies of real pages, marked by the scorer beside the data. */
export default async function ingest(): Promise<readonly BenchRow[]> {
  const gold = benchFile("ingest/articles.jsonl");
  const scorer = benchFile("ingest/score.mjs");
  if (gold === undefined || scorer === undefined) return [];
  const started = performance.now();
  const records = readRecords<{ id: string; html: string }>(gold);
  const lines = records.map(({ id, html }) => {
    const found = extractHtml(gunzipSync(readFileSync(join(dirname(gold), html))).toString("utf8"));
    return JSON.stringify({ id, text: "refused" in found ? "" : found.text });
  });
  const seconds = (performance.now() - started) / 1000;
  const folder = mkdtempSync(join(tmpdir(), "dyadic-bench-"));
  try {
    const predictions = join(folder, "predictions.jsonl");
    writeFileSync(predictions, `${lines.join("\n")}\n`);
    const output = execFileSync(process.execPath, [scorer, gold, predictions], { encoding: "utf8" });
    const score = JSON.parse(output.trimEnd().split("\n").at(-1)!) as Record<
      "f1" | "precision" | "recall" | "accuracy" | "f1_sd",
      number
    >;
    return [
      { name: "body F1", value: score.f1, unit: "", bar: 0.965, note: `sd ${score.f1_sd}` },
      { name: "body precision", value: score.precision, unit: "" },
      { name: "body recall", value: score.recall, unit: "" },
      { name: "pages with identical tokens", value: score.accuracy, unit: "" },
      { name: "speed", value: records.length / seconds, unit: "pages/s" },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
