/**
 * English as such, for use beyond the pipeline: `import { tag, parse, names } from "dyadic/language"`.
 *
 * Offsets count UTF-16 code units of the text given. The models are read from the package on the first call, once a
 * thread. Same text, same result; any text is accepted.
 */
import { loadResource } from "../../core/resource.ts";
import type { Span } from "../../core/span.ts";
import { sentenceReader, type SentenceReader, type TaggedToken, type TextSentence } from "./read.ts";
import { parserWeights, readingResources } from "./weights.ts";

export { names, type Name } from "./names/index.ts";
export type { TaggedToken, TextSentence } from "./read.ts";

/** A token with its place in the sentence's dependency tree. */
export interface ParsedToken extends TaggedToken {
  /** Index of the governing token in the sentence, from 0; -1 for the root. */
  readonly head: number;
  /** Universal Dependencies relation with subtype: `nsubj:pass`. */
  readonly relation: string;
}

/** Sentences, tokens and part-of-speech tags of an English text. An empty line ends a sentence. */
export function tag(text: string): TextSentence<TaggedToken>[] {
  return paragraphs(text).flatMap(({ start, end }) => reader()(text.slice(start, end), start));
}

let made: SentenceReader | undefined;
/** The reader of the shipped models, made once a thread. */
function reader(): SentenceReader {
  return (made ??= sentenceReader({
    sentences: loadResource(readingResources.sentences),
    abbreviations: loadResource(readingResources.abbreviations),
    tagger: loadResource(readingResources.tagger),
    lemma: loadResource(readingResources.lemma),
    clusters: loadResource(readingResources.clusters),
  }));
}

/** Like `tag`, with the dependency tree of each sentence. */
export function parse(text: string): TextSentence<ParsedToken>[] {
  const parser = loadResource(parserWeights);
  return tag(text).map(({ tokens, ...sentence }) => {
    const tree = parser.parse(
      tokens.map((token) => token.text),
      tokens,
    );
    return {
      ...sentence,
      tokens: tokens.map((token, index) => ({
        ...token,
        head: tree.heads[index]!,
        relation: tree.relations[index]!,
      })),
    };
  });
}

/** Parts of a text between empty lines. */
function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(/\n\s*\n/g)) {
    found.push({ start, end: index });
    start = index + gap.length;
  }
  found.push({ start, end: text.length });
  return found;
}
