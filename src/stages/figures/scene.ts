import type { Sentence, Token } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import type { Scene } from "./draft.ts";
import { lexemes, type Lexeme } from "./lexeme.ts";
import type { Vocabulary } from "./vocabulary.ts";

interface Prose {
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
}

/**
 * The stretches of prose in which figures are looked for: neighboring sentences of a paragraph together, so that an
 * abbreviation taken for the end of a sentence ("Rs. 594187 million") does not part a figure.
 */
export function* scenes(text: string, prose: Prose, vocabulary: Vocabulary): Iterable<Scene> {
  const { letters } = vocabulary.currencies;
  for (const span of stretches(text, prose.sentences)) {
    const pieces = lexemes(text, span, (word) => letters.has(word));
    yield {
      text,
      lexemes: pieces,
      words: pieces.map(({ word }) => word),
      vocabulary,
      tokens: prose.tokens,
      quoteOpen: quotesOf(pieces),
    };
  }
}

function* stretches(text: string, sentences: readonly Sentence[]): Iterable<Span> {
  let open: { start: number; end: number; paragraph: number } | undefined;
  for (const { start, end, paragraph } of sentences) {
    const joins = open?.paragraph === paragraph && text.slice(open.end, start).trim() === "";
    if (open !== undefined && joins) open.end = end;
    else {
      if (open !== undefined) yield open;
      open = { start, end, paragraph };
    }
  }
  if (open !== undefined) yield open;
}

/** Whether the quotation mark at an index closes one; counted once, when first asked. */
function quotesOf(pieces: readonly Lexeme[]): (index: number) => boolean {
  let open: Set<number> | undefined;
  return (index) => {
    if (open === undefined) {
      open = new Set();
      let inside = false;
      pieces.forEach(({ text, glued }, at) => {
        const isInch = glued && !inside && pieces[at - 1]?.kind === "number";
        if (text === "“") inside = true;
        else if (isInch) return;
        else if (text === '"' || text === "”") {
          if (inside) open!.add(at);
          inside = text === '"' ? !inside : false;
        }
      });
    }
    return open.has(index);
  };
}
