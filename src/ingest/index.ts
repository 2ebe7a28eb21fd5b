import type { Readable } from "node:stream";
import { SeenIds } from "./article.ts";
import { findInputs } from "./inputs.ts";
import type { IngestItem } from "./item.ts";
import { ingestOptions, type IngestOptions } from "./options.ts";
import { readFile } from "./read-file.ts";

export { extractHtml } from "./html/index.ts";
export type { IngestItem, InputFile } from "./item.ts";
export { ingestOptions, type IngestOptions } from "./options.ts";
export { publishedResources } from "./published.ts";

/**
 * Reads articles from files, folders, globs and `-` (standard input). Files come in the order of their paths by code
 * units, whatever the order of the inputs; records in the order of their lines. Never throws: what cannot be read
 * comes as a problem.
 */
export async function* readArticles(
  inputs: readonly string[],
  options: IngestOptions = ingestOptions.parse({}),
  stdin?: Readable,
): AsyncGenerator<IngestItem> {
  const seen = new SeenIds();
  const { files, problems } = findInputs(inputs);
  for (const problem of problems) yield { kind: "reject", problem };
  for (const file of files) yield* readFile(file, options, seen, stdin);
}
