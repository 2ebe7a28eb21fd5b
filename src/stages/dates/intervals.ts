import type { Fields, Meaning } from "./meaning.ts";
import type { Finding } from "./grammar.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Words } from "./words.ts";

/** Two neighbors that are the ends of one stretch of time: "from 1988 until 1994", "between May and July", "1957-60". */
export interface Interval {
  readonly begin: number;
  readonly end: number;
}

/** Pairs of neighboring findings joined as a range. */
export function findIntervals(findings: readonly Finding[], words: Words, lexicon: Lexicon): Interval[] {
  const found: Interval[] = [];
  for (let i = 0; i + 1 < findings.length; i++) {
    const [a, b] = [findings[i]!, findings[i + 1]!];
    if (
      a.meaning.type === "DURATION" ||
      b.meaning.type === "DURATION" ||
      a.meaning.type === "SET" ||
      b.meaning.type === "SET"
    )
      continue;
    if (!isRange(words, a, b, lexicon)) continue;
    found.push({ begin: i, end: i + 1 });
    i++;
  }
  return found;
}

function isRange(words: Words, a: Finding, b: Finding, lexicon: Lexicon): boolean {
  const between = words.lower.slice(a.last, b.first);
  const isJoint = (word: string | undefined): boolean => lexicon.is(word, "range_joint");
  if (between.length === 1 && isJoint(between[0])) return true;
  if (between.length === 2 && (between[0] === "," || between[0] === "-") && isJoint(between[1]))
    return between[0] === "," || between[1] === "-";
  // "between 1990 and 1994": the word before the first end says which word joins the two.
  const pair = lexicon.find("range_pair", words.lower, a.first - 1);
  return between.length === 1 && pair !== undefined && between[0] === pair.value;
}

/**
 * Ends of ranges that are a bare number: "June 5-8", "1916-17", "5 to 8 June". The grammar alone cannot read them,
 * for a bare number is no date.
 */
export function rangeEnds(findings: readonly Finding[], words: Words, lexicon: Lexicon): Finding[] {
  const result: Finding[] = [];
  for (let index = 0; index < findings.length; index++) {
    const finding = findings[index]!;
    const next = findings[index + 1];
    const head = headBefore(finding, words, findings[index - 1]?.last ?? 0, lexicon);
    if (head !== undefined) result.push(head);
    result.push(finding);
    const tail = tailAfter(finding, words, next?.first ?? words.lower.length, lexicon);
    if (tail === undefined) continue;
    const year = next?.ruleId === "year" && closesTail(tail, next, words) ? next : undefined;
    result.push(year === undefined ? tail : withYear(tail, year));
    if (year !== undefined) index++;
  }
  return result;
}

/** "June 5-8, 1990": the year belongs to the day before it. */
function closesTail(tail: Finding, year: Finding, words: Words): boolean {
  if (tail.meaning.point?.fields.day === undefined) return false;
  return year.first === tail.last || (year.first === tail.last + 1 && words.lower[tail.last] === ",");
}

function withYear(tail: Finding, { last, end, meaning }: Finding): Finding {
  const fields = { ...tail.meaning.point!.fields, ...meaning.point!.fields };
  return { ...tail, last, end, meaning: { type: "DATE", point: { fields } } };
}

const dayNumber = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;

/** "5 to 8 June", "between 5 and 8 June": the 5. */
function headBefore(finding: Finding, words: Words, floor: number, lexicon: Lexicon): Finding | undefined {
  const fields = finding.meaning.point?.fields;
  const year = yearBefore(finding, words, floor, lexicon);
  if (year !== undefined) return year;
  if (
    finding.ruleId !== "day-month" &&
    finding.ruleId !== "day-month-year" &&
    finding.ruleId !== "day-month-period"
  )
    return undefined;
  const at = finding.first - 2;
  if (at < floor || fields?.day === undefined) return undefined;
  const joint = words.lower[finding.first - 1]!;
  if (!dayNumber.test(words.lower[at]!)) return undefined;
  if (!lexicon.is(joint, "end_joint") && joint !== "/") return undefined;
  const day = Number.parseInt(words.lower[at]!, 10);
  if (day >= fields.day) return undefined;
  return bare(words, at, { ...fields, day }, finding);
}

