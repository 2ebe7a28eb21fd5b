import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { resourceFolder } from "../src/core/resource.ts";

/** One figure of a benchmark. */
export interface BenchRow {
  /** What was measured, on which data: `value F1, timebank`. */
  readonly name: string;
  readonly value: number;
  /** `%`, `articles/s`, `x wink`, `MB`. */
  readonly unit: string;
  /** The value to hold; `least` unless `barIsMost`. */
  readonly bar?: number;
  readonly barIsMost?: boolean;
  /** The command that yields the figure, when it is not this one. */
  readonly command?: string;
  readonly note?: string;
}

/** A benchmark file's default export. An empty list means its data are not there. */
export type Bench = () => Promise<readonly BenchRow[]>;

/** The benchmark data beside the repository; optional. */
const data = pathToFileURL(`${resourceFolder}../../shared/benchmarks/`);

/** Path of a file of the benchmark data (`dates/timebank.jsonl`), or undefined with a word on standard error when it is not there. */
export function benchFile(path: string): string | undefined {
  const file = fileURLToPath(new URL(path, data));
  if (existsSync(file)) return file;
  process.stderr.write(`skipped: ../shared/benchmarks/${path} is not there\n`);
  return undefined;
}

/** The records of a JSON Lines file. */
export function readRecords<T>(file: string): readonly T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

/**
 * Seconds of the fastest of `rounds` runs, after one to warm up: the least disturbed by what else the machine does.
 * Measure the thing and its yardstick in the same process and report the ratio.
 */
export function seconds(work: () => void, rounds = 3): number {
  work();
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    work();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
  }
  return best;
}

export const holds = ({ value, bar, barIsMost }: BenchRow): boolean =>
  bar === undefined || (barIsMost === true ? value <= bar : value >= bar);

/** Path of a file of our gold corpus: `held-out.jsonl`. */
export function goldFile(name: string): string {
  return fileURLToPath(new URL(`../corpus/gold/${name}`, import.meta.url));
}
