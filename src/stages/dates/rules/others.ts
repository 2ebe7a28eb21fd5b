import { duration, type Meaning } from "../meaning.ts";
import type { Captured, Rule } from "../rule.ts";

/** A part of a date: "early this week", "the end of 1944", "later that year". */
const part = ({ PART, DATE }: Captured): Meaning | undefined =>
  DATE === undefined ? undefined : PART === undefined || PART === "none" ? DATE : { ...DATE, modifier: PART };

/** A time of day on a date: "10 p.m. Thursday", "the night of 20 June", "yesterday morning". */
function timeOfDay({ CLOCK, DAYPART, DATE }: Captured): Meaning | undefined {
  const time = CLOCK ?? DAYPART;
  if (time === undefined || (DATE !== undefined && !isDay(DATE))) return undefined;
  return { ...DATE, type: "TIME", time };
}

/** Whether a date is told to the day, so that a time of day can stand beside it. */
function isDay({ point, time }: Meaning): boolean {
  if (point === undefined || time !== undefined) return false;
  const { fields, shift } = point;
  return (
    fields.day !== undefined ||
    fields.weekday !== undefined ||
    fields.holiday !== undefined ||
    shift?.unit === "day"
  );
}

/** A day told by its place in a month or a year: "the first day of 2024", "the last day of May". */
function dayWithin({ ORDINAL, LAST_DAY, DATE }: Captured): Meaning | undefined {
  const point = DATE?.point;
  if (point === undefined || DATE?.time !== undefined || DATE?.modifier !== undefined) return undefined;
  const { year, month, ...others } = point.fields;
  if (Object.keys(others).length > 0 || point.named !== undefined || point.back !== undefined)
    return undefined;
  const unit = month !== undefined ? "month" : year !== undefined ? "year" : point.shift?.unit;
  const day =
    LAST_DAY === undefined
      ? ORDINAL
      : unit === "year"
        ? 31
        : month === undefined
          ? undefined
          : lastDays[month - 1];
  if (day === undefined || day > 31) return undefined;
  if (unit === "month") return { type: "DATE", point: { ...point, fields: { ...point.fields, day } } };
  if (unit !== "year") return undefined;
  return {
    type: "DATE",
    point: { ...point, fields: { ...point.fields, month: LAST_DAY === undefined ? 1 : 12, day } },
  };
}

