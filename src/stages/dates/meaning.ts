import type { DateExpression } from "../../core/layers.ts";

/*
 * What an expression says by itself, before it is known when the article was written: the grammar makes meanings, the
 * resolver turns them into values.
 */

export type TimeUnit =
  | "second" | "minute" | "hour" | "day" | "weekend" | "week" | "fortnight" | "month" | "quarter" | "half" | "season"
  | "year" | "decade" | "century" | "millennium"; // prettier-ignore

export type Season = "SP" | "SU" | "FA" | "WI";

/** Parts of a date that the words state. Years are astronomical: 493 BC is -492. */
export interface Fields {
  readonly millennium?: number;
  /** Hundreds of years as TIMEX3 counts them: 19 for the 20th century. */
  readonly century?: number;
  /** Tens of years: 199 for the 1990s. */
  readonly decade?: number;
  readonly year?: number;
  readonly half?: number;
  readonly quarter?: number;
  readonly season?: Season;
  readonly month?: number;
  readonly week?: number;
  readonly day?: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekday?: number;
  readonly weekend?: true;
  /** Rule of a holiday: `12-25`, `11 thu 4`, `easter-2`. */
  readonly holiday?: string;
}

export type AnchorKind = "speech" | "reference";

/** A period counted from the day of writing ("last year") or from the date mentioned last ("the following year"). */
export interface Shift {
  readonly unit: TimeUnit;
  readonly by: number;
  readonly from: AnchorKind;
}

export interface Point {
  readonly fields: Fields;
  readonly shift?: Shift;
  /** "last June", "this Friday", "next summer": which of the named periods. */
  readonly named?: -1 | 0 | 1;
  /** "a year earlier": a distance by which figures are compared. */
  readonly comparison?: true;
  /** "the quarter", "the year-earlier period": the period talked about, some years away. */
  readonly back?: { readonly unit: TimeUnit | "period"; readonly years: number };
}

export interface Meaning {
  readonly type: DateExpression["type"];
  /** The whole value where the words settle it: `P3D`, `PAST_REF`. */
  readonly value?: string;
  readonly point?: Point;
  /** TIMEX3 time of day with its T: `TMO`, `T10:35`. */
  readonly time?: string;
  readonly modifier?: DateExpression["modifier"];
  readonly quant?: string;
  readonly freq?: string;
  /** A duration that ends or begins at an anchor: "the past two months" is before the day of writing. */
  readonly reach?: { readonly from: AnchorKind; readonly direction: -1 | 1 };
}

/** TIMEX3 duration: `P3D`, `PT2H`, `PXY`. Quarters, decades and centuries have letters of their own (P1Q, P1DE, P1CE). */
export function duration(count: number | "X", unit: TimeUnit): string {
  const [factor, letter] = durationUnits[unit];
  const amount = count === "X" ? "X" : String(Number((count * factor).toPrecision(12)));
  return letter.startsWith("T") ? `PT${amount}${letter.slice(1)}` : `P${amount}${letter}`;
}

const durationUnits: Readonly<Record<TimeUnit, readonly [factor: number, letter: string]>> = {
  second: [1, "TS"],
  minute: [1, "TM"],
  hour: [1, "TH"],
  day: [1, "D"],
  weekend: [1, "WE"],
  week: [1, "W"],
  fortnight: [2, "W"],
  month: [1, "M"],
  quarter: [1, "Q"],
  half: [6, "M"],
  season: [3, "M"],
  year: [1, "Y"],
  decade: [1, "DE"],
  century: [1, "CE"],
  millennium: [1000, "Y"],
};
