import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Article } from "../../src/core/article.ts";
import type { Problem } from "../../src/core/problem.ts";
import { ingestOptions, readArticles, type InputFile } from "../../src/ingest/index.ts";

/** A folder with the given files, gone after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "dyadic-ingest-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

export interface Read {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  readonly files: readonly InputFile[];
}

export async function readAll(
  inputs: readonly string[],
  options: Parameters<typeof ingestOptions.parse>[0] = {},
): Promise<Read> {
  const articles: Article[] = [];
  const problems: Problem[] = [];
  const files: InputFile[] = [];
  for await (const item of readArticles(inputs, ingestOptions.parse(options)))
    if (item.kind === "article") articles.push(item.article);
    else if (item.kind === "reject") problems.push(item.problem);
    else files.push(item.file);
  return { articles, problems, files };
}

/** Reads one file of the given name and content. */
export async function readOne(
  name: string,
  content: string | Uint8Array,
  options: Parameters<typeof ingestOptions.parse>[0] = {},
): Promise<Read> {
  return readAll([join(folderOf({ [name]: content }), name)], options);
}

export const codes = ({ problems }: Read): readonly string[] => problems.map((problem) => problem.code);
