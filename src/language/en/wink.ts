import model from "wink-eng-lite-web-model";
import winkNLP, { type ItemSentence, type ItemToken, type ItsFunction } from "wink-nlp";
import type { Upos } from "../../core/layers.ts";

/** The only file that imports wink-nlp: tokens, sentence ends and part-of-speech tags as plain data. */
export interface WinkToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly upos: Upos;
  readonly lemma: string;
}

const wink = winkNLP(model, ["sbd", "pos"]);
const { its } = wink;

/** Tokens of a piece of text by sentence; offsets count from `offset`. */
export function winkSentences(text: string, offset = 0): WinkToken[][] {
  const doc = wink.readDoc(text);
  const sentences: WinkToken[][] = [];
  let position = 0;
  doc.sentences().each((sentence: ItemSentence) => {
    const tokens: WinkToken[] = [];
    sentence.tokens().each((token: ItemToken) => {
      const surface = token.out();
      const start = text.indexOf(surface, position);
      if (start < 0) return;
      position = start + surface.length;
      tokens.push({
        start: offset + start,
        end: offset + position,
        text: surface,
        upos: token.out(its.pos) as Upos,
        lemma: token.out(its.lemma as ItsFunction<string | undefined>) ?? surface.toLowerCase(),
      });
    });
    if (tokens.length > 0) sentences.push(tokens);
  });
  return sentences;
}
