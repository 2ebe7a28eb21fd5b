import type { DateExpression } from "../../core/layers.ts";
import { dayNumber, daysInMonth, easter, formatMonth, formatYear, weekday, ymd } from "./calendar.ts";
import type { Fields, Point, Shift } from "./meaning.ts";
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  halfPeriod,
  holidayDay,
  monthPeriod,
  periodAt,
  quarterPeriod,
  seasonPeriod,
  weekPeriod,
  weekendPeriod,
  yearPeriod,
  type Period,
} from "./period.ts";
import type { Tense } from "./tense.ts";

/** What the text around an expression offers to count from. */
export interface Anchors {
  /** Day of publication, or the month or year where no more is known. */
  readonly speech: Period | undefined;
  /** Whether that was learned, not guessed from the latest date the text tells. */
  readonly dated: boolean;
  /** Period told last. */
  readonly reference: Period | undefined;
  /** Quarter told last in the same article. */
  readonly quarter: { readonly year: number; readonly quarter: number } | undefined;
  /** Figures of the quarter are being compared: "a year ago" means the quarter a year ago. */
  readonly quarterly: boolean;
  /** Bare months and days belong to the story (its last date), not to the day of publication. */
  readonly narrative: boolean;
  readonly tense: Tense;
  /** The words before it say that it lies before what they count from: "since Saturday". */
  readonly since: boolean;
}

export interface Resolved {
  readonly value: string;
  /** Absent where no calendar period follows. */
  readonly period?: Period;
  /** Only one end is known: "the following days" begin the day after, "recent weeks" end the day before. */
  readonly open?: { readonly day: number; readonly direction: -1 | 1 };
  readonly anchor: DateExpression["anchor"];
  readonly anchorDay?: number;
  readonly implied: DateExpression["implied"];
}

/** A point in time as a period of the calendar. */
export function resolvePoint(point: Point, anchors: Anchors): Resolved {
  const { fields, shift, named, back } = point;
  if (back !== undefined) return resolveBack(back, fields, anchors);
  if (shift !== undefined) return resolveShift(shift, fields, anchors, point.comparison === true);
  if (named !== undefined) return resolveNamed(named, fields, anchors);
  return resolveFields(fields, anchors);
}

type Base = {
  readonly day: number;
  readonly anchor: "publication" | "previous_date";
  readonly period: Period;
};

/** What to count from: the day of publication or the period told last, each standing in for the other. */
function base(from: Shift["from"], { speech, reference }: Anchors): Base | undefined {
  const published: Base | undefined =
    speech === undefined ? undefined : { day: speech.first, anchor: "publication", period: speech };
  const told: Base | undefined =
    reference === undefined
      ? undefined
      : { day: reference.first, anchor: "previous_date", period: reference };
  return from === "speech" ? published : (told ?? published);
}

const absolute = (period: Period): Resolved => ({
  value: period.value,
  period,
  anchor: "absolute",
  implied: [],
});

const anchored = (period: Period, from: Base, implied: Resolved["implied"]): Resolved => ({
  value: period.value, period, anchor: from.anchor, anchorDay: from.day, implied,
}); // prettier-ignore

const unresolved = (value: string): Resolved => ({ value, anchor: "unresolved", implied: [] });

/** Rank of precisions from fine to coarse. */
const rank = {
  time: 0,
  day: 1,
  week: 2,
  month: 3,
  quarter: 4,
  season: 4,
  year: 5,
  decade: 6,
  century: 7,
  unknown: 8,
};

