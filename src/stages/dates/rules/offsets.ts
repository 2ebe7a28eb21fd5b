import { duration, type Meaning, type Point, type Shift, type TimeUnit } from "../meaning.ts";
import type { Captured, Rule } from "../rule.ts";

/** A quantity of time and the side on which it lies: "two years ago", "six days later", "a decade earlier". */

function offset({ COUNT, UNIT, UNITS, HALF_UNIT, DIRECTION, QUANTITY }: Captured): Meaning | undefined {
  const unit = UNIT ?? UNITS ?? HALF_UNIT;
  if (unit === undefined || DIRECTION === undefined) return undefined;
  const count = HALF_UNIT === undefined ? (COUNT ?? "X") : typeof COUNT === "number" ? COUNT / 2 : "X";
  const modifier = QUANTITY === undefined || QUANTITY === "none" ? {} : { modifier: QUANTITY };
  const past = DIRECTION.by < 0;
  if (count === "X") return { type: "DATE", value: past ? "PAST_REF" : "FUTURE_REF", ...modifier };
  const shift: Shift = { ...counted(count, unit), from: DIRECTION.from };
  const compares = unit === "year" && count === 1 && past;
  const point: Point = { fields: {}, shift: { ...shift, by: shift.by * DIRECTION.by } };
  return { type: "DATE", point: compares ? { ...point, comparison: true } : point, ...modifier };
}

/** The unit a distance is told in, so that "a decade ago" is a year and "half a century ago" fifty of them. */
function counted(count: number, unit: TimeUnit): { unit: TimeUnit; by: number } {
  if (unit === "decade") return { unit: "year", by: count * 10 };
  if (unit === "century") return { unit: "year", by: count * 100 };
  if (unit === "millennium") return { unit: "year", by: count * 1000 };
  if (unit === "fortnight") return { unit: "week", by: count * 2 };
  if (unit === "year" && !Number.isInteger(count)) return { unit: "month", by: Math.round(count * 12) };
  return { unit, by: Math.round(count) };
}

export const offsetRules: readonly Rule[] = [
  { id: "offset", pattern: "QUANTITY? COUNT FILLER? UNIT|UNITS|HALF_UNIT QUANTITY_TAIL? DIRECTION", meaning: offset, guard: "offset" },
  { id: "offset-vague", pattern: "UNITS DIRECTION", meaning: offset, guard: "offset" },
  { id: "from-now", pattern: "QUANTITY? COUNT UNIT|UNITS from now|today", meaning: (captured) =>
    offset({ ...captured, DIRECTION: { by: 1, from: "speech" } }) },
  { id: "in-time", pattern: "COUNT UNIT|UNITS ' time", meaning: (captured) =>
    offset({ ...captured, DIRECTION: { by: 1, from: "speech" } }) },
  { id: "ago-today", pattern: "COUNT UNIT|UNITS ago today", meaning: (captured) =>
    offset({ ...captured, DIRECTION: { by: -1, from: "speech" } }) },
]; // prettier-ignore

/** Durations, with what they reach from or to: "three years", "the past two months", "the first nine months". */

function length({ COUNT, NUMBER, UNIT, UNITS, HALF_UNIT }: Captured): string | undefined {
  const unit = UNIT ?? UNITS ?? HALF_UNIT;
  const count = COUNT ?? NUMBER ?? "X";
  if (unit === undefined) return undefined;
  return duration(HALF_UNIT !== undefined && typeof count === "number" ? count / 2 : count, unit);
}

function span(captured: Captured): Meaning | undefined {
  const value = length(captured);
  if (value === undefined) return undefined;
  const modifier = captured.QUANTITY ?? captured.QUANTITY_TAIL;
  return { type: "DURATION", value, ...(modifier === undefined || modifier === "none" ? {} : { modifier }) };
}

function reaching(captured: Captured): Meaning | undefined {
  const meaning = span(captured);
  if (meaning === undefined) return undefined;
  const { SPEECH, REFERENCE, RECENT } = captured;
  if (RECENT !== undefined)
    return { ...meaning, reach: { from: "speech", direction: RECENT === "PAST" ? -1 : 1 } };
  if (SPEECH !== undefined && SPEECH !== 0)
    return { ...meaning, reach: { from: "speech", direction: SPEECH < 0 ? -1 : 1 } };
  if (REFERENCE !== undefined && REFERENCE !== 0)
    return { ...meaning, reach: { from: "reference", direction: REFERENCE < 0 ? -1 : 1 } };
  return meaning;
}

export const durationRules: readonly Rule[] = [
  { id: "duration", pattern: "QUANTITY? COUNT FILLER? UNITS QUANTITY_TAIL?", meaning: span, guard: "unit" },
  { id: "duration", pattern: "QUANTITY? COUNT FILLER? UNIT QUANTITY_TAIL?", meaning: span, guard: "unit" },
  { id: "duration-half", pattern: "QUANTITY? a|the? HALF_UNIT", meaning: ({ HALF_UNIT }) => ({ type: "DURATION", value: duration(0.5, HALF_UNIT!) }) },
  { id: "duration-quantity", pattern: "the COUNT FILLER? UNITS", meaning: span, guard: "unit" },
  { id: "duration-and-half", pattern: "QUANTITY? a UNIT and a half", meaning: ({ UNIT }) => ({ type: "DURATION", value: andHalf(UNIT!) }) },
  { id: "duration-hyphen", pattern: "a|the? NUMBER - UNIT - long", meaning: span },
  { id: "duration-hyphen", pattern: "QUANTITY? NUMBER - UNIT", meaning: span, guard: "age" },
  { id: "duration-long", pattern: "UNIT|UNITS DURATION_TAIL", meaning: (captured) =>
    captured.UNIT === undefined ? span(captured) : span({ ...captured, COUNT: 1 }) },
  { id: "duration-old", pattern: "UNITS -? AGE_TAIL", meaning: span, guard: "uncounted" },
  { id: "duration-reach", pattern: "the? SPEECH|REFERENCE COUNT FILLER? UNIT|UNITS QUANTITY_TAIL?", meaning: reaching, guard: "unit" },
  { id: "duration-reach", pattern: "at least the SPEECH COUNT UNIT|UNITS", meaning: reaching },
  { id: "duration-part", pattern: "the? SEQUENCE COUNT FILLER? UNIT|UNITS", meaning: span, guard: "unit" },
  { id: "duration-part", pattern: "the YEAR_BEFORE COUNT UNITS", meaning: span },
  { id: "duration-part", pattern: "the COUNT SEQUENCE UNITS", meaning: span },
  { id: "duration-vague", pattern: "the? RECENT|SPEECH UNITS", meaning: reaching },
  { id: "duration-vague", pattern: "the? REFERENCE UNITS", meaning: reaching },
  { id: "duration-vague", pattern: "the UNITS AHEAD", meaning: span },
  { id: "duration-vague", pattern: "the SEQUENCE UNITS", meaning: span },
  { id: "duration-vague", pattern: "the UNITS", meaning: span, guard: "shortUnit" },
  { id: "duration-bare", pattern: "UNITS", meaning: span, guard: "shortUnit" },
]; // prettier-ignore

function andHalf(unit: TimeUnit): string {
  const parts: Partial<Record<TimeUnit, string>> = {
    minute: "PT1M30S",
    hour: "PT1H30M",
    year: "P1Y6M",
    day: "P1DT12H",
  };
  return parts[unit] ?? duration(1.5, unit);
}
