import type { Span } from "../core/span.ts";
import type { TreebankSentence } from "./conllu.ts";

/** A document of a treebank as it was before it was annotated. */
export interface RawDocument {
  readonly text: string;
  /** Its sentences, by hand. */
  readonly sentences: readonly Span[];
}

/**
 * The raw text of a treebank by document (`# newdoc`): words with a space between them unless the file says
 * `SpaceAfter=No`; paragraphs (`# newpar`) after an empty line, or, when `keepsParagraph` says no, after a mere space
 * as in a text that has lost its breaks.
 */
export function rawDocuments(
  sentences: readonly TreebankSentence[],
  keepsParagraph: () => boolean = () => true,
): RawDocument[] {
  const documents: { text: string; sentences: Span[] }[] = [];
  for (const { comments, words } of sentences) {
    const marked = (mark: string): boolean => comments.some((line) => line.startsWith(`# ${mark}`));
    if (documents.length === 0 || marked("newdoc")) documents.push({ text: "", sentences: [] });
    const document = documents.at(-1)!;
    if (document.text !== "" && marked("newpar"))
      document.text = document.text.trimEnd() + (keepsParagraph() ? "\n\n" : " ");
    const start = document.text.length;
    document.text += words.map(({ form, spaceAfter }) => form + (spaceAfter ? " " : "")).join("");
    document.sentences.push({ start, end: document.text.trimEnd().length });
  }
  return documents;
}