function resolveShift(shift: Shift, fields: Fields, anchors: Anchors, comparison: boolean): Resolved {
  const from = shiftBase(shift, anchors);
  if (from === undefined) return unresolved(unknownUnit(shift, fields));
  const small = shift.unit === "hour" || shift.unit === "minute" || shift.unit === "second";
  const unit = small ? "day" : shift.unit;
  const needed =
    unit === "day"
      ? 1
      : unit === "week" || unit === "weekend" || unit === "fortnight"
        ? 2
        : unit === "month"
          ? 3
          : unit === "quarter"
            ? 4
            : 5;
  const known = rank[from.period.precision];
  if (known > needed && !(needed === 5 && known <= 5)) {
    if (from.anchor === "publication") return unresolved(unknownUnit(shift, fields));
    // "two days later" after a date told only to the month: the day stays open.
    const { year, month } = ymd(from.period.first);
    if (needed === 3 && known === 4)
      return anchored(periodAt(unit, from.period.first, shift.by), from, ["year", "month"]);
    if (known >= 6) return unresolved(unknownUnit(shift, fields));
    const open = needed === 1 ? "-XX" : needed === 2 ? "" : "-XX";
    const value =
      known === 3
        ? formatMonth(year, month) + open
        : formatYear(year) + (needed === 1 ? "-XX-XX" : needed === 2 ? "-WXX" : "-XX");
    return { ...unresolved(value), anchor: from.anchor, anchorDay: from.day };
  }
  // "a year ago" beside a quarterly figure means the same quarter of that year.
  if (comparison && anchors.quarter !== undefined && anchors.quarterly)
    return anchored(quarterPeriod(anchors.quarter.year - 1, anchors.quarter.quarter), from, [
      "year",
      "month",
    ]);
  const period = small ? periodAt("day", from.day, 0) : periodAt(unit, from.day, shift.by);
  const inside = Object.keys(fields).length === 0 ? period : placeFields(fields, period);
  return anchored(inside, from, [
    "year",
    ...(rank[inside.precision] <= 3 && fields.month === undefined ? ["month" as const] : []),
    ...(rank[inside.precision] <= 1 && fields.day === undefined ? ["day" as const] : []),
  ]);
}

/**
 * In a story "this day" is the day told; in news "that morning" after a date told only to the month is the day of
 * writing.
 */
function shiftBase(shift: Shift, anchors: Anchors): Base | undefined {
  const { narrative } = anchors;
  const told = base("reference", anchors);
  const daily = shift.unit === "day" && shift.by === 0 && shift.from === "reference";
  if (daily && !narrative && told !== undefined && rank[told.period.precision] > 1)
    return base("speech", anchors) ?? told;
  return base(shift.from, anchors);
}

/** Smaller fields put into a period: the June of a year, the Friday of a week. */
function placeFields(fields: Fields, period: Period): Period {
  if (fields.weekday !== undefined && period.precision === "week")
    return dayPeriod(period.first + fields.weekday - 1);
  const { year, month } = ymd(period.first);
  if (period.precision === "month" && fields.day !== undefined && fields.month === undefined)
    return dayOf(year, month, fields.day);
  return fieldsInYear(fields, year) ?? period;
}

const dayOf = (year: number, month: number, day: number): Period =>
  day > daysInMonth(year, month) ? monthPeriod(year, month) : dayPeriod(dayNumber(year, month, day));

/** The period that fields name once the year is known; undefined when they hold nothing smaller than a year. */
function fieldsInYear(fields: Fields, year: number): Period | undefined {
  const { month, day, quarter, half, season, holiday, week } = fields;
  if (holiday !== undefined) return dayPeriod(holidayDay(holiday, year, easter));
  if (month !== undefined && day !== undefined)
    return week === undefined ? dayOf(year, month, day) : weekPeriod(dayOf(year, month, day).first);
  if (month !== undefined) return monthPeriod(year, month);
  if (quarter !== undefined) return quarterPeriod(year, quarter);
  if (half !== undefined) return halfPeriod(year, half);
  if (season !== undefined) return seasonPeriod(year, season);
  return undefined;
}

function resolveNamed(named: -1 | 0 | 1, fields: Fields, anchors: Anchors): Resolved {
  const from = base("speech", anchors) ?? base("reference", anchors);
  if (from === undefined) return unresolved(unknownFields(fields));
  if (anchors.narrative && anchors.reference !== undefined)
    return namedFrom(named, fields, base("reference", anchors)!, anchors);
  return namedFrom(named, fields, from, anchors);
}

