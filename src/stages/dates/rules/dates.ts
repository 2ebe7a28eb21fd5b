import type { Fields, Meaning, Point, TimeUnit } from "../meaning.ts";
import type { Captured, Rule } from "../rule.ts";

/** Dates of the calendar and periods next to them: "27 June 2025", "last Friday", "the third quarter of that year". */

function fieldsOf(captured: Captured): Fields {
  const { MONTH, DAY, DAYTH, YEAR, QUARTER, HALF, SEASON, DECADE, CENTURY, HOLIDAY } = captured;
  const weekday = captured.WEEKDAY ?? captured.SHORT_WEEKDAY;
  const day = DAY ?? DAYTH;
  return {
    ...(CENTURY === undefined ? {} : { century: CENTURY }),
    ...(DECADE === undefined ? {} : { decade: DECADE }),
    ...(YEAR === undefined ? {} : { year: YEAR }),
    ...(HALF === undefined ? {} : { half: HALF }),
    ...(QUARTER === undefined ? {} : { quarter: QUARTER }),
    ...(SEASON === undefined ? {} : { season: SEASON }),
    ...(MONTH === undefined ? {} : { month: MONTH }),
    ...(day === undefined ? {} : { day }),
    ...(weekday === undefined ? {} : { weekday }),
    ...(HOLIDAY === undefined ? {} : { holiday: HOLIDAY }),
  };
}

const date = (point: Point): Meaning => ({ type: "DATE", point });

/** The fields captured and nothing else. */
const calendar = (captured: Captured): Meaning => date({ fields: fieldsOf(captured) });

/** The fields captured inside a period that is counted: "June last year". */
const inPeriod = (captured: Captured): Meaning =>
  date({ fields: fieldsOf(captured), ...(captured.PERIOD === undefined ? {} : { shift: captured.PERIOD }) });

const shift = (unit: TimeUnit, by: number, from: "speech" | "reference"): Meaning =>
  date({ fields: {}, shift: { unit, by, from } });

const named = (captured: Captured): Meaning => {
  const by = captured.SPEECH ?? captured.REFERENCE ?? 0;
  if (captured.REFERENCE !== undefined && by !== 0)
    return date({ fields: fieldsOf(captured), named: by < 0 ? -1 : 1 });
  return date({ fields: fieldsOf(captured), named: Math.sign(by) as -1 | 0 | 1 });
};

const back = (unit: TimeUnit | "period", years: number): Meaning =>
  date({ fields: {}, back: { unit, years } });

