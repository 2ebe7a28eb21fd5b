import type { Upos } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import type { LoadedResources } from "../../core/stage.ts";
import { sentenceSplitter, type Abbreviations, type SentenceSplitter } from "./sentences/index.ts";
import { tagger } from "./tagger/index.ts";
import type { readingResources } from "./weights.ts";
import { winkTokens } from "./wink.ts";

/** A word or punctuation mark. */
export interface TaggedToken extends Span {
  /** `text.slice(start, end)`. */
  readonly text: string;
  /** Universal Dependencies part of speech. */
  readonly upos: Upos;
  /** Penn Treebank tag. */
  readonly xpos: string;
  /** Dictionary form. */
  readonly lemma: string;
}

export interface TextSentence<Token extends TaggedToken = TaggedToken> extends Span {
  readonly tokens: readonly Token[];
}

/** Reads paragraphs: sentences with tagged tokens, whose offsets count from `offset`. */
export type SentenceReader = (text: string, offset: number) => TextSentence[];

/** A token with its surface. */
export interface SurfaceToken extends Span {
  /** `text.slice(start, end)`. */
  readonly text: string;
}

/** The tokens of each sentence of a paragraph; offsets count from `offset`. */
export function* tokenSentences(
  text: string,
  offset: number,
  splitter: SentenceSplitter,
  abbreviations: Abbreviations,
): Generator<SurfaceToken[]> {
  const spans = winkTokens(text);
  let first = 0;
  for (const last of splitter.ends(text, spans, abbreviations)) {
    yield spans
      .slice(first, last)
      .map(({ start, end }) => ({ start: offset + start, end: offset + end, text: text.slice(start, end) }));
    first = last;
  }
}

/** Makes a reader of the loaded models. One for all texts: it remembers words. */
export function sentenceReader(models: LoadedResources<typeof readingResources>): SentenceReader {
  const { tag } = tagger(models.tagger, models.clusters);
  const splitter = sentenceSplitter(models.sentences, models.clusters);
  return (text, offset) =>
    Array.from(tokenSentences(text, offset, splitter, models.abbreviations), (tokens) => {
      const tags = tag(tokens.map((token) => token.text));
      return {
        start: tokens[0]!.start,
        end: tokens.at(-1)!.end,
        tokens: tokens.map((token, index) => {
          const { upos, xpos } = tags[index]!;
          const { start, end, text: form } = token; // Spreading the token takes twice the time.
          return { start, end, text: form, upos, xpos, lemma: models.lemma(form, xpos) };
        }),
      };
    });
}
