import type { NumberReading, Scene } from "./draft.ts";
import { readingAt } from "./reading.ts";
import type { Currency } from "./vocabulary.ts";

/** A currency sign or name and the lexemes it takes. */
export interface CurrencyPlace {
  readonly currency: Currency;
  readonly first: number;
  readonly last: number;
}

const letterOrDigit = /[\p{L}\d]/u;

/** The sign or code that ends right before lexeme `at`: "$", "US $", "Rs.", "PKR". */
export function currencyBefore(scene: Scene, at: number): CurrencyPlace | undefined {
  const { text, lexemes, vocabulary } = scene;
  const lexeme = lexemes[at]!;
  let end = lexeme.start;
  if (at === 0) return undefined;
  while (end > 0 && lexeme.start - end < 2 && (text[end - 1] === " " || text[end - 1] === "\u00a0")) end--;
  const { signs, longestSign } = vocabulary.currencies;
  for (let length = Math.min(longestSign, end); length > 0; length--) {
    const from = end - length;
    const currency = signs.get(text.slice(from, end));
    if (currency === undefined || from < lexemes[0]!.start) continue;
    if (letterOrDigit.test(text[from]!) && from > 0 && letterOrDigit.test(text[from - 1]!)) continue;
    if (!isPrefix(currency, end === lexeme.start)) continue;
    let first = at - 1;
    while (first > 0 && lexemes[first]!.start > from) first--;
    return { currency, first, last: at };
  }
  return undefined;
}

function isPrefix({ style }: Currency, glued: boolean): boolean {
  if (style === "glued" || style === "code_word" || style === "hash") return glued;
  return style !== "subunit_symbol" && style !== "suffix";
}

/** The sign, code or name that follows the number: "10 €", "594187 million PKR", "9.9 billion yuan", "164p". */
export function currencyAfter(
  scene: Scene,
  number: NumberReading,
  prefixed: boolean,
): CurrencyPlace | undefined {
  return signAfter(scene, number.last, prefixed) ?? nameAfter(scene, number, prefixed);
}

function signAfter(
  { text, lexemes, vocabulary }: Scene,
  at: number,
  prefixed: boolean,
): CurrencyPlace | undefined {
  const lexeme = lexemes[at];
  if (lexeme === undefined || lexeme.kind === "number") return undefined;
  const gap = lexeme.start - lexemes[at - 1]!.end;
  if (gap > 1) return undefined;
  const { signs, longestSign } = vocabulary.currencies;
  for (let length = longestSign; length > 0; length--) {
    const end = lexeme.start + length;
    const currency = signs.get(text.slice(lexeme.start, end));
    if (currency === undefined || !isSuffix(currency, gap === 0, prefixed)) continue;
    const next = text[end] ?? "";
    if (letterOrDigit.test(text[end - 1]!) && letterOrDigit.test(next)) continue;
    // "10 $20": the sign belongs to the next number, unless it clings to this one.
    const afterSpace = next === " " ? (text[end + 1] ?? "") : next;
    if (gap > 0 && /\d/.test(afterSpace) && !/\p{L}/u.test(text[end - 1]!)) continue;
    if (gap > 0 && /\d/.test(next)) continue;
    let last = at + 1;
    while (last < lexemes.length && lexemes[last]!.start < end) last++;
    return { currency, first: at, last };
  }
  return undefined;
}

function isSuffix({ style }: Currency, glued: boolean, prefixed: boolean): boolean {
  if (style === "suffix") return prefixed;
  if (style === "glued" || style === "subunit_symbol") return glued && !prefixed;
  return style !== "hash";
}

function nameAfter(scene: Scene, number: NumberReading, prefixed: boolean): CurrencyPlace | undefined {
  const { lexemes, words, vocabulary } = scene;
  const linked = words[number.last] === "-" || (number.form === "vague" && words[number.last] === "of");
  const at = linked ? number.last + 1 : number.last;
  if (lexemes[at]?.kind !== "word") return undefined;
  for (let length = 4; length > 0; length--) {
    if (at + length > lexemes.length || lexemes[at + length - 1]!.kind !== "word") continue;
    const currency = vocabulary.currencies.names.get(words.slice(at, at + length).join(" "));
    if (currency === undefined || (currency.style === "name_large" && !prefixed && !isLarge(scene, number)))
      continue;
    return { currency, first: at, last: at + length };
  }
  return undefined;
}

/** A word such as "pound" or "won" is money when the number is large or somebody pays. */
function isLarge({ words, vocabulary }: Scene, { high, scaled, first }: NumberReading): boolean {
  if (scaled || high >= 1000) return true;
  for (let at = first - 1; at >= 0 && at >= first - 4; at--)
    if (vocabulary.categoryWords.verbs.get(words[at]!) === "cost") return true;
  return false;
}

/** "and 45 cents", "1 pence", "and fourteen", "50" after the main unit: the hundredths that are added. */
export function hundredths(
  scene: Scene,
  at: number,
  currency: Currency,
): { value: number; last: number } | undefined {
  const { lexemes, words, vocabulary } = scene;
  if (currency.style === "subunit" || currency.style === "subunit_symbol") return undefined;
  const and = words[at] === "and";
  const from = and ? at + 1 : at;
  const lexeme = lexemes[from];
  if (lexeme === undefined || (lexeme.kind !== "number" && lexeme.kind !== "word")) return undefined;
  if (lexeme.kind === "number" && lexeme.numeral!.shape !== "plain") return undefined;
  const reading = readingAt(scene, from, false);
  if (reading === undefined || reading.form === "ordinal" || reading.low !== reading.high) return undefined;
  if (!Number.isInteger(reading.low) || reading.low < 1 || reading.low > 99) return undefined;
  const next = lexemes[reading.last];
  const small =
    next === undefined
      ? undefined
      : (vocabulary.currencies.names.get(next.word) ?? vocabulary.currencies.signs.get(next.text));
  if (small?.style === "subunit" || (small?.style === "subunit_symbol" && next?.glued === true))
    return { value: reading.low / 100, last: reading.last + 1 };
  const named = currency.style !== "symbol" || and;
  const ends =
    next === undefined ||
    (next.kind === "mark" && next.text !== "%" && next.text !== "-") ||
    next.word === "and" ||
    next.word === "more";
  const bareCents =
    named && ends && (lexeme.kind === "word" ? and : lexeme.text.length === 2) && words[at - 1] !== "and";
  return bareCents ? { value: reading.low / 100, last: reading.last } : undefined;
}