function namedFrom(named: -1 | 0 | 1, fields: Fields, from: Base, anchors: Anchors): Resolved {
  const { year, month } = ymd(from.day);
  if (named !== 0 && tooVague(from, fields)) return unresolved(unknownFields(fields));
  if (fields.weekday !== undefined) {
    if (tooVague(from, fields)) return unresolved(unknownFields(fields));
    const today = weekday(from.day);
    const gap = fields.weekday - today;
    const by = named === 0 ? gap : named < 0 ? (gap >= 0 ? gap - 7 : gap) : gap <= 0 ? gap + 7 : gap;
    return anchored(dayPeriod(from.day + by), from, ["year", "month", "day"]);
  }
  if (fields.quarter !== undefined) {
    const plain = resolveFields(fields, anchors);
    const at = plain.period === undefined ? year : ymd(plain.period.first).year;
    return anchored(quarterPeriod(at + named, fields.quarter), from, ["year"]);
  }
  if (named === 0) {
    const same = fieldsInYear(fields, year) ?? yearPeriod(year);
    // "that summer", told in the past tense before the summer of this year has come: last year's.
    const gone = anchors.tense === "past" && from.anchor === "publication" && same.first > from.period.last;
    return anchored(gone ? (fieldsInYear(fields, year - 1) ?? same) : same, from, ["year"]);
  }
  const current = (p: Period): boolean =>
    fields.month === month && fields.day === undefined && ymd(p.first).year === year;
  const options = [-2, -1, 0, 1, 2].map((by) => fieldsInYear(fields, year + by) ?? yearPeriod(year + by));
  const target =
    named < 0
      ? options.findLast((p) => p.last < from.day && !current(p))
      : options.find((p) => p.first > from.day && !current(p));
  return anchored(target ?? yearPeriod(year + named), from, ["year"]);
}

function resolveBack(back: NonNullable<Point["back"]>, fields: Fields, anchors: Anchors): Resolved {
  const { unit, years } = back;
  if (unit === "period" || unit === "quarter") {
    if (anchors.quarter !== undefined) {
      const { year, quarter } = anchors.quarter;
      const target = quarterPeriod((fields.year ?? year) + years, quarter);
      return {
        value: target.value,
        period: target,
        anchor: "previous_date",
        anchorDay: quarterPeriod(year, quarter).first,
        implied: ["year", "month"],
      };
    }
    if (fields.year !== undefined) return absolute(yearPeriod(fields.year));
    const from = base(anchors.narrative ? "reference" : "speech", anchors);
    if (from === undefined) return unresolved("XXXX-QX");
    if (years === 0 && isVague(from, 3)) return unresolved("XXXX-QX");
    if (years !== 0) return anchored(yearPeriod(ymd(from.day).year + years), from, ["year"]);
    return anchored(periodAt("quarter", from.day, -1), from, ["year", "month"]);
  }
  const from =
    base(anchors.narrative || unit === "week" || unit === "month" ? "reference" : "speech", anchors) ??
    base("reference", anchors);
  if (from === undefined)
    return unresolved(unit === "month" ? "XXXX-XX" : unit === "week" ? "XXXX-WXX" : "XXXX");
  if (isVague(from, unit === "year" || unit === "decade" ? 5 : unit === "month" ? 3 : 1))
    return unresolved(unit === "month" ? "XXXX-XX" : "XXXX-WXX");
  if (unit === "weekend") {
    const saturday = from.day - ((weekday(from.day) - 6 + 7) % 7);
    return anchored(
      weekendPeriod(anchors.tense === "future" && weekday(from.day) < 6 ? from.day : saturday),
      from,
      ["year", "month", "day"],
    );
  }
  return anchored(periodAt(unit, from.day, years), from, ["year"]);
}

function resolveFields(fields: Fields, anchors: Anchors): Resolved {
  const { century, decade, year, month, day, weekday: ofWeek, millennium } = fields;
  if (year !== undefined) return absolute(fieldsInYear(fields, year) ?? yearPeriod(year));
  if (decade !== undefined) return absolute(decadePeriod(decade));
  if (century !== undefined) return absolute(centuryPeriod(century));
  if (millennium !== undefined) return unresolved(unknownFields(fields));
  const from = base(anchors.narrative ? "reference" : "speech", anchors) ?? base("reference", anchors);
  if (from === undefined) return unresolved(unknownFields(fields));
  if (
    month === undefined &&
    fields.quarter === undefined &&
    fields.half === undefined &&
    fields.season === undefined &&
    fields.holiday === undefined
  ) {
    if (day !== undefined) {
      const told = base("reference", anchors) ?? from;
      if (rank[told.period.precision] > 3)
        return unresolved(`${formatYear(ymd(told.day).year)}-XX-${two(day)}`);
      const { year: y, month: m } = ymd(told.day);
      return anchored(dayOf(y, m, day), told, ["year", "month"]);
    }
    if (tooVague(from, fields)) return unresolved(unknownFields(fields));
    if (ofWeek !== undefined) return bareWeekday(ofWeek, from, anchors);
    return unresolved("XXXX");
  }
  const here = ymd(from.day).year;
  if (anchors.narrative && from.anchor === "previous_date") {
    return anchored(fieldsInYear(fields, here)!, from, ["year"]);
  }
  if (tooVague(from, fields)) return unresolved(unknownFields(fields));
  const options = [here - 1, here, here + 1].map((y) => fieldsInYear(fields, y)!);
  return anchored(chooseYear(options, from.day, fields, anchors.tense), from, ["year"]);
}

