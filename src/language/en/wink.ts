import { createRequire } from "node:module";
import type { Model, WinkMethods } from "wink-nlp";
import type { Span } from "../../core/span.ts";

/* The only file that imports wink-nlp: its tokens as spans. Tags and sentences are ours. */

/** A reader takes over from the one before it after so many characters, so that what wink remembers stays small. */
const renewAfter = 20_000_000;

/** A reader that is made (60 ms, 16 MB) when it is first asked for: a thread that analyzes nothing never holds one. */
function reader(): (text: string) => ReturnType<WinkMethods["readDoc"]> {
  let wink: WinkMethods | undefined;
  let read = 0;
  return (text) => {
    read += text.length;
    if (wink === undefined || read > renewAfter) {
      wink = withoutMemory();
      read = text.length;
    }
    return wink.readDoc(text);
  };
}

/** What the model's files hold that we reach into. */
interface InnerModel extends Model {
  readonly core: () => { readonly features: { readonly lexeme: { hash: Record<string, number> } } };
  readonly featureFn: (...config: unknown[]) => { readonly pos: PartOfSpeech };
}
interface Lexicon {
  readonly lookup: (form: string) => number[] | null;
  readonly intrinsicSize: () => number;
}
type PartOfSpeech = (word: string, category: number, lexicon: Lexicon) => number;

/**
 * wink adds the words it meets to its lexicon, looks them up there and then splits them differently: once it has read
 * `"Kyiv's:`, a later "Kyiv's" stays in one piece. Here what it adds lies apart, where its look-up does not see it, so
 * that the tokens of a text depend on the text alone.
 */
function withoutMemory(): WinkMethods {
  const require = createRequire(import.meta.url);
  const winkNLP = require("wink-nlp") as (model: Model, pipe: string[]) => WinkMethods;
  const model = require("wink-eng-lite-web-model") as InnerModel;
  const core = model.core();
  const featureFn: InnerModel["featureFn"] = (...config) => {
    const features = model.featureFn(...config);
    const pos: PartOfSpeech = (word, category, lexicon) => {
      const lookup = (form: string): number[] => lexicon.lookup(form) ?? [lexicon.intrinsicSize()];
      return features.pos(word, category, { ...lexicon, lookup });
    };
    return { ...features, pos };
  };
  const wink = winkNLP({ ...model, featureFn, core: () => core } as Model, []);
  const { lexeme } = core.features;
  lexeme.hash = Object.create(lexeme.hash) as Record<string, number>;
  return wink;
}

const readTokens = reader();

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
  for (const surface of readTokens(piece).tokens().out()) {
    const start = piece.indexOf(surface, position);
    if (start < 0) continue;
    position = start + surface.length;
    if (surface.trim() === "") continue; // A line break is a token to wink.
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
