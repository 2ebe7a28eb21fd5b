import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import PQueue from "p-queue";
import type { Highlight } from "../aggregate/highlights.ts";
import { rejectRows, rejectsTable } from "../aggregate/rejects.ts";
import type { Article } from "../core/article.ts";
import { DyadicError, type Problem } from "../core/problem.ts";
import { anyTable } from "../core/table.ts";
import { findInputs } from "../ingest/inputs.ts";
import { readArticles, type IngestItem, type InputFile } from "../ingest/index.ts";
import type { ArticleResult } from "./analyze.ts";
import { finish } from "./finish.ts";
import { recipeOf, runId, type Manifest } from "./manifest.ts";
import { openOutput, workFolder } from "./output-folder.ts";
import { openPipeline, type PipelineSource } from "./pipeline-file.ts";
import { openPool, type Pool } from "./pool.ts";
import { stagedLine } from "./staged.ts";
import { readSettings } from "./settings.ts";
import type { Journal } from "./journal.ts";

export interface RunOptions {
  /** Files, folders, globs, `-`. */
  readonly inputs: readonly string[];
  readonly source: PipelineSource;
  readonly output: string;
  /** Replace what the folder holds, finished or not. */
  readonly overwrite?: boolean;
  /** Threads that analyze; 1 works in the calling one. */
  readonly threads?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the run after what is under way; the same command goes on from there. */
  readonly signal?: AbortSignal;
}

export interface Progress {
  readonly phase: "analyzing" | "writing";
  readonly articles: number;
  readonly rejects: number;
  /** Articles taken over from a run that was stopped. */
  readonly resumed: number;
  /** Share of the input that was read, 0 to 1. */
  readonly read: number;
}

export interface RunSummary extends Manifest {
  readonly output: string;
  /** Paths of all files, inside the output folder. */
  readonly files: readonly string[];
  /** The strongest dyads of the corpus. */
  readonly highlights: readonly Highlight[];
}

/** A run that was stopped on request; its work so far is kept. */
export class Interrupted extends DyadicError {
  constructor(articles: number, output: string) {
    super([
      {
        code: "run/interrupted",
        severity: "warning",
        message: `Stopped after ${String(articles)} articles; they are kept in ${join(output, workFolder)}.`,
        hint: "Run the same command again, without --overwrite, to go on from there.",
      },
    ]);
  }
}

/** Articles a thread gets at once, and a chunk on disk holds. */
const batchArticles = 10;
const batchCharacters = 200_000;
const chunkArticles = 100;

/**
 * The whole way from input files to a dataset. Articles stream through: memory does not grow with their number.
 * The same inputs, pipeline and version give the same bytes, whatever the threads, stopped and resumed or not.
 */
export async function run(options: RunOptions): Promise<RunSummary> {
  const { inputs, source, output, overwrite = false, threads = 1, signal } = options;
  const pipeline = await openPipeline(source);
  const settings = readSettings(pipeline.config, pipeline.tables.map(({ name }) => name)); // prettier-ignore
  const recipe = recipeOf(pipeline, settings);
  const found = findInputs(inputs);
  if (found.files.length === 0) throw new DyadicError(found.problems);
  const sizes = found.files.map(statOf);
  const journal = openOutput(
    output,
    { runId: runId(recipe), inputs: inputsHash(found.files, sizes) },
    overwrite,
  );
  const pool = openPool(pipeline, source, threads);
  try {
    const collector = new Collector(journal, options, sum(sizes.map(({ bytes }) => bytes)));
    const means =
      pool.readPage === undefined
        ? {}
        : { readPage: pool.readPage, pagesAhead: batchArticles * pool.threads };
    await collector.collect(readArticles(inputs, settings.ingest, means), pool);
    if (signal?.aborted === true) throw new Interrupted(collector.articles, output);
    await pool.close();
    collector.tell("writing");
    return await finish({ pipeline, settings, recipe, journal, output, inputs: collector.files });
  } catch (error) {
    throw diskProblem(error, output);
  } finally {
    await pool.close();
  }
}

/** Takes items in, has articles analyzed, and lays results down in input order, a chunk at a time. */
class Collector {
  readonly files: InputFile[] = [];
  articles = 0;
  readonly #journal: Journal;
  readonly #options: RunOptions;
  readonly #totalBytes: number;
  readonly #rejectRow = rejectRows();
  readonly #resumed: number;
  #rejects = 0;
  #items = 0;
  #tokens = 0;
  #chunkArticles = 0;
  #lines = new Map<string, string[]>();
  #bytesRead = 0;
  #charactersOfFile = 0;

  constructor(journal: Journal, options: RunOptions, totalBytes: number) {
    this.#journal = journal;
    this.#options = options;
    this.#totalBytes = totalBytes;
    this.#resumed = sum(journal.chunks.map((chunk) => chunk.articles));
  }

