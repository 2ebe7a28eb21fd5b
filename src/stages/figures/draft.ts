import type { Token } from "../../core/layers.ts";
import { indexAfter } from "../../core/span.ts";
import type { Lexeme } from "./lexeme.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** One stretch of prose cut up, with the means to look things up: what every recogniser and refiner is handed. */
export interface Scene {
  readonly text: string;
  readonly lexemes: readonly Lexeme[];
  /** Lower-case forms of the lexemes, for the number reader. */
  readonly words: readonly string[];
  readonly vocabulary: Vocabulary;
  /** The article's tokens, for their tags. */
  readonly tokens: readonly Token[];
  /** Whether a quotation mark at this lexeme would close one that is open. */
  readonly quoteOpen: (index: number) => boolean;
}

/** A number as read, before it is known what it measures. `first`..`last` (exclusive) index the lexemes. */
export interface NumberReading {
  readonly first: number;
  readonly last: number;
  /** Equal for a point value. */
  readonly low: number;
  readonly high: number;
  readonly form: "digits" | "words" | "vague" | "fraction" | "ratio" | "ordinal";
  /** A scale word or letter belongs to it: "4.5 million", "$3bn". */
  readonly scaled: boolean;
  /** Factor of that scale, 1 for none. */
  readonly scale: number;
}

/** Tag of the token that holds a lexeme; undefined between tokens. */
export function tokenAt(scene: Scene, index: number): Token | undefined {
  const lexeme = scene.lexemes[index];
  if (lexeme === undefined) return undefined;
  const token = scene.tokens[indexAfter(scene.tokens, lexeme.start)];
  return token !== undefined && token.start < lexeme.end ? token : undefined;
}

export function isWord(lexeme: Lexeme | undefined): lexeme is Lexeme & { readonly kind: "word" } {
  return lexeme?.kind === "word";
}

export function isCapitalized(lexeme: Lexeme): boolean {
  return /^\p{Lu}/u.test(lexeme.text);
}

/** The lexeme after a model's name of letters, a hyphen and a number: "F-16". */
export function afterModel({ lexemes }: Scene, at: number): number | undefined {
  const [letters, hyphen, number] = lexemes.slice(at, at + 3);
  const isModel =
    letters !== undefined &&
    letters.text === letters.text.toUpperCase() &&
    hyphen?.word === "-" &&
    hyphen.glued &&
    number?.kind === "number" &&
    number.glued;
  return isModel ? at + 3 : undefined;
}
