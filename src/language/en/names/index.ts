import type { Name } from "../../../core/layers.ts";
import { loadResource } from "../../../core/resource.ts";
import { tokenSentences } from "../read.ts";
import { sentenceSplitter, type SentenceSplitter } from "../sentences/index.ts";
import { readingResources } from "../weights.ts";
import { nameFinder, type NameFinder, type NameToken, type TokenRange } from "./finder.ts";
import { clusters, gazetteer, nameTypes, nameWeights } from "./resources.ts";

export type { Name } from "../../../core/layers.ts";

let finder: NameFinder | undefined;
let splitter: SentenceSplitter | undefined;

/**
 * The proper names in an English text, in order and without overlaps; `start` and `end` count UTF-16 code units and
 * `sentence` counts the sentences from 0. A line break ends a sentence. The text is read as one article: what a name
 * is in one place helps to tell what it is in another. The model is read from the package on the first call, once a
 * thread. Same text, same result; any text is accepted.
 */
export function names(text: string): Name[] {
  finder ??= nameFinder(
    {
      weights: loadResource(nameWeights),
      clusters: loadResource(clusters),
      gazetteer: loadResource(gazetteer),
    },
    loadResource(nameTypes),
  );
  splitter ??= sentenceSplitter(loadResource(readingResources.sentences), loadResource(clusters));
  const abbreviations = loadResource(readingResources.abbreviations);
  const tokens: NameToken[] = [];
  const sentences: TokenRange[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    for (const sentence of tokenSentences(line, offset, splitter, abbreviations)) {
      sentences.push({ firstToken: tokens.length, lastToken: tokens.length + sentence.length });
      tokens.push(...sentence);
    }
    offset += line.length + 1;
  }
  return finder(text, tokens, sentences);
}