/** Whether publication is known too vaguely to settle these fields: a weekday needs its day, a month its month. */
const tooVague = (from: Base, { weekday: ofWeek, month }: Fields): boolean =>
  isVague(from, ofWeek !== undefined && month === undefined ? 1 : 3);

/** Whether publication is known only more coarsely than a rank of precision. */
const isVague = ({ anchor, period }: Base, most: number): boolean =>
  anchor === "publication" && rank[period.precision] > most;

/** Beyond so many days ahead, a day told in the past tense is last year's. */
const farAhead = 30;

/** Which year a month, quarter, season or day of a month means: measured on newswire, see the benchmark's traps. */
function chooseYear(options: readonly Period[], today: number, fields: Fields, tense: Tense): Period {
  const distance = (p: Period): number =>
    p.first > today ? p.first - today : p.last < today ? today - p.last : 0;
  const nearest = options.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  const past = options.findLast((p) => p.first <= today) ?? nearest;
  if (fields.day !== undefined || fields.holiday !== undefined)
    return tense === "past" && nearest.first - today > farAhead ? past : nearest;
  if (fields.quarter !== undefined) return tense === "past" ? past : nearest;
  if (tense === "future") return options.find((p) => p.last >= today) ?? nearest;
  return tense === "past" ? past : nearest;
}

/** The most recent one, the day of publication included; the next when the tense is future. */
function bareWeekday(ofWeek: number, from: Base, { tense, narrative, since }: Anchors): Resolved {
  const gap = (weekday(from.day) - ofWeek + 7) % 7;
  if (narrative && rank[from.period.precision] > 1) return unresolved(`XXXX-WXX-${ofWeek}`);
  const forward = tense === "future" || (narrative && !since && from.anchor === "previous_date");
  const day = forward ? from.day + ((7 - gap) % 7) : from.day - gap;
  return anchored(dayPeriod(day), from, ["year", "month", "day"]);
}

const two = (value: number): string => String(value).padStart(2, "0");

/** The value with its unknown places marked. */
function unknownFields({ month, day, weekday: ofWeek, season, quarter, half }: Fields): string {
  if (month !== undefined) return day === undefined ? `XXXX-${two(month)}` : `XXXX-${two(month)}-${two(day)}`;
  if (day !== undefined) return `XXXX-XX-${two(day)}`;
  if (ofWeek !== undefined) return `XXXX-WXX-${ofWeek}`;
  if (season !== undefined) return `XXXX-${season}`;
  if (quarter !== undefined) return `XXXX-Q${quarter}`;
  if (half !== undefined) return `XXXX-H${half}`;
  return "XXXX";
}

function unknownUnit({ unit }: Shift, fields: Fields): string {
  if (Object.keys(fields).length > 0) return unknownFields(fields);
  switch (unit) {
    case "week":
    case "fortnight":
      return "XXXX-WXX";
    case "weekend":
      return "XXXX-WXX-WE";
    case "month":
      return "XXXX-XX";
    case "quarter":
      return "XXXX-QX";
    case "year":
    case "decade":
    case "century":
    case "millennium":
      return "XXXX";
    default:
      return "XXXX-XX-XX";
  }
}

/** Calendar value and time of day together. */
export function withTime(value: string, time: string | undefined): string {
  if (time === undefined) return value;
  return /-\d\d-\d\d$|-XX$/.test(value) ? value + time : value;
}
