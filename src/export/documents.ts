import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Dataset } from "../core/dataset.ts";
import type { AnyTable, Columns } from "../core/table.ts";
import { byArticle } from "./by-article.ts";
import { exportColumns } from "./columns.ts";
import { jsonRow } from "./jsonl.ts";
import type { ExportOptions } from "./options.ts";

/** Folder of the nested files, and what the format is called. */
export const documentsFolder = "documents";

/**
 * One JSON file an article, its rows of every table inside. All tables are walked side by side in the order of
 * their keys, which begin with the article's id, so only one article is in memory.
 */
export async function writeDocuments(
  dataset: Dataset,
  folder: string,
  options: ExportOptions,
): Promise<void> {
  await mkdir(join(folder, documentsFolder), { recursive: true });
  const parts = dataset.tables.filter(isPart).map((table) => ({
    name: table.name,
    columns: exportColumns(table, options),
    take: byArticle(dataset.rows(table.name)),
  }));
  const articles = dataset.tables.find(({ name }) => name === "articles");
  if (articles === undefined) return;
  const columns = exportColumns(articles, options);
  for await (const article of dataset.rows("articles")) {
    const id = String(article.article_id);
    const nested: Record<string, unknown> = { article: jsonRow(columns, article) };
    for (const part of parts)
      nested[part.name] = (await part.take(id)).map((row) => jsonRow(withoutArticle(part.columns), row));
    await writeFile(join(folder, documentsFolder, `${id}.json`), `${JSON.stringify(nested, undefined, 1)}\n`);
  }
}

/** Tables whose key begins with the article's id. */
const isPart = ({ name, columns }: AnyTable): boolean =>
  name !== "articles" && name !== "rejects" && columns.article_id?.optional === false;

function withoutArticle(columns: Columns): Columns {
  return Object.fromEntries(
    Object.entries(columns).filter(([name]) => name !== "article_id" && name !== "run_id"),
  );
}