  async collect(items: AsyncIterable<IngestItem>, pool: Pool): Promise<void> {
    const { signal } = this.#options;
    const done = this.#journal.chunks.at(-1)?.items ?? 0;
    const queue = new PQueue({ concurrency: pool.threads });
    const pending: (() => Promise<void>)[] = [];
    let batch: Article[] = [];
    const submit = async (): Promise<void> => {
      if (batch.length === 0) return;
      const articles = batch;
      batch = [];
      const results = queue.add(() => pool.analyze(articles));
      results.catch(() => undefined); // Awaited below, in order.
      pending.push(async () => {
        for (const result of await results) this.#keep(result);
      });
      // Twice as many batches as threads wait at most; the rest of the input waits on the disk.
      while (pending.length > 2 * pool.threads) await pending.shift()!();
    };
    let seen = 0;
    for await (const item of items) {
      if (signal?.aborted === true) break;
      this.#noteRead(item);
      if (item.kind === "file") continue;
      seen++;
      const resumed = seen <= done;
      if (item.kind === "reject") {
        const row = this.#rejectRow(item.problem); // Made even when resumed, so that later ids stay the same.
        if (resumed) this.#rejects++;
        else {
          await submit(); // Items are laid down in input order, so that a chunk is a stretch of it.
          pending.push(() => {
            this.#reject(row);
            this.#endItem();
            return Promise.resolve();
          });
        }
        continue;
      }
      if (resumed) {
        this.articles++;
        continue;
      }
      if (seen === done + 1 && done > 0) this.tell("analyzing");
      batch.push(item.article);
      if (batch.length >= batchArticles || charactersOf(batch) >= batchCharacters) await submit();
    }
    await submit();
    for (const next of pending) await next();
    this.#endChunk();
  }

  tell(phase: Progress["phase"]): void {
    this.#options.onProgress?.({
      phase,
      articles: this.articles,
      rejects: this.#rejects,
      resumed: Math.min(this.#resumed, this.articles),
      read:
        this.#totalBytes === 0
          ? 1
          : Math.min(1, (this.#bytesRead + this.#charactersOfFile) / this.#totalBytes),
    });
  }

  #noteRead(item: IngestItem): void {
    if (item.kind === "article") this.#charactersOfFile += item.article.text.length;
    if (item.kind !== "file") return;
    this.files.push(item.file);
    this.#bytesRead += item.file.bytes;
    this.#charactersOfFile = 0;
  }

  #keep({ lines, problems, tokens }: ArticleResult): void {
    for (const [table, made] of Object.entries(lines)) this.#linesOf(table).push(...made);
    for (const problem of problems) this.#reject(this.#rejectRow(problem));
    this.articles++;
    this.#tokens += tokens;
    this.#chunkArticles++;
    this.#endItem();
    this.tell("analyzing");
  }

  #reject(row: ReturnType<ReturnType<typeof rejectRows>>): void {
    this.#linesOf(rejectsTable.name).push(stagedLine(anyTable(rejectsTable), row));
    this.#rejects++;
  }

  #linesOf(table: string): string[] {
    let lines = this.#lines.get(table);
    if (lines === undefined) this.#lines.set(table, (lines = []));
    return lines;
  }

  #endItem(): void {
    this.#items++;
    if (this.#chunkArticles >= chunkArticles) this.#endChunk();
  }

  #endChunk(): void {
    if (this.#lines.size === 0) return;
    const done = this.#journal.chunks.at(-1)?.items ?? 0;
    const chunk = { items: done + this.#items, articles: this.#chunkArticles, tokens: this.#tokens };
    this.#journal.add(chunk, this.#lines);
    this.#lines = new Map();
    this.#items = this.#chunkArticles = this.#tokens = 0;
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const charactersOf = (articles: readonly Article[]): number => sum(articles.map(({ text }) => text.length));

/** Size and time of change; zeros for standard input and for what cannot be looked at (reading it will say why). */
function statOf(path: string): { readonly bytes: number; readonly changed: number } {
  const stats = path === "-" ? undefined : statSync(path, { throwIfNoEntry: false });
  return { bytes: stats?.size ?? 0, changed: stats?.mtimeMs ?? 0 };
}

/** Standard input cannot be read twice, so a run on it is never taken up again. */
function inputsHash(files: readonly string[], sizes: readonly { bytes: number; changed: number }[]): string {
  const facts = files.map((file, index) => [file, file === "-" ? process.pid : sizes[index]]);
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

function diskProblem(error: unknown, output: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (!["ENOSPC", "EDQUOT", "EACCES", "EROFS", "EIO", "EFBIG"].includes(code ?? "")) return error;
  const problem: Problem = {
    code: code === "ENOSPC" || code === "EDQUOT" ? "run/disk-full" : "run/output-not-writable",
    severity: "rejected", retryable: true, at: { file: output },
    message: `Cannot write the dataset: ${message}`,
    hint: "Make room or mend the permissions, then run the same command again: it goes on from the last complete chunk.",
  }; // prettier-ignore
  return new DyadicError([problem]);
}
