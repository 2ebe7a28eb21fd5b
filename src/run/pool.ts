import { errorText } from "../core/problem.ts";
import { Tinypool } from "tinypool";
import type { Article } from "../core/article.ts";
import type { ReadPage } from "../ingest/index.ts";
import { reject, type Raw } from "../ingest/item.ts";
import type { Pipeline } from "../core/pipeline.ts";
import { shareResources, type SharedResources } from "../core/resource.ts";
import { analyzeArticle, failedArticle, type ArticleResult } from "./analyze.ts";
import type { PipelineSource } from "./pipeline-file.ts";

/** Analyzes batches of articles, on this thread or on others. */
export interface Pool {
  readonly threads: number;
  /** Reads a page on another thread, where there are any: it costs as much as to analyze its article. */
  readonly readPage?: ReadPage;
  analyze(batch: readonly Article[]): Promise<readonly ArticleResult[]>;
  close(): Promise<void>;
}

/** One thread works in this one; more get workers of their own. The rows are the same. */
export function openPool(pipeline: Pipeline, source: PipelineSource, threads: number): Pool {
  return threads <= 1 ? ownThread(pipeline) : workerThreads(pipeline, source, threads);
}

function ownThread(pipeline: Pipeline): Pool {
  return {
    threads: 1,
    async analyze(batch) {
      const results: ArticleResult[] = [];
      for (const article of batch) {
        results.push(analyzeArticle(pipeline, article));
        await new Promise(setImmediate); // Lets Ctrl-C and the progress bar in.
      }
      return results;
    },
    close: () => Promise.resolve(),
  };
}

/** What a worker thread starts with. */
export interface WorkerData {
  readonly source: PipelineSource;
  /** The models, once for all threads. */
  readonly resources: SharedResources;
}

function workerThreads(pipeline: Pipeline, source: PipelineSource, threads: number): Pool {
  const workerData: WorkerData = {
    source,
    resources: shareResources(pipeline.resources, pipeline.config.resources),
  };
  const pool = new Tinypool({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    workerData,
    isolateWorkers: false,
    // Most of what an article needs is short-lived, and V8 lets garbage pile up in proportion to what a heap may hold: a
    // small nursery and a bounded heap keep memory flat: with four times the bound, which an article of 4 MB needs, two
    // threads took 676 MB for 600 articles instead of 470. An article of 3 MB fits.
    resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 512 },
  });
  let open = true;
  const run = (batch: readonly Article[]) => pool.run(batch) as Promise<readonly ArticleResult[]>;
  return {
    threads,
    async analyze(batch) {
      try {
        return await run(batch);
      } catch {
        // A worker died: of memory, most likely. One article at a time tells which one it was.
        const results: ArticleResult[] = [];
        for (const article of batch)
          results.push(
            ...(await run([article]).catch((error: unknown) => [workerFailed(pipeline, article, error)])),
          );
        return results;
      }
    },
    readPage: (html) =>
      (pool.run(html, { name: "readPage" }) as Promise<Raw>).catch((error: unknown) =>
        reject("page-failed", `The thread that read the page ended: ${errorText(error)}`, {
          hint: memoryHint,
        }),
      ),
    async close() {
      if (open) await pool.destroy();
      open = false;
    },
  };
}

const memoryHint =
  "A thread holds 512 MB: give huge articles --threads 1, or pass over them with a lower maxBytes of ingest.";

function workerFailed(pipeline: Pipeline, article: Article, error: unknown): ArticleResult {
  return failedArticle(pipeline, article, {
    code: "run/worker-failed", severity: "rejected", at: { articleId: article.id, file: article.sourceFile },
    message: `The thread that analyzed the article ended: ${errorText(error)}`,
    hint: memoryHint,
  }); // prettier-ignore
}
