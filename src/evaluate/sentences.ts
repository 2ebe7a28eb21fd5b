import type { Counts } from "../core/score.ts";
import type { Span } from "../core/span.ts";
import type { RawDocument } from "./raw-text.ts";

/** Marks sentences found in raw text: right when both ends agree. White space at the ends does not count. */
export function sentenceScores(
  documents: readonly RawDocument[],
  split: (text: string) => readonly Span[],
): Counts {
  let [correct, found, gold] = [0, 0, 0];
  for (const { text, sentences } of documents) {
    const known = new Set(sentences.map(({ start, end }) => `${String(start)}-${String(end)}`));
    const answer = split(text);
    gold += known.size;
    found += answer.length;
    for (const { start, end } of answer) if (known.has(`${String(start)}-${String(end)}`)) correct++;
  }
  return { correct, found, gold };
}
