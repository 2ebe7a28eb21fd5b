import { z } from "zod";
import { csvResource } from "../../core/resource.ts";

/*
 * Numbers in words and digits as English news writes them. All functions look at a list of lower-case tokens, a hyphen
 * being a token of its own ("twenty", "-", "two"), and never past the number.
 */

export const numberWordKinds = [
  "unit", "tens", "hundred", "scale", "dozen", "ordinal", "ordinal_tens", "ordinal_scale", "fraction", "article",
] as const; // prettier-ignore

export interface NumberWord {
  readonly kind: (typeof numberWordKinds)[number];
  readonly value: number;
}

export type NumberWords = ReadonlyMap<string, NumberWord>;

export const numberWords = csvResource({
  name: "en/number-words",
  summary: "Words for numbers: units, tens, scales, ordinals, fractions.",
  file: "en/number-words.csv",
  row: z.object({
    word: z.string().min(1),
    kind: z.enum(numberWordKinds),
    value: z.coerce.number().nonnegative(),
    source: z.string().min(1),
  }),
  build: (rows): NumberWords =>
    new Map(rows.map(({ word, kind, value }) => [word, Object.freeze({ kind, value })])),
});

export interface NumberReading {
  readonly value: number;
  /** Index of the token after the number. */
  readonly end: number;
  /** "third", "21st". */
  readonly ordinal: boolean;
  /** Written in digits, at least in part. */
  readonly digits: boolean;
}

const digitsPattern = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const ordinalDigitsPattern = /^(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)$/;
const fractionPattern = /^(\d{1,3})\/(\d{1,3})$/;

/** Value of "2,000", "3.5" or ".5"; undefined for anything else. */
export function digitsValue(token: string): number | undefined {
  const first = token.charCodeAt(0);
  if (first === 46) return /^\.\d+$/.test(token) ? Number(token) : undefined;
  if (!(first >= 48 && first <= 57)) return undefined;
  return digitsPattern.test(token) ? Number(token.replaceAll(",", "")) : undefined;
}

/** The longest number that starts at token `at`: "38", "2 1/2", "4.5 million", "two and a half", "twenty-first". */
export function numberAt(
  words: readonly string[],
  at: number,
  lexicon: NumberWords,
): NumberReading | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const first = word.charCodeAt(0);
  return (first >= 48 && first <= 57) || first === 46
    ? inDigits(words, at, lexicon)
    : inWords(words, at, lexicon);
}

function inDigits(words: readonly string[], at: number, lexicon: NumberWords): NumberReading | undefined {
  const ordinal = ordinalDigitsPattern.exec(words[at]!);
  if (ordinal !== null)
    return { value: Number(ordinal[1]!.replaceAll(",", "")), end: at + 1, ordinal: true, digits: true };
  const whole = digitsValue(words[at]!);
  let value = whole ?? simpleFraction(words[at]!);
  if (value === undefined) return undefined;
  let end = at + 1;
  const mixed = whole === undefined ? undefined : simpleFraction(words[end]);
  if (mixed !== undefined && mixed < 1 && Number.isInteger(value)) {
    value += mixed;
    end++;
  }
  const half = andAHalf(words, end, lexicon);
  if (half !== undefined) {
    value += half.value;
    end = half.end;
  }
  const scaled = scales(words, end, lexicon);
  return {
    value: scaled.factor === 1 ? value : round(value * scaled.factor),
    end: scaled.end,
    ordinal: false,
    digits: true,
  };
}

function simpleFraction(token: string | undefined): number | undefined {
  const parts = token?.includes("/") === true ? fractionPattern.exec(token) : null;
  if (parts === null || Number(parts[2]) === 0) return undefined;
  return Number(parts[1]) / Number(parts[2]);
}

/** "million", "hundred thousand", "dozen" after a number. */
function scales(words: readonly string[], at: number, lexicon: NumberWords): { factor: number; end: number } {
  let factor = 1;
  let end = at;
  for (;;) {
    const next = words[end] === "-" ? end + 1 : end;
    const kind = lexicon.get(words[next] ?? "")?.kind;
    if (kind !== "scale" && kind !== "hundred" && kind !== "dozen") return { factor, end };
    factor *= lexicon.get(words[next]!)!.value;
    end = next + 1;
  }
}

/** "and a half", "and three quarters", with or without hyphens, as the 0.5 or 0.75 it adds. */
function andAHalf(
  words: readonly string[],
  at: number,
  lexicon: NumberWords,
): { value: number; end: number } | undefined {
  let i = words[at] === "-" ? at + 1 : at;
  if (words[i] !== "and") return undefined;
  i++;
  if (words[i] === "-") i++;
  const count = lexicon.get(words[i] ?? "");
  if (count === undefined || (count.kind !== "article" && count.kind !== "unit")) {
    return count?.kind === "fraction" ? { value: count.value, end: i + 1 } : undefined;
  }
  i++;
  if (words[i] === "-") i++;
  const name = words[i] ?? "";
  const part = lexicon.get(name) ?? lexicon.get(name.endsWith("s") ? name.slice(0, -1) : name);
  return part?.kind === "fraction" ? { value: count.value * part.value, end: i + 1 } : undefined;
}

