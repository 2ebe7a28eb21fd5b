import type { Readable } from "node:stream";
import { SeenIds } from "./seen-ids.ts";
import { findInputs } from "./inputs.ts";
import type { IngestItem } from "./item.ts";
import { ingestOptions, type IngestOptions } from "./options.ts";

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
  // The parsers and the language detector are loaded by those who read, not by all who know of reading.
  const { readFile } = await import("./read-file.ts");
  const seen = new SeenIds();
  const { files, problems } = findInputs(inputs);
  for (const problem of problems) yield { kind: "reject", problem };
  for (const file of files) yield* readFile(file, options, seen, stdin);
}
