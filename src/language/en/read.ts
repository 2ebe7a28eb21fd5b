import type { Upos } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import type { LoadedResources } from "../../core/stage.ts";
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

/** Makes a reader of the loaded models. One for all texts: it remembers words. */
export function sentenceReader(models: LoadedResources<typeof readingResources>): SentenceReader {
  const { tag } = tagger(models.tagger, models.clusters);
  return (text, offset) => {
    const spans = winkTokens(text);
    let first = 0;
    return models.splitter.ends(text, spans, models.abbreviations).map((end) => {
      const sentence = spans.slice(first, end);
      first = end;
      const words = sentence.map((span) => text.slice(span.start, span.end));
      const tags = tag(words);
      return {
        start: offset + sentence[0]!.start,
        end: offset + sentence.at(-1)!.end,
        tokens: sentence.map((span, index) => ({
          start: offset + span.start,
          end: offset + span.end,
          text: words[index]!,
          upos: tags[index]!.upos,
          xpos: tags[index]!.xpos,
          lemma: models.lemma(words[index]!, tags[index]!.xpos),
        })),
      };
    });
  };
}
