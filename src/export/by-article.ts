import type { AnyRow } from "../core/table.ts";

/**
 * Takes the rows of one article after another, in the order of the ids: the rows must be sorted by keys that begin with
 * the article's id, so that only one article is in memory.
 */
export function byArticle(rows: AsyncIterable<AnyRow>): (articleId: string) => Promise<readonly AnyRow[]> {
  const source = rows[Symbol.asyncIterator]();
  let next: IteratorResult<AnyRow, unknown> | undefined;
  return async (articleId) => {
    const taken: AnyRow[] = [];
    next ??= await source.next();
    while (next.done !== true && String(next.value.article_id) <= articleId) {
      if (next.value.article_id === articleId) taken.push(next.value);
      next = await source.next();
    }
    return taken;
  };
}
