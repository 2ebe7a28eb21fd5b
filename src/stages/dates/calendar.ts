/*
 * Arithmetic of the proleptic Gregorian calendar on whole days. A day is its number from 1970-01-01; years are
 * astronomical (1 BC is 0, 493 BC is -492). No clock, no time zone. Algorithms: Hinnant, "chrono-compatible low-level
 * date algorithms"; ISO 8601 for weeks; the Gregorian computus for Easter.
 */

export interface Ymd {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function ymd(day: number): Ymd {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** 1 is Monday, 7 Sunday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The ISO 8601 week a day lies in; its year may differ from the calendar's around New Year. */
export function isoWeek(day: number): { readonly year: number; readonly week: number } {
  const thursday = day - weekday(day) + 4;
  const { year } = ymd(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** Monday of an ISO week. */
export function weekStart(year: number, week: number): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - weekday(fourth) + 1 + (week - 1) * 7;
}

/** 52 or 53. */
export function weeksInYear(year: number): number {
  return isoWeek(dayNumber(year, 12, 28)).week;
}

/** Year and month some months away. */
export function shiftMonth(
  year: number,
  month: number,
  by: number,
): { readonly year: number; readonly month: number } {
  const months = year * 12 + (month - 1) + by;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

/** Western Easter Sunday. */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayNumber(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** TIMEX3 year: `1998`, `BC0493`. */
export function formatYear(year: number): string {
  return year > 0 ? pad(year, 4) : `BC${pad(1 - year, 4)}`;
}

/** TIMEX3 and, for years after 0, ISO 8601 day. */
export function formatDay(day: number): string {
  const { year, month, day: ofMonth } = ymd(day);
  return `${formatYear(year)}-${pad(month, 2)}-${pad(ofMonth, 2)}`;
}

export function formatMonth(year: number, month: number): string {
  return `${formatYear(year)}-${pad(month, 2)}`;
}

export function formatWeek(year: number, week: number): string {
  return `${formatYear(year)}-W${pad(week, 2)}`;
}
