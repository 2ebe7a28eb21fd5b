import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import type { BenchRow } from "./bench.ts";

/*
 * The example article ../shared/articles/caucasus-rift.txt against what a careful reader notes. Sentences are told by
 * the offset of a character in them, so that nothing of the text stands here.
 */

/** `+` must be found; `?` may be; `~` may be found in either direction; `h` is no fact: found as one it is wrong. */
type Kind = "+" | "~" | "?" | "h";
type Note = readonly [sentence: number, source: string, target: string, sign: 1 | -1, kind: Kind];

const notes: readonly Note[] = [
  [300, "rus", "aze", -1, "+"], [300, "aze", "rus", -1, "~"], [500, "aze", "rus", -1, "+"], [650, "aze", "rus", -1, "~"],
  [900, "rus", "aze", -1, "+"], [1100, "rus", "aze", -1, "?"], [1220, "aze", "rus", -1, "+"], [1300, "aze", "rus", -1, "+"],
  [1400, "aze", "rus", -1, "+"], [1600, "aze", "rus", -1, "+"], [1950, "aze", "rus", -1, "+"], [2300, "rus", "aze", -1, "+"],
  [2400, "rus", "aze", 1, "?"], [2400, "rus", "aze", -1, "?"], [2550, "aze", "arm", -1, "~"], [3000, "usa", "sun", -1, "~"],
  [3300, "aze", "sun", -1, "+"], [3300, "aze", "sun", 1, "?"], [3450, "rus", "aze", 1, "?"], [3600, "rus", "arm", 1, "+"],
  [3600, "aze", "rus", 1, "?"], [3600, "rus", "aze", -1, "?"], [3850, "aze", "rus", -1, "+"], [3850, "arm", "rus", 1, "+"],
  [3900, "rus", "arm", 1, "?"], [3900, "rus", "aze", 1, "?"], [4050, "rus", "aze", 1, "+"], [4050, "rus", "arm", 1, "+"],
  [4550, "aze", "igo.cis", 1, "+"], [4550, "aze", "igo.eaeu", 1, "+"], [4550, "aze", "rus", -1, "?"],
  [4700, "aze", "rus", -1, "?"], [5150, "aze", "rus", -1, "+"], [5300, "rus", "aze", -1, "?"], [5450, "aze", "rus", -1, "h"],
  [5450, "aze", "tur", 1, "h"], [5450, "aze", "isr", 1, "h"], [5560, "isr", "aze", 1, "?"], [5700, "usa", "rus", -1, "+"],
  [5700, "aze", "rus", -1, "h"], [5800, "usa", "aze", 1, "h"], [5800, "usa", "rus", -1, "h"], [6100, "usa", "rus", -1, "?"],
  [7300, "aze", "eu", 1, "~"], [7300, "eu", "aze", 1, "+"], [7300, "aze", "rus", -1, "?"], [7300, "eu", "rus", -1, "?"],
  [8400, "arm", "aze", 1, "h"], [8400, "aze", "arm", 1, "h"], [8500, "aze", "rus", -1, "~"], [8800, "aze", "eu", 1, "h"],
]; // prettier-ignore

interface Found {
  readonly at: number;
  readonly end: number;
  readonly source: string;
  readonly target: string;
  readonly sign: number;
}

/** Organs and office-holders count for their state: `rus.gov` is `rus`. */
const sideOf = (id: string): string => (id.startsWith("igo.") ? id : id.split(".")[0]!);

const means = (found: Found, [at, source, target, sign, kind]: Note): boolean =>
  at >= found.at &&
  at < found.end &&
  sign === found.sign &&
  ((source === found.source && target === found.target) ||
    (kind === "~" && target === found.source && source === found.target));

/** Precision and recall of the stances asserted; how many come from the teasers at the end. */
export function rift(): BenchRow[] {
  const article = fileURLToPath(new URL("../../shared/articles/caucasus-rift.txt", import.meta.url));
  if (!existsSync(article)) return [];
  const folder = mkdtempSync(join(tmpdir(), "dyadic-"));
  const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
  spawnSync(process.execPath, [main, "run", article, "--output", folder, "--overwrite"]);
  const rows = parse(readFileSync(join(folder, "stances.csv")), { columns: true, bom: true }) as Readonly<
    Record<string, string>
  >[];
  rmSync(folder, { recursive: true });
  const found = rows
    .filter(({ modality }) => modality === "asserted")
    .map((row): Found => ({
      at: Number(row.evidence_start),
      end: Number(row.evidence_end),
      source: sideOf(row.source_actor_id!),
      target: sideOf(row.target_actor_id!),
      sign: Math.sign(Number(row.score)),
    }));
  const right = found.filter((each) => notes.some((note) => note[4] !== "h" && means(each, note))).length;
  const needed = notes.filter(([, , , , kind]) => kind === "+" || kind === "~");
  const met = needed.filter((note) => found.some((each) => means(each, note))).length;
  const percent = (part: number, whole: number): number => Math.round((10000 * part) / whole) / 100;
  const body = 8957;
  const note = `${String(found.length)} asserted rows, ${String(needed.length)} stances a reader notes`;
  return [
    { name: "precision of asserted stances, example article", value: percent(right, found.length), unit: "%", bar: 75, note },
    { name: "recall of asserted stances, example article", value: percent(met, needed.length), unit: "%", bar: 60, note },
    { name: "stances from its teasers", value: rows.filter((row) => Number(row.evidence_start) >= body).length, unit: "rows", bar: 0, barIsMost: true },
  ]; // prettier-ignore
}
