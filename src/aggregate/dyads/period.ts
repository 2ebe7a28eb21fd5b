import type { DatePrecision } from "../../core/layers.ts";

export const periodUnits = ["all", "year", "quarter", "month", "week", "day"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** A stretch of the calendar; the start names it. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

const dayMilliseconds = 86_400_000;
const isoDay = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** The period of a day (`YYYY-MM-DD`, no time zone). Weeks begin on Monday (ISO 8601). `all` has no period. */
export function periodOf(day: string, unit: Exclude<PeriodUnit, "all">): Period {
  const time = Date.parse(`${day}T00:00:00Z`);
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const months = (first: number, count: number): Period => ({
    start: isoDay(Date.UTC(year, first, 1)),
    end: isoDay(Date.UTC(year, first + count, 1) - dayMilliseconds),
  });
  if (unit === "year") return months(0, 12);
  if (unit === "quarter") return months(month - (month % 3), 3);
  if (unit === "month") return months(month, 1);
  if (unit === "day") return { start: day, end: day };
  const monday = time - ((date.getUTCDay() + 6) % 7) * dayMilliseconds;
  return { start: isoDay(monday), end: isoDay(monday + 6 * dayMilliseconds) };
}

const coarseness: Readonly<Record<DatePrecision, number>> = {
  time: 0, day: 0, week: 1, month: 2, quarter: 3, season: 4, year: 4, decade: 5, century: 6, unknown: 7,
}; // prettier-ignore
const width: Readonly<Record<Exclude<PeriodUnit, "all">, number>> = {
  day: 0, week: 1, month: 2, quarter: 3, year: 4,
}; // prettier-ignore

/** Whether a date of this precision falls into one period: "in 2024" names no month. */
export function fits(precision: DatePrecision, unit: Exclude<PeriodUnit, "all">): boolean {
  return coarseness[precision] <= width[unit];
}