export const dateRules: readonly Rule[] = [
  { id: "numeric", pattern: "NUMERIC", meaning: ({ NUMERIC }) => {
    const { time, ...fields } = NUMERIC!;
    return time === undefined ? date({ fields }) : { type: "TIME", point: { fields }, time };
  } },
  { id: "weekday-month-day", pattern: "WEEKDAY|SHORT_WEEKDAY ,? the? MONTH DAY ,? YEAR", meaning: calendar },
  { id: "weekday-month-day", pattern: "WEEKDAY|SHORT_WEEKDAY ,? the? MONTH the? DAY", meaning: calendar },
  { id: "weekday-day-month", pattern: "WEEKDAY|SHORT_WEEKDAY ,? the? DAY of? MONTH ,? YEAR", meaning: calendar },
  { id: "weekday-day-month", pattern: "WEEKDAY|SHORT_WEEKDAY ,? the? DAY of? MONTH", meaning: calendar },
  { id: "month-day-year", pattern: "MONTH DAY ,|of? YEAR", meaning: calendar },
  { id: "month-day", pattern: "MONTH the? DAY", meaning: calendar, guard: "month" },
  { id: "month-day-period", pattern: "MONTH the? DAY ,? of? PERIOD", meaning: inPeriod },
  { id: "day-month-year", pattern: "the? DAY of? MONTH ,|of? YEAR", meaning: calendar },
  { id: "day-month", pattern: "the? DAY of? MONTH", meaning: calendar, guard: "month" },
  { id: "day-month-period", pattern: "the? DAY of? MONTH ,? of? PERIOD", meaning: inPeriod },
  { id: "day-month-period", pattern: "PERIOD 's DAY MONTH", meaning: inPeriod },
  { id: "month-year", pattern: "MONTH ,? of? YEAR", meaning: calendar },
  { id: "month-period", pattern: "MONTH ,? of? PERIOD", meaning: inPeriod },
  { id: "month-period", pattern: "PERIOD 's MONTH DAY?", meaning: inPeriod },
  { id: "year-month", pattern: "YEAR 's MONTH", meaning: calendar },
  { id: "month", pattern: "MONTH", meaning: calendar, guard: "month" },
  { id: "month", pattern: "the month of MONTH YEAR?", meaning: calendar },
  { id: "weekday", pattern: "WEEKDAY", meaning: calendar, guard: "weekday" },
  { id: "year", pattern: "YEAR", meaning: calendar, guard: "year" },
  { id: "year", pattern: "the year YEAR", meaning: calendar },
  { id: "fiscal-year", pattern: "the? fiscal|financial year? YEAR", meaning: calendar },
  { id: "decade", pattern: "the? DECADE", meaning: ({ DECADE }) => date({ fields: { decade: DECADE! } }) },
  { id: "century", pattern: "the? CENTURY", meaning: ({ CENTURY }) => date({ fields: { century: CENTURY! } }) },
  { id: "quarter", pattern: "the? fiscal? -? QUARTER", meaning: calendar, guard: "quarter" },
  { id: "quarter-year", pattern: "the? fiscal? -? QUARTER of|,? fiscal? YEAR", meaning: calendar },
  { id: "quarter-year", pattern: "the? fiscal? YEAR 's? fiscal? QUARTER", meaning: calendar },
  { id: "quarter-period", pattern: "the? QUARTER of? PERIOD", meaning: inPeriod },
  { id: "quarter-period", pattern: "PERIOD 's fiscal? QUARTER", meaning: inPeriod },
  { id: "quarter-year-before", pattern: "the|its? YEAR_BEFORE QUARTER",
    meaning: ({ QUARTER }) => date({ fields: { quarter: QUARTER! }, named: -1 }) },
  { id: "half-year", pattern: "the? HALF of? YEAR", meaning: calendar },
  { id: "half-period", pattern: "the? HALF of PERIOD", meaning: inPeriod },
  { id: "half-period", pattern: "PERIOD 's HALF", meaning: inPeriod },
  { id: "half-year", pattern: "the? YEAR 's? HALF", meaning: calendar },
  { id: "half", pattern: "the? HALF of the year", meaning: calendar },
  { id: "half", pattern: "the HALF", meaning: calendar, guard: "half" },
  { id: "season-year", pattern: "the? SEASON of|, YEAR", meaning: calendar },
  { id: "season-year", pattern: "the? SEASON YEAR", meaning: calendar },
  { id: "season-year", pattern: "the? YEAR 's? SEASON", meaning: calendar },
  { id: "season-period", pattern: "the? SEASON of PERIOD", meaning: inPeriod },
  { id: "season-period", pattern: "PERIOD 's SEASON", meaning: inPeriod },
  { id: "season", pattern: "the? SEASON", meaning: calendar, guard: "season" },
  { id: "holiday", pattern: "the? HOLIDAY", meaning: calendar },
  { id: "holiday-year", pattern: "HOLIDAY ,|of? YEAR", meaning: calendar },
  { id: "holiday-period", pattern: "HOLIDAY of? PERIOD", meaning: inPeriod },
  { id: "day-of-month", pattern: "the DAYTH", meaning: calendar, guard: "dayth" },

  { id: "deictic", pattern: "DEICTIC", meaning: ({ DEICTIC }) => {
    const point: Point = { fields: {}, shift: { unit: "day", by: DEICTIC!.by, from: "speech" } };
    return DEICTIC!.time === undefined ? date(point) : { type: "TIME", point, time: DEICTIC!.time };
  } },
  { id: "named", pattern: "SPEECH WEEKDAY|SEASON|HOLIDAY", meaning: named },
  { id: "named", pattern: "SPEECH MONTH", meaning: named, guard: "month" },
  { id: "named-date", pattern: "SPEECH WEEKDAY ,? MONTH DAY", meaning: calendar },
  { id: "named-month-day", pattern: "SPEECH MONTH DAY", meaning: named },
  { id: "named-reference", pattern: "the? REFERENCE WEEKDAY|SEASON", meaning: named },
  { id: "named-reference", pattern: "the? REFERENCE MONTH", meaning: named, guard: "month" },
  { id: "named-reference", pattern: "the SPEECH MONTH|SEASON|WEEKDAY", meaning: named },
  { id: "weekday-week", pattern: "WEEKDAY SPEECH week", meaning: ({ WEEKDAY, SPEECH }) =>
    date({ fields: { weekday: WEEKDAY! }, shift: { unit: "week", by: SPEECH!, from: "speech" } }) },
  { id: "period", pattern: "PERIOD", meaning: ({ PERIOD }) => date({ fields: {}, shift: PERIOD! }), guard: "lower" },
  { id: "period-fiscal", pattern: "the|this? current|latest? fiscal|financial year", meaning: () => back("year", 0), guard: "back" },
  { id: "period-fiscal", pattern: "SPEECH fiscal|financial year", meaning: ({ SPEECH }) => shift("year", SPEECH!, "speech") },
  { id: "the-period", pattern: "the UNIT", meaning: ({ UNIT }) => backUnits.has(UNIT!) ? back(UNIT!, 0) : undefined, guard: "back" },
  { id: "full-year", pattern: "the? full|whole|entire year", meaning: () => back("year", 0), guard: "back" },
  { id: "latest-period", pattern: "the|its LATEST fiscal? UNIT|PERIOD_NOUN",
    meaning: ({ UNIT }) => UNIT === undefined || UNIT === "quarter" ? back("period", 0) : backUnits.has(UNIT) ? back(UNIT, UNIT === "year" ? -1 : 0) : undefined },
  { id: "year-before-period", pattern: "the|its? YEAR_BEFORE quarter|period", meaning: () => back("period", -1), guard: "back" },
  { id: "year-before", pattern: "year - ago|earlier", meaning: () => back("period", -1) },
  { id: "year-period", pattern: "the YEAR quarter|period", meaning: ({ YEAR }) => date({ fields: { year: YEAR! }, back: { unit: "period", years: 0 } }) },
  { id: "period-quarter", pattern: "PERIOD 's quarter", meaning: ({ PERIOD }) =>
    PERIOD!.unit === "year" ? date({ fields: {}, back: { unit: "period", years: PERIOD!.by } }) : undefined },
  { id: "quarter-year-before", pattern: "the quarter a year ago|earlier", meaning: () => back("period", -1) },
  { id: "year-end", pattern: "the? year -|'s? end", meaning: () => ({ ...back("year", 0), modifier: "end" }) },
  { id: "month-end", pattern: "the? month -|'s end", meaning: () => ({ ...back("month", 0), modifier: "end" }) },
  { id: "week-of", pattern: "the week of MONTH DAY", meaning: ({ MONTH, DAY }) => date({ fields: { month: MONTH!, day: DAY!, week: 0 } }) },
  { id: "day-after", pattern: "the day following|after|before", meaning: (_, { words, end }) =>
    shift("day", words.lower[end - 1] === "before" ? -1 : 1, "reference"), guard: "phrase" },
]; // prettier-ignore

/** Periods that "the …" can point back to. */
const backUnits: ReadonlySet<TimeUnit> = new Set(["week", "weekend", "month", "quarter", "year", "decade"]);
