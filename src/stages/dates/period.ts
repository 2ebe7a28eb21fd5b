import type { DatePrecision } from "../../core/layers.ts";
import {
  dayNumber,
  daysInMonth,
  formatDay,
  formatMonth,
  formatWeek,
  formatYear,
  isoWeek,
  shiftMonth,
  weekStart,
  weekday,
  ymd,
} from "./calendar.ts";
import type { Season, TimeUnit } from "./meaning.ts";

/** A stretch of whole days with the TIMEX3 value that names it. */
export interface Period {
  readonly value: string;
  readonly first: number;
  readonly last: number;
  readonly precision: DatePrecision;
}

export function dayPeriod(day: number): Period {
  return { value: formatDay(day), first: day, last: day, precision: "day" };
}

export function weekPeriod(day: number): Period {
  const { year, week } = isoWeek(day);
  const first = weekStart(year, week);
  return { value: formatWeek(year, week), first, last: first + 6, precision: "week" };
}

export function weekendPeriod(day: number): Period {
  const week = weekPeriod(day);
  return { value: `${week.value}-WE`, first: week.first + 5, last: week.last, precision: "week" };
}

export function monthPeriod(year: number, month: number): Period {
  const first = dayNumber(year, month, 1);
  return {
    value: formatMonth(year, month),
    first,
    last: first + daysInMonth(year, month) - 1,
    precision: "month",
  };
}

export function quarterPeriod(year: number, quarter: number): Period {
  const first = dayNumber(year, quarter * 3 - 2, 1);
  const last = dayNumber(year, quarter * 3, daysInMonth(year, quarter * 3));
  return { value: `${formatYear(year)}-Q${quarter}`, first, last, precision: "quarter" };
}

export function halfPeriod(year: number, half: number): Period {
  const first = dayNumber(year, half === 1 ? 1 : 7, 1);
  return {
    value: `${formatYear(year)}-H${half}`,
    first,
    last: half === 1 ? dayNumber(year, 6, 30) : dayNumber(year, 12, 31),
    precision: "month",
  };
}

const seasonStart: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** Meteorological seasons of the northern hemisphere; winter belongs to the year in which it starts. */
export function seasonPeriod(year: number, season: Season): Period {
  const end = shiftMonth(year, seasonStart[season], 2);
  return {
    value: `${formatYear(year)}-${season}`,
    first: dayNumber(year, seasonStart[season], 1),
    last: dayNumber(end.year, end.month, daysInMonth(end.year, end.month)),
    precision: "season",
  };
}

export function yearPeriod(year: number): Period {
  return {
    value: formatYear(year),
    first: dayNumber(year, 1, 1),
    last: dayNumber(year, 12, 31),
    precision: "year",
  };
}

/** `199` for the 1990s; -48 for the 480s BC (`BC048`). */
export function decadePeriod(decade: number): Period {
  if (decade < 0)
    return {
      value: `BC${String(-decade).padStart(3, "0")}`,
      first: dayNumber(1 + decade * 10 - 9, 1, 1),
      last: dayNumber(1 + decade * 10, 12, 31),
      precision: "decade",
    };
  return {
    value: String(decade).padStart(3, "0"),
    first: dayNumber(decade * 10, 1, 1),
    last: dayNumber(decade * 10 + 9, 12, 31),
    precision: "decade",
  };
}

/** `19` for the 20th century; -4 for the 4th century BC (`BC03`). */
export function centuryPeriod(century: number): Period {
  if (century < 0)
    return {
      value: `BC${String(-century - 1).padStart(2, "0")}`,
      first: dayNumber(century * 100 + 1, 1, 1),
      last: dayNumber(century * 100 + 100, 12, 31),
      precision: "century",
    };
  return {
    value: String(century).padStart(2, "0"),
    first: dayNumber(century * 100 + 1, 1, 1),
    last: dayNumber(century * 100 + 100, 12, 31),
    precision: "century",
  };
}

/** The period of a kind that holds a day, `by` periods on. */
export function periodAt(unit: TimeUnit, day: number, by: number): Period {
  const { year, month, day: ofMonth } = ymd(day);
  switch (unit) {
    case "week":
      return weekPeriod(day + 7 * by);
    case "fortnight":
      return weekPeriod(day + 14 * by);
    case "weekend":
      return weekendPeriod(day + 7 * by);
    case "month": {
      const target = shiftMonth(year, month, by);
      return monthPeriod(target.year, target.month);
    }
    case "quarter": {
      const quarters = year * 4 + Math.floor((month - 1) / 3) + by;
      return quarterPeriod(Math.floor(quarters / 4), (((quarters % 4) + 4) % 4) + 1);
    }
    case "half": {
      const halves = year * 2 + (month > 6 ? 1 : 0) + by;
      return halfPeriod(Math.floor(halves / 2), (((halves % 2) + 2) % 2) + 1);
    }
    case "season": {
      const seasons = year * 4 + Math.floor((month - 3) / 3) + by;
      return seasonPeriod(
        Math.floor(seasons / 4),
        (["SP", "SU", "FA", "WI"] as const)[((seasons % 4) + 4) % 4]!,
      );
    }
    case "year":
      return yearPeriod(year + by);
    case "decade":
      return decadePeriod(Math.floor(year / 10) + by);
    case "century":
      return centuryPeriod(Math.floor((year - 1) / 100) + by);
    case "millennium":
      return yearPeriod(year + by * 1000);
    default:
      return ofMonth > 0 ? dayPeriod(day + by) : dayPeriod(day);
  }
}

const weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The day a holiday's rule gives in a year. */
export function holidayDay(rule: string, year: number, easterOf: (year: number) => number): number {
  if (rule.startsWith("easter")) return easterOf(year) + Number(rule.slice(6));
  const fixed = /^(\d\d)-(\d\d)$/.exec(rule);
  if (fixed !== null) return dayNumber(year, Number(fixed[1]), Number(fixed[2]));
  const [month, name, which] = rule.split(" ");
  const wanted = weekdayNames.indexOf(name!) + 1;
  if (which === "-1") {
    const last = dayNumber(year, Number(month), daysInMonth(year, Number(month)));
    return last - ((weekday(last) - wanted + 7) % 7);
  }
  // "tue 1+1": the day after the first Monday, which for a Tuesday is the first Tuesday from the 2nd on.
  const from = dayNumber(year, Number(month), which === "1+1" ? 2 : 1);
  const nth = which === "1+1" ? 1 : Number(which);
  return from + ((wanted - weekday(from) + 7) % 7) + (nth - 1) * 7;
}
