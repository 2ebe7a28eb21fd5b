import { SeenIds } from "./seen-ids.ts";
import { findInputs } from "./inputs.ts";
import { formatOf } from "./format.ts";
import type { IngestItem } from "./item.ts";
import { ingestOptions, type IngestOptions } from "./options.ts";
import type { FileMeans } from "./read-file.ts";

export type { IngestItem, InputFile } from "./item.ts";
export type { ReadPage } from "./read-file.ts";
export { ingestOptions, type IngestOptions } from "./options.ts";
export { publishedResources } from "./published.ts";

/** How reading may be done otherwise than by default. */
export interface ReadingMeans extends FileMeans {
  /** Pages that are read at a time, for a `readPage` on other threads. */
  readonly pagesAhead?: number;
}

/**
 * Reads articles from files, folders, globs and `-` (standard input). Files come in the order of their paths by code
 * units, whatever the order of the inputs; records in the order of their lines. Never throws: what cannot be read
 * comes as a problem.
 */
export async function* readArticles(
  inputs: readonly string[],
  options: IngestOptions = ingestOptions.parse({}),
  means: ReadingMeans = {},
): AsyncGenerator<IngestItem> {
  // The parsers are loaded by those who read, not by all who know of reading.
  const { readFile } = await import("./read-file.ts");
  const { buildArticle } = await import("./article.ts");
  const seen = new SeenIds();
  const { files, problems } = findInputs(inputs);
  for (const problem of problems) yield { kind: "reject", problem };
  const open = (file: string) => readFile(file, options, means);
  const ahead = (file: string): number => {
    const format = options.format === "auto" ? formatOf(file) : options.format;
    return format === "html" ? (means.pagesAhead ?? 1) : 1;
  };
  for await (const [file, found] of inOrder(files, open, ahead))
    if (found.kind === "raw") yield* buildArticle(found.raw, file, options, seen);
    else yield found;
}

/** What each file gives, file after file; up to `ahead` files are begun before the first of them is done. */
async function* inOrder<T>(
  files: readonly string[],
  open: (file: string) => AsyncGenerator<T>,
  ahead: (file: string) => number,
): AsyncGenerator<readonly [string, T]> {
  const begun: { file: string; items: AsyncGenerator<T>; first: Promise<IteratorResult<T>> }[] = [];
  let next = 0;
  try {
    while (next < files.length || begun.length > 0) {
      while (next < files.length && begun.length < ahead(files[next]!)) {
        const file = files[next++]!;
        const items = open(file);
        const first = items.next();
        first.catch(() => undefined); // Awaited below, in order.
        begun.push({ file, items, first });
      }
      const { file, items, first } = begun[0]!;
      for (let item = await first; item.done !== true; item = await items.next()) yield [file, item.value];
      begun.shift();
    }
  } finally {
    for (const { items } of begun) await items.return(undefined);
  }
}
