import { currencyAfter, currencyBefore, hundredths, type CurrencyPlace } from "./currency.ts";
import type { NumberReading, Scene } from "./draft.ts";
import { isTimeRate, rateAfter, unitAfter } from "./unit.ts";
import { readingAt, scaleWords } from "./reading.ts";
import type { Currency } from "./vocabulary.ts";

/** A number with its sign, currency and unit. `first`..`last` (exclusive) index the lexemes of all of it. */
export interface Quantity extends NumberReading {
  /** Where the number itself starts, after a currency and a sign. */
  readonly numberFirst: number;
  /** Lexeme after the number, before its unit. */
  readonly numberLast: number;
  readonly currency?: Currency;
  /** UCUM code or plain word; of money, the hundredth ("cent") it is counted in. */
  readonly unit?: string;
  readonly dimension?: string;
  /** What the unit or currency is divided by: "d" in barrels a day. */
  readonly per?: string;
  /** "+0.2%". */
  readonly plus?: boolean;
}

/** The quantity whose number starts at lexeme `at`. */
export function quantityAt(scene: Scene, at: number): Quantity | undefined {
  const sign = signBefore(scene, at);
  const before =
    currencyBefore(scene, sign?.outer ?? at) ?? (sign === undefined ? undefined : currencyBefore(scene, at));
  const found = readingAt(scene, at, before !== undefined);
  if (found === undefined) return before === undefined ? oldPlural(scene, at) : undefined;
  if (before?.currency.style === "hash" && !found.scaled) return bare(found, sign);
  const number = sign?.negative === true ? { ...found, low: -found.high, high: -found.low } : found;
  if (number.form === "ordinal") return before === undefined ? bare(number, undefined) : undefined;
  const first = Math.min(before?.first ?? at, sign?.first ?? at);
  const quantity: Quantity = { ...number, first, numberFirst: at, numberLast: number.last };
  const signed = sign?.plus === true ? { ...quantity, plus: true } : quantity;
  return money(scene, signed, before) ?? measured(scene, signed);
}

/** "a decades-old case": an age nobody counted, from one to ten of the unit. */
function oldPlural({ words, vocabulary }: Scene, at: number): Quantity | undefined {
  const old = words[at + 1] === "-" ? at + 2 : at + 1;
  if (words[old] !== "old" || !words[at]!.endsWith("s")) return undefined;
  const unit = vocabulary.units.words.get(words[at]!);
  if (unit?.dimension !== "time") return undefined;
  const range = { low: 1, high: 10, form: "vague", scaled: false, scale: 1 } as const;
  return {
    ...range,
    first: at,
    last: old + 1,
    numberFirst: at,
    numberLast: at,
    unit: unit.code,
    dimension: "age",
  };
}

function bare(reading: NumberReading, sign: Sign | undefined): Quantity {
  return {
    ...reading,
    first: sign?.first ?? reading.first,
    numberFirst: reading.first,
    numberLast: reading.last,
  };
}

interface Sign {
  /** Lexeme of the sign. */
  readonly first: number;
  /** The place before which a currency may stand. */
  readonly outer: number;
  readonly negative: boolean;
  readonly plus: boolean;
}

/** "-5", "minus 130", "negative ten", "+0.2%": a sign before the number, not a hyphen or a dash. */
function signBefore({ lexemes, words }: Scene, at: number): Sign | undefined {
  const before = lexemes[at - 1];
  if (before === undefined) return undefined;
  const word = words[at - 1]!;
  const far = lexemes[at - 2];
  if (word === "minus" || word === "negative")
    return { first: at - 1, outer: at - 1, negative: true, plus: false };
  if (word === "-" && lexemes[at]!.glued) {
    if (words[at - 2] === "minus") return { first: at - 2, outer: at - 2, negative: true, plus: false };
    if (far?.kind === "number") return undefined;
    const opens = !before.glued || far === undefined || "($£€<>=~*[".includes(far.text);
    return opens && before.text !== "—" && before.text !== "–"
      ? { first: at - 1, outer: at - 1, negative: true, plus: false }
      : undefined;
  }
  if (word === "-" && at === 1 && before.text === "-")
    return { first: 0, outer: 0, negative: true, plus: false };
  const plus = word === "+" && lexemes[at]!.glued && (!before.glued || far?.text === "(");
  return plus ? { first: at - 1, outer: at - 1, negative: false, plus: true } : undefined;
}

/** Joins the currency before and after the number; the more exact of the two is believed. */
function money(scene: Scene, quantity: Quantity, before: CurrencyPlace | undefined): Quantity | undefined {
  let { last } = quantity;
  const after = currencyAfter(scene, quantity, before !== undefined);
  const currency = better(before?.currency, after?.currency);
  if (currency === undefined) return undefined;
  last = after?.last ?? last;
  let { low, high, scaled } = quantity;
  if (after !== undefined && !scaled) {
    const { scale, end } = scaleWords(scene, last);
    if (scale > 1) [low, high, last, scaled] = [low * scale, high * scale, end, true];
  }
  const small = hundredths(scene, last, currency);
  if (small !== undefined && low === high)
    [low, high, last] = [low + small.value, high + small.value, small.last];
  const isSubunit = currency.style === "subunit" || currency.style === "subunit_symbol";
  const rate = rateAfter(scene, last);
  return {
    ...quantity, low, high, scaled, currency, last: rate?.last ?? last,
    ...(isSubunit ? { unit: currency.generic! } : {}),
    ...(rate === undefined ? {} : { per: rate.unit }),
  }; // prettier-ignore
}

function better(a: Currency | undefined, b: Currency | undefined): Currency | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.inferred && !b.inferred ? b : a;
}

function measured(scene: Scene, quantity: Quantity): Quantity {
  const found = unitAfter(scene, quantity);
  if (found === undefined) return quantity;
  const { unit, last } = found;
  const rate =
    unit.dimension === "percent" || unit.dimension === "points" ? undefined : rateAfter(scene, last);
  const isRate = rate !== undefined && (unit.dimension !== "time" || isTimeRate(unit.code, rate.unit));
  return {
    ...quantity, unit: unit.code, dimension: unit.dimension, last: isRate ? rate.last : last,
    ...(isRate ? { per: rate.unit } : {}),
  }; // prettier-ignore
}
