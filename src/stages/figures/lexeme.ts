import type { Span } from "../../core/span.ts";
import { isDigit, numeralAt, type Numeral } from "./numeral.ts";

/*
 * Figures need finer pieces than words: "$3bn" is a mark, a number and a letter magnitude; "45km" a number and a unit.
 * The pieces of one stretch of prose, cut in one pass.
 */

/** `code`: letters and digits in one ("A380", "H1N1", "10.4.1"), which is never a quantity. */
export interface Lexeme extends Span {
  readonly kind: "number" | "word" | "code" | "mark" | "break";
  readonly text: string;
  /** Lower-case; every hyphen between letters is "-". */
  readonly word: string;
  /** Nothing between this and the piece before. */
  readonly glued: boolean;
  /** Of numbers. */
  readonly numeral?: Numeral;
}

const letters = /[\p{L}\p{M}]+/uy;
const initials = /\p{L}(?:\.\p{L}(?![\p{L}\p{M}]))+\.?/uy;
const lettersAndDigits = /[\p{L}\p{M}\d]+/uy;
const hyphens = "-‐‑–—−";

/** Cuts `text` from `start` to `end`. `isPrefix` tells letters that may stand before digits ("RM120", "USD50"). */
export function lexemes(
  text: string,
  { start, end }: Span,
  isPrefix: (letters: string) => boolean,
): Lexeme[] {
  const found: Lexeme[] = [];
  let previous = -1;
  const push = (kind: Lexeme["kind"], from: number, to: number, word: string, numeral?: Numeral): number => {
    const piece = { kind, start: from, end: to, text: text.slice(from, to), word, glued: previous === from };
    found.push(numeral === undefined ? piece : { ...piece, numeral });
    previous = to;
    return to;
  };
  for (let at = start; at < end;) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9 || code === 13 || code === 0xa0 || code === 0x202f || code === 0x2009) at++;
    else if (code === 10) {
      if (found.length > 0 && text.charCodeAt(at + 1) === 10) push("break", at, at + 1, "\n");
      at++;
    } else if (
      isDigit(code) ||
      (code === 46 && isDigit(text.charCodeAt(at + 1))) ||
      (code >= 0xbc && code <= 0x215e && isVulgar(code))
    )
      at = pushNumber(text, at, push);
    else {
      const short = match(initials, text, at);
      const word = short ?? match(letters, text, at);
      if (word === undefined) {
        const mark = text[at]!;
        const pair = code >= 0xd800 && code <= 0xdbff ? 2 : 1;
        const between = hyphens.includes(mark);
        at = push("mark", at, Math.min(at + pair, end), between ? "-" : text.slice(at, at + pair));
      } else if (
        short === undefined &&
        isDigit(text.charCodeAt(at + word.length)) &&
        !isPrefix(word) &&
        text[at - 1] !== "$"
      ) {
        const whole = match(lettersAndDigits, text, at)!;
        at = push("code", at, at + whole.length, whole.toLowerCase());
      } else at = push("word", at, at + word.length, word.toLowerCase());
    }
  }
  return found;
}

type Push = (kind: Lexeme["kind"], from: number, to: number, word: string, numeral?: Numeral) => number;

function pushNumber(text: string, at: number, push: Push): number {
  const numeral = numeralAt(text, at);
  if (numeral === undefined) return push("mark", at, at + 1, text[at]!);
  const { end, shape } = numeral;
  const surface = text.slice(at, end).toLowerCase();
  return shape === "version" ? push("code", at, end, surface) : push("number", at, end, surface, numeral);
}

function isVulgar(code: number): boolean {
  return (code >= 0xbc && code <= 0xbe) || (code >= 0x2153 && code <= 0x215e);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
