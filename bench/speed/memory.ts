import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GoldRecord } from "../../src/core/stage.ts";
import { benchFile, readRecords, type BenchRow } from "../bench.ts";

const articles = 2000;
const threads = 2;
const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

/** Memory of the whole process (main thread and workers) while the default pipeline runs over many articles. */
export default async function memory(): Promise<readonly BenchRow[]> {
  const file = benchFile("dates/timebank.jsonl");
  if (file === undefined) return [];
  if (!existsSync("/proc/self/status")) {
    process.stderr.write("skipped: memory is read from /proc, which this system does not have\n");
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), "dyadic-memory-"));
  try {
    const records = readRecords<GoldRecord>(file);
    const lines = Array.from({ length: articles }, (_, index) => {
      const { id, text, date } = records[index % records.length]!;
      // Each its own id and text, so that nothing is taken for a repetition.
      return JSON.stringify({ id: `${id}-${index}`, date, text: `${text}\n\nCopy ${index} was filed.` });
    });
    const input = join(folder, "articles.jsonl");
    writeFileSync(input, `${lines.join("\n")}\n`);
    const samples = await residentSizes([
      command, "run", input, "--threads", String(threads), "--output", join(folder, "dataset"), "--quiet",
    ]); // prettier-ignore
    const half = Math.ceil(samples.length / 2);
    const [first, second] = [Math.max(...samples.slice(0, half)), Math.max(...samples.slice(half))];
    const note = `${articles} articles, ${threads} threads`;
    return [
      { name: "peak memory", value: Math.max(first, second), unit: "MB", bar: 600, barIsMost: true, note },
      { name: "peak memory, first half of the time", value: first, unit: "MB", note },
      { name: "peak memory, second half", value: second, unit: "MB", note },
      { name: "second half to first", value: second / first, unit: "x", bar: 1.1, barIsMost: true, note },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Resident set of a Node process in MB, four times a second until it ends well. */
function residentSizes(command: readonly string[]): Promise<readonly number[]> {
  const child = spawn(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
  const samples: number[] = [];
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid!}/status`, "utf8");
      samples.push(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has just ended.
    }
  }, 250);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(timer);
      if (code === 0) resolve(samples);
      else reject(new Error(`the run ended with ${code}`));
    });
  });
}