/** "499-494 BC", "between 499 and 494 BC": the 499. */
function yearBefore(finding: Finding, words: Words, floor: number, lexicon: Lexicon): Finding | undefined {
  const year = finding.meaning.point?.fields.year;
  const at = finding.first - 2;
  if (year === undefined || year > 0 || finding.ruleId !== "year" || at < floor) return undefined;
  const joint = words.lower[finding.first - 1]!;
  if (!lexicon.is(joint, "end_joint") && joint !== "/") return undefined;
  const word = words.lower[at]!;
  if (!/^\d{1,4}$/.test(word) || 1 - Number(word) >= year) return undefined;
  return bare(words, at, { year: 1 - Number(word) }, finding);
}

/** "June 5-8", "June 5 and 6": the 8. "1916-17": the 17. */
function tailAfter(finding: Finding, words: Words, ceiling: number, lexicon: Lexicon): Finding | undefined {
  const fields = finding.meaning.point?.fields;
  const at = finding.last + 1;
  if (fields === undefined || at >= ceiling || finding.meaning.modifier !== undefined) return undefined;
  const joint = words.lower[finding.last]!;
  const word = words.lower[at]!;
  if (fields.year !== undefined && fields.day === undefined && joint === "-" && /^\d\d$/.test(word)) {
    const year = Math.floor(fields.year / 100) * 100 + Number(word);
    return year > fields.year ? bare(words, at, { year }, finding) : undefined;
  }
  if (finding.ruleId !== "month-day" && finding.ruleId !== "weekday-month-day") return undefined;
  if (!lexicon.is(joint, "end_joint")) return undefined;
  const next = words.lower[at + 1] ?? "";
  if (fields.day === undefined || !dayNumber.test(word) || Number.parseInt(word, 10) <= fields.day)
    return undefined;
  if (joint !== "-" && /^\p{L}/u.test(next) && words.tokens[words.tokenOf[at + 1]!]?.upos === "NOUN")
    return undefined;
  const { weekday: _, ...rest } = fields;
  return bare(words, at, { ...rest, day: Number.parseInt(word, 10) }, finding);
}

function bare(words: Words, at: number, fields: Fields, { meaning }: Finding): Finding {
  const point = { ...meaning.point, fields };
  return {
    first: at,
    last: at + 1,
    start: words.spans[at]!.start,
    end: words.spans[at]!.end,
    meaning: { type: "DATE", point },
    ruleId: "range-end",
  };
}

/** What one end leaves unsaid and the other says: the year of "between May and July 1990" holds for both. */
export function shareFields(findings: readonly Finding[], words: Words, lexicon: Lexicon): Finding[] {
  const shared = [...findings];
  for (let i = shared.length - 2; i >= 0; i--) {
    const [a, b] = [shared[i]!, shared[i + 1]!];
    if (!isRange(words, a, b, lexicon) && !isList(words, a, b, lexicon)) continue;
    const year = b.meaning.point?.fields.year;
    const fields = a.meaning.point?.fields;
    if (
      year === undefined ||
      fields === undefined ||
      a.meaning.point?.shift !== undefined ||
      a.meaning.point?.named !== undefined
    )
      continue;
    const partial =
      fields.year === undefined &&
      (fields.month ?? fields.quarter ?? fields.season ?? fields.half) !== undefined;
    if (
      !partial ||
      (b.meaning.point?.fields.month === undefined &&
        b.meaning.point?.fields.quarter === undefined &&
        b.meaning.point?.fields.season === undefined)
    )
      continue;
    // "December and January 1990": the first end lies in the year before.
    const wraps = fields.month !== undefined && (b.meaning.point?.fields.month ?? 12) < fields.month;
    const meaning: Meaning = {
      ...a.meaning,
      point: { ...a.meaning.point, fields: { ...fields, year: wraps ? year - 1 : year } },
    };
    shared[i] = { ...a, meaning };
  }
  return shared;
}

function isList(words: Words, a: Finding, b: Finding, lexicon: Lexicon): boolean {
  return b.first - a.last === 1 && lexicon.is(words.lower[a.last], "list_joint");
}
