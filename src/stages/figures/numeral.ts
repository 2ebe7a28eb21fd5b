/** A number in digits as it stands in the text: where it ends and what it is worth. */
export interface Numeral {
  /** Offset after the literal. */
  readonly end: number;
  readonly value: number;
  /** `plain` digits may be a year or a reference; marks, decimals and exponents show a quantity. */
  readonly shape: "plain" | "marked" | "fraction" | "ordinal" | "version";
}

/** More digits than this are a code, not a quantity; it also bounds every scan below. */
const longest = 21;
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const vulgar: ReadonlyMap<string, number> = new Map([
  ["½", 1 / 2], ["⅓", 1 / 3], ["⅔", 2 / 3], ["¼", 1 / 4], ["¾", 3 / 4], ["⅕", 1 / 5], ["⅖", 2 / 5], ["⅗", 3 / 5],
  ["⅘", 4 / 5], ["⅙", 1 / 6], ["⅚", 5 / 6], ["⅛", 1 / 8], ["⅜", 3 / 8], ["⅝", 5 / 8], ["⅞", 7 / 8],
]); // prettier-ignore

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Reads the literal at `start`: 38, 4,500,000, 4 500 000, 12,34,567.89, 2.5, .5, 1/2, 2½, 5e-3, 1.2×10−5, 21st, 1.1.1. */
export function numeralAt(text: string, start: number): Numeral | undefined {
  const sole = vulgar.get(text[start] ?? "");
  if (sole !== undefined) return { end: start + 1, value: sole, shape: "fraction" };
  const whole = digitsEnd(text, start);
  let end = groupsEnd(text, start, whole);
  let shape: Numeral["shape"] = end > whole ? "marked" : "plain";
  let digits = text.slice(start, end).replace(/\D/g, "");
  if (text[end] === "." && isDigit(text.charCodeAt(end + 1))) {
    const after = digitsEnd(text, end + 1);
    if (text[after] === "." && isDigit(text.charCodeAt(after + 1)) && end > start)
      return { end: versionEnd(text, after), value: 0, shape: "version" };
    digits += text.slice(end, after);
    [end, shape] = [after, "marked"];
  } else if (end === whole && text[end] === "," && isDecimalComma(text, end)) {
    digits += `.${text.slice(end + 1, end + 3)}`;
    [end, shape] = [end + 3, "marked"];
  }
  if (end === start) return undefined;
  if (digits.length > longest) return { end, value: 0, shape: "version" };
  if (shape === "plain") {
    const special = ordinalEnd(text, end, digits) ?? slashFraction(text, end, Number(digits));
    if (special !== undefined) return special;
  }
  const part = vulgar.get(text[end] ?? "");
  if (part !== undefined) return { end: end + 1, value: Number(digits) + part, shape: "marked" };
  const power = exponentAt(text, end);
  if (power === undefined) return { end, value: Number(digits), shape };
  const value =
    power.base === 10 ? Number(`${digits}e${power.exponent}`) : Number(digits) * power.base ** power.exponent;
  return Number.isFinite(value)
    ? { end: power.end, value, shape: "marked" }
    : { end, value: Number(digits), shape };
}

