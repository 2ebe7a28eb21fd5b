import { workerData } from "node:worker_threads";
import type { Article } from "../core/article.ts";
import type { Raw } from "../ingest/item.ts";
import { takeResources } from "../core/resource.ts";
import { analyzeArticle, type ArticleResult } from "./analyze.ts";
import { openPipeline } from "./pipeline-file.ts";
import type { WorkerData } from "./pool.ts";

/* Runs in a worker thread: compiles the same pipeline as the main thread, reads pages and analyzes batches of articles. The large models come from there. */

// tinypool puts its own data first and the pool's second.
const [, { source, resources }] = workerData as [unknown, WorkerData];
takeResources(resources);
const pipeline = await openPipeline(source);

// A plug-in that calls process.exit here would end the thread without an error, and the pool would wait for ever.
process.on("exit", () => {
  throw new Error("it called process.exit");
});

export default function analyzeBatch(articles: readonly Article[]): readonly ArticleResult[] {
  return articles.map((article) => analyzeArticle(pipeline, article));
}

/** The parsers of pages are loaded with the first one. */
export async function readPage(html: string): Promise<Raw> {
  const { readHtml } = await import("../ingest/html/index.ts");
  return readHtml(html);
}
