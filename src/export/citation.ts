import { stringify } from "yaml";
import type { ExportOptions } from "./options.ts";

/** What the citation tells of a run: the part of its manifest that a reader of a paper needs. */
export interface CitedRun {
  readonly name: string;
  readonly run_id: string;
  readonly articles: number;
  readonly tool: { readonly version: string };
}

/**
 * CITATION.cff (Citation File Format 1.2.0) of a dataset. It holds no date of release: the files of equal runs are
 * equal; add `date-released` and `doi` when you publish.
 */
export function citation({ name, run_id, articles, tool }: CitedRun, { authors, license }: ExportOptions): string {
  return stringify({
    "cff-version": "1.2.0",
    message: "If you use this dataset, please cite it, and the software that made it, as below.",
    type: "dataset",
    title: name,
    abstract: `Research dataset made from ${String(articles)} news articles with Dyadic ${tool.version}.`,
    authors: authors.length === 0 ? [{ name: "anonymous" }] : authors.map(author),
    version: run_id,
    ...(license === undefined ? {} : { license }),
    references: [
      { type: "software", title: "Dyadic", version: tool.version, authors: [{ name: "The Dyadic authors" }] },
    ],
  });
} // prettier-ignore

/** `Family name, Given name` is a person, anything else an institution. */
function author(text: string): Record<string, string> {
  const [family = "", given] = text.split(/,\s*/, 2);
  return given === undefined ? { name: text } : { "family-names": family, "given-names": given };
}