function digitsEnd(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

function versionEnd(text: string, start: number): number {
  let end = start;
  while (text[end] === "." && isDigit(text.charCodeAt(end + 1))) end = digitsEnd(text, end + 1);
  return end;
}

/**
 * The end of the groups after the first digits: by threes (4,500,000; spaces too), or Indian (12,34,567). The first
 * digits alone when what follows is a list ("1, 234") or no grouping.
 */
function groupsEnd(text: string, start: number, whole: number): number {
  if (whole === start || whole - start > 3) return whole;
  const mark = text[whole] ?? "";
  if (mark !== "," && mark !== " " && mark !== "\u00a0" && mark !== "\u202f" && mark !== "\u2009")
    return whole;
  const lengths: number[] = [];
  let end = whole;
  while (text[end] === mark && lengths.length < 7) {
    const after = digitsEnd(text, end + 1);
    const length = after - end - 1;
    if (length !== 3 && length !== 2) break;
    lengths.push(length);
    end = after;
  }
  const last = lengths.at(-1);
  if (last !== 3) return whole;
  const head = lengths.slice(0, -1);
  if (mark === " " && lengths.length < 2) return whole;
  if (head.every((length) => length === 3)) return end;
  return mark === "," && whole - start <= 2 && head.every((length) => length === 2) ? end : whole;
}

/** "5,00" as continental Europe writes it: exactly two digits, and no list of numbers. */
function isDecimalComma(text: string, comma: number): boolean {
  const end = digitsEnd(text, comma + 1);
  return end === comma + 3 && text[end] !== "," && !(text[end] === "." && isDigit(text.charCodeAt(end + 1)));
}

function ordinalEnd(text: string, end: number, digits: string): Numeral | undefined {
  const suffix = text.slice(end, end + 2).toLowerCase();
  if (suffix !== "st" && suffix !== "nd" && suffix !== "rd" && suffix !== "th") return undefined;
  if (/[\p{L}\d]/u.test(text[end + 2] ?? "")) return undefined;
  return { end: end + 2, value: Number(digits), shape: "ordinal" };
}

/** "1/2", "2 1/4", "2/1000"; a date such as 7/8/07 is none. */
function slashFraction(text: string, end: number, first: number): Numeral | undefined {
  let from = end;
  let whole = 0;
  let top = first;
  if (text[end] === " ") {
    from = end + 1 + (text[end + 1] === " " ? 1 : 0);
    const after = digitsEnd(text, from);
    const part = vulgar.get(text[from] ?? "");
    if (part !== undefined && from === end + 1)
      return { end: from + 1, value: first + part, shape: "marked" };
    if (after === from || after - from > 2 || text[after] !== "/") return undefined;
    [whole, top] = [first, Number(text.slice(from, after))];
    from = after;
  }
  if (text[from] !== "/") return undefined;
  const after = digitsEnd(text, from + 1);
  const bottom = Number(text.slice(from + 1, after));
  if (after === from + 1 || after - from > 5 || bottom === 0 || top > 999) return undefined;
  if (text[after] === "/") return { end: digitsEnd(text, after + 1), value: 0, shape: "version" };
  if (whole > 0 && top >= bottom) return undefined;
  return { end: after, value: whole + top / bottom, shape: "fraction" };
}

/** "e13", "x10^-4", "×10−5", "^--23": the power a number is taken to. */
function exponentAt(text: string, end: number): { base: number; exponent: number; end: number } | undefined {
  let at = end;
  let base = 10;
  const mark = text[at] ?? "";
  if (mark === "e" || mark === "E") at++;
  else if (mark === "x" || mark === "×" || mark === "*") {
    at++;
    if (text[at] === "2" && text[at + 1] === "^") [base, at] = [2, at + 1];
    else if (text.startsWith("10", at)) at += 2;
    else if (text.startsWith("2^10", at)) return undefined;
    else return undefined;
    if (text[at] === "^") at++;
    else if (superscripts.includes(text[at] ?? "?")) return superscriptPower(text, at);
  } else return undefined;
  const sign = text[at] ?? "";
  const negative = sign === "-" || sign === "−";
  if (negative || sign === "+") at++;
  const after = digitsEnd(text, at);
  const tells = sign === "-" || sign === "−" || sign === "+" || mark !== "e" || after - at > 1;
  if (!tells || after === at || after - at > 3 || /\p{L}/u.test(text[after] ?? "")) return undefined;
  const exponent = Number(text.slice(at, after));
  return { base, exponent: negative ? -exponent : exponent, end: after };
}

function superscriptPower(text: string, at: number): { base: number; exponent: number; end: number } {
  let exponent = 0;
  let end = at;
  while (superscripts.includes(text[end] ?? "?") && end - at < 3)
    exponent = exponent * 10 + superscripts.indexOf(text[end++]!);
  return { base: 10, exponent, end };
}
