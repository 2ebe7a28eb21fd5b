import type { Token } from "../../core/layers.ts";
import { indexAfter, type Span } from "../../core/span.ts";

/* What stands between quotation marks may be a term or a title, which nobody speaks. */

export function wordsIn(tokens: readonly Token[], { start, end }: Span): readonly Token[] {
  const first = indexAfter(tokens, start);
  let last = first;
  while (last < tokens.length && tokens[last]!.start < end) last++;
  return tokens.slice(first, last).filter(({ upos }) => upos !== "PUNCT");
}

export const holdsVerb = (tokens: readonly Token[], span: Span): boolean =>
  wordsIn(tokens, span).some(({ upos }) => upos === "VERB" || upos === "AUX");

/** "The Long Road Home": several words, all long ones with a capital. */
export function isTitle(tokens: readonly Token[], span: Span): boolean {
  const long = wordsIn(tokens, span).filter(({ text }) => text.length > 3);
  return long.length > 1 && long.every(({ text }) => /^\p{Lu}/u.test(text));
}

/** Whether a token is a quotation mark. */
export const isMark = (text: string): boolean => /^["“”„«»‘]+$/.test(text);
