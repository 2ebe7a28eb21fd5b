import type { DateExpression } from "../../core/layers.ts";
import type { Counts } from "../../core/score.ts";
import type { Exchange, GoldRecord } from "../../core/stage.ts";
import { overlaps, sameSpan, type Span } from "../../core/span.ts";

/** A temporal expression as gold files hold it. */
export interface GoldDate extends Span {
  readonly text?: string;
  readonly type: string;
  readonly value?: string;
  readonly mod?: string;
}

const timexModifiers: Readonly<Partial<Record<DateExpression["modifier"], string>>> = {
  approx: "APPROX", start: "START", mid: "MID", end: "END", before: "BEFORE", after: "AFTER",
  less_than: "LESS_THAN", more_than: "MORE_THAN",
}; // prettier-ignore

export function toGold(date: DateExpression): GoldDate {
  const { start, end, text, type, value, modifier } = date;
  const mod = timexModifiers[modifier];
  return { start, end, text, type, value, ...(mod === undefined ? {} : { mod }) };
}

export const datesExchange: Exchange<"dates" | "publication"> = {
  fields: ["dates"],
  annotate: (document) => ({ dates: (document.layers.dates ?? []).map(toGold) }),
  score(record: GoldRecord, document) {
    const gold = (record["dates"] ?? []) as readonly GoldDate[];
    return scoreDates(gold, (document.layers.dates ?? []).map(toGold));
  },
};

/**
 * Counts after TempEval-3 task A (UzZaman et al. 2013): `relaxed` pairs overlap, one to one, identical spans first, then
 * the largest overlaps; `strict` spans are identical; `value` and `type` count the relaxed pairs that agree. Pairs whose
 * gold has no value count as neither right nor wrong for `value`: they leave its F1 to those that have one.
 */
export function scoreDates(
  gold: readonly GoldDate[],
  found: readonly GoldDate[],
): Readonly<Record<string, Counts>> {
  const pairs = pair(gold, found);
  const counts = (correct: number): Counts => ({ correct, found: found.length, gold: gold.length });
  const agree = (same: (a: GoldDate, b: GoldDate) => boolean): number =>
    pairs.filter(([a, b]) => same(a, b)).length;
  const valued = agree((a) => a.value !== undefined && a.value !== "");
  return {
    strict: counts(agree(sameSpan)),
    relaxed: counts(pairs.length),
    type: counts(agree((a, b) => a.type === b.type)),
    value: counts(agree((a, b) => a.value !== undefined && a.value === b.value)),
    value_accuracy: {
      correct: agree((a, b) => a.value !== undefined && a.value === b.value),
      found: valued,
      gold: valued,
    },
  };
}

function pair(gold: readonly GoldDate[], found: readonly GoldDate[]): (readonly [GoldDate, GoldDate])[] {
  const candidates: { i: number; j: number; overlap: number; exact: boolean }[] = [];
  gold.forEach((a, i) => {
    found.forEach((b, j) => {
      if (overlaps(a, b))
        candidates.push({
          i,
          j,
          exact: sameSpan(a, b),
          overlap: Math.min(a.end, b.end) - Math.max(a.start, b.start),
        });
    });
  });
  candidates.sort(
    (x, y) => Number(y.exact) - Number(x.exact) || y.overlap - x.overlap || x.i - y.i || x.j - y.j,
  );
  const takenGold = new Set<number>();
  const takenFound = new Set<number>();
  const pairs: [GoldDate, GoldDate][] = [];
  for (const { i, j } of candidates) {
    if (takenGold.has(i) || takenFound.has(j)) continue;
    takenGold.add(i);
    takenFound.add(j);
    pairs.push([gold[i]!, found[j]!]);
  }
  return pairs;
}
