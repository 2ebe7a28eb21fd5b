import { dayNumber, daysInMonth, shiftMonth, ymd } from "./calendar.ts";
import type { Period } from "./period.ts";

const months: Readonly<Record<string, number>> = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200 };

/** The day some months away; the 31st becomes the last day of a shorter month. */
function monthsFrom(day: number, by: number): number {
  const { year, month, day: ofMonth } = ymd(day);
  const target = shiftMonth(year, month, by);
  return dayNumber(target.year, target.month, Math.min(ofMonth, daysInMonth(target.year, target.month)));
}

/** The days a duration covers before (-1) or after (1) a day; undefined for vague and sub-daily ones. */
export function reachPeriod(value: string, from: number, direction: -1 | 1): Period | undefined {
  const parts = /^P(\d+)(D|W|M|Q|Y|DE|CE)$/.exec(value);
  if (parts === null) return undefined;
  const count = Number(parts[1]);
  const unit = parts[2]!;
  if (count > 10_000) return undefined;
  const days = unit === "D" ? count : unit === "W" ? count * 7 : undefined;
  const other =
    days === undefined ? monthsFrom(from, direction * count * months[unit]!) : from + direction * days;
  return { value, first: Math.min(from, other), last: Math.max(from, other), precision: "day" };
}
