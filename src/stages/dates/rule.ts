import type { Meaning, Shift } from "./meaning.ts";
import type { Terminals } from "./terminals.ts";
import type { Words } from "./words.ts";

/** What a rule may capture: the classes of words, and expressions made by other rules. */
export interface Classes extends Terminals {
  /** A calendar or relative date, found by the rules of `rules/dates.ts`. */
  readonly DATE: Meaning;
  /** "last year", "that year", "the same month": a period to put a smaller one into. */
  readonly PERIOD: Shift;
}

export type Captured = Partial<Classes>;

/** Where a match stands, for rules that look around. */
export interface Place {
  readonly words: Words;
  readonly start: number;
  readonly end: number;
}

export interface Rule {
  readonly id: string;
  readonly pattern: string;
  /** Undefined: the words fit, but mean no date. */
  readonly meaning: (captured: Captured, place: Place) => Meaning | undefined;
  /** Name of a guard (guards.ts) that may refuse the match. */
  readonly guard?:
    | "month"
    | "year"
    | "season"
    | "clock"
    | "uncounted"
    | "offset"
    | "quarter"
    | "lower"
    | "dayth"
    | "back"
    | "age"
    | "unit"
    | "rate"
    | "shortUnit"
    | "half"
    | "weekday"
    | "phrase"
    | "someday";
}
