import { readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { DyadicError } from "../core/problem.ts";
import type { GoldRecord } from "../core/stage.ts";
import { readLines } from "../run/lines.ts";

/** Reads gold records from a file; offsets count from the start of each record's text. */
export type GoldReader = (file: string) => AsyncIterable<GoldRecord>;

/** Readers by file extension. */
export const goldReaders: Readonly<Record<string, GoldReader>> = { ".jsonl": readJsonLines };

/** The records of gold files, and of the gold files in folders (sorted by name). Throws DyadicError for bad input. */
export async function* readGold(paths: readonly string[]): AsyncGenerator<GoldRecord> {
  for (const path of paths) for (const file of goldFiles(path)) yield* goldReaders[extname(file)]!(file);
}

/** The gold files that a path means. */
export function goldFiles(path: string): readonly string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined)
    throw fault("evaluate/no-such-file", `There is no file or folder ${path}.`, path, "Check the path.");
  const known = Object.keys(goldReaders);
  if (!stats.isDirectory()) {
    if (known.includes(extname(path))) return [path];
    throw fault(
      "evaluate/unknown-format",
      `${path} is not gold.`,
      path,
      `Known formats: ${known.join(", ")}.`,
    );
  }
  const files = readdirSync(path).filter((name) => known.includes(extname(name)));
  if (files.length === 0)
    throw fault(
      "evaluate/no-gold",
      `${path} holds no gold files.`,
      path,
      `Known formats: ${known.join(", ")}.`,
    );
  return files.sort().map((name) => join(path, name));
}

async function* readJsonLines(file: string): AsyncGenerator<GoldRecord> {
  let line = 0;
  for await (const text of readLines(file)) {
    line++;
    if (text.trim() === "") continue;
    yield parseRecord(text, file, line);
  }
}

function parseRecord(text: string, file: string, line: number): GoldRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw fault("evaluate/bad-json", (error as Error).message, file, "Mend the line; it is not JSON.", line);
  }
  const record = value as Partial<GoldRecord> | null;
  if (
    typeof record !== "object" ||
    record === null ||
    typeof record.id !== "string" ||
    typeof record.text !== "string"
  )
    throw fault(
      "evaluate/bad-record",
      'A record needs "id" and "text".',
      file,
      "Add the missing field.",
      line,
    );
  return record as GoldRecord;
}

function fault(
  code: `evaluate/${string}`,
  message: string,
  file: string,
  hint: string,
  line?: number,
): DyadicError {
  return new DyadicError([
    { code, severity: "rejected", message, hint, at: { file, ...(line === undefined ? {} : { line }) } },
  ]);
}
