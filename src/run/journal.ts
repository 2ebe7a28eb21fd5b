import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sketchesPart } from "./clusters.ts";
import { compareLines } from "./staged.ts";

/*
 * The work folder of a run: sorted parts of every table, a chunk of articles at a time, and a journal that says which
 * chunks are complete. What the journal does not vouch for is made again.
 */

/** What must be equal for a run to go on where another stopped. */
export interface Fingerprint {
  readonly runId: string;
  /** Of the list of inputs with their sizes and times of change. */
  readonly inputs: string;
}

/** A complete chunk. */
export interface Chunk {
  readonly number: number;
  /** Items of the input (articles and rejects) that it and all before it took. */
  readonly items: number;
  readonly articles: number;
  readonly tokens: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256 of its part of each table. */
  readonly parts: Readonly<Record<string, string>>;
}

export class Journal {
  readonly folder: string;
  readonly #chunks: Chunk[];

  private constructor(folder: string, chunks: readonly Chunk[]) {
    this.folder = folder;
    this.#chunks = [...chunks];
  }

  /** Begins anew in an empty folder. */
  static create(folder: string, fingerprint: Fingerprint): Journal {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeDurably(join(folder, "journal.jsonl"), `${JSON.stringify(fingerprint)}\n`, "w");
    return new Journal(folder, []);
  }

  /** The journal of a run that stopped: its fingerprint and the chunks whose parts are whole; undefined for none. */
  static open(folder: string): { readonly fingerprint: Fingerprint; readonly journal: Journal } | undefined {
    let lines: string[];
    try {
      lines = readFileSync(join(folder, "journal.jsonl"), "utf8").split("\n");
    } catch {
      return undefined;
    }
    const [head, ...rest] = lines.map(parseLine);
    if (head === undefined) return undefined;
    const chunks: Chunk[] = [];
    for (const chunk of rest as (Chunk | undefined)[]) {
      if (chunk?.number !== chunks.length || !isWhole(folder, chunk)) break;
      chunks.push(chunk);
    }
    return { fingerprint: head as Fingerprint, journal: new Journal(folder, chunks) };
  }

  get chunks(): readonly Chunk[] {
    return this.#chunks;
  }

  /** Writes a chunk's parts, then vouches for them. */
  add(chunk: Omit<Chunk, "number" | "rows" | "parts">, lines: ReadonlyMap<string, readonly string[]>): void {
    const number = this.#chunks.length;
    const rows: Record<string, number> = {};
    const parts: Record<string, string> = {};
    for (const [table, unsorted] of lines) {
      if (unsorted.length === 0) continue;
      const inOrder = table === sketchesPart ? unsorted : [...unsorted].sort(compareLines);
      const text = `${inOrder.join("\n")}\n`;
      writeDurably(partFile(this.folder, table, number), text, "w");
      rows[table] = unsorted.length;
      parts[table] = sha256(text);
    }
    const complete = { number, ...chunk, rows, parts };
    writeDurably(join(this.folder, "journal.jsonl"), `${JSON.stringify(complete)}\n`, "a");
    this.#chunks.push(complete);
  }

  /** The files of a table, each sorted. */
  parts(table: string): readonly string[] {
    return this.#chunks
      .filter(({ parts }) => parts[table] !== undefined)
      .map(({ number }) => partFile(this.folder, table, number));
  }
}

const partFile = (folder: string, table: string, number: number): string =>
  join(folder, `${table}.${String(number)}.part`);

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined; // The line that was being written when the run was killed.
  }
}

function isWhole(folder: string, { number, parts }: Chunk): boolean {
  return Object.entries(parts).every(([table, hash]) => {
    try {
      return sha256(readFileSync(partFile(folder, table, number))) === hash;
    } catch {
      return false;
    }
  });
}

/** On the disk, not only on its way there, when it returns. */
function writeDurably(file: string, text: string, flag: "w" | "a"): void {
  const handle = openSync(file, flag);
  try {
    writeFileSync(handle, text); // All of it, where writeSync may stop half-way on a disk that is nearly full.
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