/** Last day of each month; February's depends on the year, which is not known here. */
const lastDays = [31, undefined, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const today = (time: string): Meaning => ({
  type: "TIME", time, point: { fields: {}, shift: { unit: "day", by: 0, from: "speech" } },
}); // prettier-ignore

const thatDay = (time: string): Meaning => ({
  type: "TIME", time, point: { fields: {}, shift: { unit: "day", by: 0, from: "reference" } },
}); // prettier-ignore

export const timeRules: readonly Rule[] = [
  { id: "part", pattern: "PART DATE", meaning: part },
  { id: "part-hyphen", pattern: "PART - DATE", meaning: part },
  { id: "day-within", pattern: "the ORDINAL day of DATE", meaning: dayWithin },
  { id: "day-within", pattern: "LAST_DAY day of DATE", meaning: dayWithin },
  { id: "clock-date", pattern: "PART? CLOCK ,? on? DATE", meaning: timeOfDay },
  { id: "clock-date", pattern: "around|about? CLOCK ,|on? DATE", meaning: timeOfDay },
  { id: "date-clock", pattern: "DATE ,|at? CLOCK", meaning: timeOfDay },
  { id: "daypart-of", pattern: "early|late in? the? DAYPART hours? of|on DATE", meaning: timeOfDay },
  { id: "daypart-of", pattern: "the? early|late? DAYPART hours? of|on DATE", meaning: timeOfDay },
  { id: "date-daypart", pattern: "early|late|earlier|later? DATE DAYPART", meaning: timeOfDay },
  { id: "daypart-date", pattern: "mid|early|late? -? DAYPART DATE", meaning: timeOfDay },
  { id: "clock", pattern: "PART? CLOCK", meaning: ({ CLOCK }) => thatDay(CLOCK!), guard: "clock" },
  { id: "daypart-shift", pattern: "early|late|earlier|later? SPEECH|REFERENCE DAYPART", meaning: ({ SPEECH, REFERENCE, DAYPART }) =>
    SPEECH === undefined
      ? { ...thatDay(DAYPART!), point: { fields: {}, shift: { unit: "day", by: REFERENCE!, from: "reference" } } }
      : { ...today(DAYPART!), point: { fields: {}, shift: { unit: "day", by: SPEECH, from: "speech" } } } },
  { id: "daypart-next", pattern: "early|late? the SPEECH|REFERENCE DAYPART", meaning: ({ SPEECH, REFERENCE, DAYPART }) =>
    ({ ...thatDay(DAYPART!), point: { fields: {}, shift: { unit: "day", by: SPEECH ?? REFERENCE!, from: "reference" } } }) },
  { id: "daypart", pattern: "mid|the|one -? DAYPART", meaning: ({ DAYPART }) => thatDay(DAYPART!), guard: "back" },

  { id: "set-word", pattern: "SET_WORD", meaning: ({ SET_WORD }) => ({ type: "SET", value: SET_WORD! }), guard: "rate" },
  { id: "set-each", pattern: "EACH COUNT? UNIT|UNITS", meaning: ({ EACH, COUNT, UNIT, UNITS }) => ({
    type: "SET", value: duration(EACH === "OTHER" ? 2 : (COUNT ?? 1), (UNIT ?? UNITS)!), quant: "EVERY" }) },
  { id: "set-each-part", pattern: "EACH WEEKDAY DAYPART?", meaning: ({ WEEKDAY, DAYPART }) => ({
    type: "SET", value: `XXXX-WXX-${WEEKDAY!}${DAYPART ?? ""}`, quant: "EVERY" }) },
  { id: "set-each-part", pattern: "EACH MONTH", meaning: ({ MONTH }) => ({
    type: "SET", value: `XXXX-${String(MONTH!).padStart(2, "0")}`, quant: "EVERY" }) },
  { id: "set-each-part", pattern: "EACH SEASON", meaning: ({ SEASON }) => ({ type: "SET", value: `XXXX-${SEASON!}`, quant: "EVERY" }) },
  { id: "set-each-part", pattern: "EACH DAYPART", meaning: ({ DAYPART }) => ({ type: "SET", value: `XXXX-XX-XX${DAYPART!}`, quant: "EVERY" }) },
  { id: "set-weekdays", pattern: "WEEKDAYS", meaning: ({ WEEKDAYS }) => ({ type: "SET", value: `XXXX-WXX-${WEEKDAYS!}` }) },
  { id: "set-weekdays", pattern: "WEEKDAY nights|mornings|afternoons|evenings", meaning: ({ WEEKDAY }, { words, end }) => ({
    type: "SET", value: `XXXX-WXX-${WEEKDAY!}T${words.lower[end - 1]!.slice(0, 2).toUpperCase()}` }) },
  { id: "set-per", pattern: "PER UNIT", meaning: ({ UNIT }) => ({ type: "SET", value: duration(1, UNIT!) }) },
  { id: "set-rate", pattern: "a|an UNIT", meaning: ({ UNIT }) => ({ type: "SET", value: duration(1, UNIT!) }), guard: "rate" },
  { id: "someday", pattern: "SOMEDAY", meaning: () => ({ type: "DATE", value: "FUTURE_REF" }), guard: "someday" },
  { id: "phrase", pattern: "PHRASE", meaning: ({ PHRASE }) => ({ type: PHRASE!.type, value: PHRASE!.value }), guard: "phrase" },
]; // prettier-ignore