function inWords(words: readonly string[], at: number, lexicon: NumberWords): NumberReading | undefined {
  const head = lexicon.get(words[at]!);
  if (head === undefined) return undefined;
  if (head.kind === "fraction") return halfOf(words, at, lexicon);
  if (head.kind === "article" && !isMultiple(lexicon.get(words[at + 1] ?? ""))) return undefined;
  let total = 0;
  let group = 0;
  let lastScale = Infinity;
  let end = at;
  let joined = false; // the hyphen or "and" just passed
  for (let i = at; i < words.length;) {
    const word = words[i]!;
    if ((word === "-" || word === "and") && i > at && !joined) {
      const next = lexicon.get(words[i + 1] ?? "");
      const afterHundred = group >= 100 || (group === 0 && total > 0);
      if (next === undefined || (word === "and" && !(afterHundred && isSmall(next)))) break;
      joined = true;
      i++;
      continue;
    }
    const entry = lexicon.get(word);
    if (entry === undefined) break;
    const { kind, value } = entry;
    if (kind === "article") {
      if (i !== at) break;
      group = 1;
    } else if (kind === "unit" || kind === "ordinal") {
      const room =
        value < 10 ? group % 10 === 0 && (group % 100 === 0 || group % 100 >= 20) : group % 100 === 0;
      if (!room || (i !== at && (value === 0 || (head.kind === "unit" && head.value === 0)))) break;
      if (kind === "ordinal")
        return { value: total + group + value, end: i + 1, ordinal: true, digits: false };
      group += value;
    } else if (kind === "tens" || kind === "ordinal_tens") {
      if (group % 100 !== 0) break;
      if (kind === "ordinal_tens")
        return { value: total + group + value, end: i + 1, ordinal: true, digits: false };
      group += value;
    } else if (kind === "hundred") {
      if (group >= 100) break;
      group = Math.max(group, 1) * value;
    } else if (kind === "scale") {
      if (value >= lastScale && total > 0) break;
      total += Math.max(group, total === 0 ? 1 : 0) * value;
      group = 0;
      lastScale = value;
    } else if (kind === "dozen") {
      if (total > 0) break;
      total = Math.max(group, 1) * value;
      group = 0;
      end = i + 1;
      break;
    } else if (kind === "ordinal_scale") {
      return { value: total + Math.max(group, 1) * value, end: i + 1, ordinal: true, digits: false };
    } else break;
    joined = false;
    i++;
    end = i;
  }
  if (end === at || (head.kind === "article" && end === at + 1)) return undefined;
  const half = andAHalf(words, end, lexicon);
  if (half === undefined) return { value: total + group, end, ordinal: false, digits: false };
  const scaled = scales(words, half.end, lexicon);
  // "two and a half million", but "one billion and a half million".
  const whole = total > scaled.factor ? total + group : (total + group) * scaled.factor;
  return {
    value: whole + half.value * scaled.factor,
    end: scaled.end,
    ordinal: false,
    digits: false,
  };
}

/** "half", "half a million", "a quarter" is no number here: fractions of something else are the reader's business. */
function halfOf(words: readonly string[], at: number, lexicon: NumberWords): NumberReading {
  const part = lexicon.get(words[at]!)!.value;
  const article = lexicon.get(words[at + 1] ?? "")?.kind === "article" ? at + 2 : at + 1;
  const scaled = scales(words, article, lexicon);
  if (scaled.end === article) return { value: part, end: at + 1, ordinal: false, digits: false };
  return { value: part * scaled.factor, end: scaled.end, ordinal: false, digits: false };
}

/** A year read aloud: "nineteen ninety-six", "twenty twenty-four", "nineteen hundred", "two thousand five". */
export function spokenYearAt(
  words: readonly string[],
  at: number,
  lexicon: NumberWords,
): { readonly value: number; readonly end: number } | undefined {
  const head = lexicon.get(words[at] ?? "");
  if (head === undefined) return undefined;
  const isCentury = (head.kind === "unit" && head.value >= 11) || (head.kind === "tens" && head.value === 20);
  if (isCentury) {
    const from = words[at + 1] === "-" ? at + 2 : at + 1;
    if (words[from] === "hundred" && head.value < 20) return { value: head.value * 100, end: from + 1 };
    const rest = numberAt(words, from, lexicon);
    const kind = lexicon.get(words[from] ?? "")?.kind;
    if (rest === undefined || rest.ordinal || rest.digits || rest.value < 10 || rest.value > 99)
      return undefined;
    if (kind !== "tens" && kind !== "unit") return undefined;
    return { value: head.value * 100 + rest.value, end: rest.end };
  }
  if (words[at] !== "two" || words[at + 1] !== "thousand") return undefined;
  const reading = numberAt(words, at, lexicon);
  if (reading === undefined || reading.ordinal || reading.value < 2000 || reading.value > 2099)
    return undefined;
  return { value: reading.value, end: reading.end };
}

function isMultiple(entry: NumberWord | undefined): boolean {
  return (
    entry?.kind === "hundred" ||
    entry?.kind === "scale" ||
    entry?.kind === "dozen" ||
    entry?.kind === "ordinal_scale"
  );
}

function isSmall({ kind }: NumberWord): boolean {
  return kind === "unit" || kind === "tens" || kind === "ordinal" || kind === "ordinal_tens";
}

/** Takes the noise of binary fractions off a product: 4.1 million is 4100000. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}
