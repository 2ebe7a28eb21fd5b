import model from "wink-eng-lite-web-model";
import winkNLP, { type ItemSentence } from "wink-nlp";
import type { Span } from "../../core/span.ts";

/** The only file that imports wink-nlp: its tokens as spans. Tags and sentences are ours. */
const wink = winkNLP(model, []);

/** wink's patterns take time that grows with the square of a run without spaces: longer ones are cut. */
const longestRun = 120;
/** Pieces of about this length are handed to wink, cut where a space is. */
const pieceLength = 4000;

/** Tokens of a text; offsets count from `offset`. White space lies between them and nothing else. Linear time. */
export function winkTokens(text: string, offset = 0): Span[] {
  const tokens: Span[] = [];
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start);
    readPiece(text.slice(start, end), offset + start, tokens);
    start = end;
  }
  return tokens;
}

function readPiece(piece: string, offset: number, tokens: Span[]): void {
  let position = 0;
  for (const surface of wink.readDoc(piece).tokens().out()) {
    const start = piece.indexOf(surface, position);
    if (start < 0) continue;
    position = start + surface.length;
    tokens.push({ start: offset + start, end: offset + position });
  }
}

/**
 * End of the piece that starts here: the last white space within reach, or the place where a run without spaces has
 * become too long.
 */
function pieceEnd(text: string, start: number): number {
  let run = 0;
  let lastSpace = -1;
  const limit = Math.min(text.length, start + pieceLength);
  for (let i = start; i < limit; i++) {
    if (isSpace(text.charCodeAt(i))) {
      lastSpace = i + 1;
      run = 0;
    } else if (++run > longestRun) {
      // The words before the run go first; then the run itself, never cut between the halves of a pair.
      if (lastSpace > start) return lastSpace;
      return isPair(text, i) ? i + 1 : i;
    }
  }
  return limit === text.length || lastSpace < 0 ? limit : lastSpace;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160;
}

function isPair(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800;
}

let splitter: typeof wink | undefined;

/** wink's own sentences as tokens with their surfaces; `read.ts` has better ones. Offsets count from `offset`. */
export function winkSentences(text: string, offset = 0): (Span & { readonly text: string })[][] {
  splitter ??= winkNLP(model, ["sbd"]);
  const sentences: (Span & { readonly text: string })[][] = [];
  let position = 0;
  splitter
    .readDoc(text)
    .sentences()
    .each((sentence: ItemSentence) => {
      const tokens: (Span & { readonly text: string })[] = [];
      for (const surface of sentence.tokens().out()) {
        const start = text.indexOf(surface, position);
        if (start < 0) continue;
        position = start + surface.length;
        tokens.push({ start: offset + start, end: offset + position, text: surface });
      }
      if (tokens.length > 0) sentences.push(tokens);
    });
  return sentences;
}
