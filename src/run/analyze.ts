import { articleRow, articlesTable, type ArticleStatus } from "../aggregate/articles.ts";
import type { Article } from "../core/article.ts";
import type { AnyDocument } from "../core/document.ts";
import type { Pipeline } from "../core/pipeline.ts";
import { errorText, type Problem } from "../core/problem.ts";
import { anyTable, rowContext } from "../core/table.ts";
import { proseOf, sketch } from "../aggregate/duplicates/index.ts";
import { sketchesPart, sketchLine } from "./clusters.ts";
import { compareLines, stagedLine } from "./staged.ts";

/** What one article gave: plain data that crosses threads. */
export interface ArticleResult {
  readonly articleId: string;
  /** Staged lines by table, sorted. */
  readonly lines: Readonly<Record<string, readonly string[]>>;
  readonly problems: readonly Problem[];
  readonly tokens: number;
}

/** Analyzes an article and makes its rows. Never throws for a bad article. */
export function analyzeArticle(pipeline: Pipeline, article: Article): ArticleResult {
  const { document, problems } = pipeline.analyze(article);
  return resultOf(pipeline, document, problems);
}

/** The result of an article whose analysis failed as a whole: its row in `articles`, and why. */
export function failedArticle(pipeline: Pipeline, article: Article, problem: Problem): ArticleResult {
  return resultOf(pipeline, { article, layers: {} }, [problem], "rejected");
}

function resultOf(
  pipeline: Pipeline,
  document: AnyDocument,
  found: readonly Problem[],
  verdict?: ArticleStatus,
): ArticleResult {
  const context = rowContext(document);
  const lines: Record<string, readonly string[]> = {};
  const counts: Record<string, number> = {};
  const problems = [...found];
  for (const table of pipeline.tables) {
    try {
      const made = Array.from(table.rows?.(context) ?? [], (row) => stagedLine(table, row));
      lines[table.name] = made.sort(compareLines);
      counts[table.name] = made.length;
    } catch (error) {
      problems.push({
        code: "run/rows-failed", severity: "degraded", at: { articleId: document.article.id, file: document.article.sourceFile },
        message: `The rows of ${table.name} could not be made: ${errorText(error)}`,
        hint: "They are missing for this article. Please report the article as a fault.",
      }); // prettier-ignore
    }
  }
  lines[sketchesPart] = [sketchLine(document.article.id, sketch(proseOf(document)))];
  const status = verdict ?? (problems.some(({ severity }) => severity !== "warning") ? "partial" : "ok");
  const row = articleRow(document, counts, problems.length, status);
  lines[articlesTable.name] = [stagedLine(anyTable(articlesTable), row)];
  return {
    articleId: document.article.id,
    lines,
    problems,
    tokens: document.layers.tokens?.length ?? 0,
  };
}
