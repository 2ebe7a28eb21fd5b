import type { Comparator, Figure, Sentence } from "../../core/layers.ts";
import { indexAfter, type Span } from "../../core/span.ts";

/** A figure of a gold record. */
export interface GoldFigure extends Span {
  readonly text?: string;
  /** A number, or the ends of a range. */
  readonly value?: number | readonly [number, number];
  readonly unit?: string | null;
  readonly kind?: string;
  /** `=`, `~`, `>`, `>=`, `<`, `<=`. */
  readonly comparator?: string;
  readonly change?: string;
  readonly currency?: string;
  readonly counted?: string;
  readonly countedStart?: number;
  readonly countedEnd?: number;
  /** Where the record's links are annotated, null or `none` for none: the category and what the row points at. */
  readonly category?: string;
  /** TIMEX3 value of the date it holds for. */
  readonly on?: string | null;
  /** Id of the actor whose people or things it counts. */
  readonly who?: string | null;
  /** Id of the actor who gives it. */
  readonly said?: string | null;
}

const comparators: Readonly<Record<string, Comparator>> = {
  "=": "eq",
  "~": "approx",
  ">=": "ge",
  ">": "gt",
  "<=": "le",
  "<": "lt",
};
const kinds: Readonly<Record<string, Figure["kind"]>> = {
  count: "count", money: "money", percent: "percent", measure: "measure", age: "age", temperature: "temperature",
  fraction: "ratio", number: "number", range: "number", ordinal: "ordinal",
}; // prettier-ignore

/** The layer a record's own figures make, for `annotate --given figures`. */
export function fromGold(figures: readonly GoldFigure[], sentences: readonly Sentence[]): Figure[] {
  return figures
    .filter(({ value }) => value !== undefined)
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((gold) => {
      const [low, high] = typeof gold.value === "number" ? [gold.value, gold.value] : [...gold.value!].sort((a, b) => a - b);
      const stated = comparators[gold.comparator ?? "="] ?? "eq";
      const isMoney = gold.kind === "money";
      return {
        start: gold.start, end: gold.end, text: gold.text ?? "",
        sentence: indexAfter(sentences, gold.start),
        kind: kinds[gold.kind ?? "number"] ?? "number",
        ...(low === high ? { value: low! } : {}),
        ...(stated === "le" || stated === "lt" ? {} : { valueLow: low! }),
        ...(stated === "ge" || stated === "gt" ? {} : { valueHigh: high! }),
        comparator: stated === "eq" && low !== high ? "range" : stated,
        change: gold.change === "up" ? "rise" : gold.change === "down" ? "fall" : "none",
        ...(gold.unit === undefined || gold.unit === null || isMoney ? {} : { unit: gold.unit }),
        ...(gold.currency === undefined ? {} : { currency: gold.currency, currencyInferred: gold.unit !== gold.currency }),
        ...(gold.counted === undefined ? {} : { countedText: gold.counted, countedHead: gold.counted.split(/\s+/).at(-1)!.toLowerCase() }),
        ...(gold.countedStart === undefined ? {} : { countedStart: gold.countedStart, countedEnd: gold.countedEnd! }),
        category: "none", confidence: 1, ruleId: "given",
      } satisfies Figure;
    }); // prettier-ignore
}
