import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { DyadicError } from "../core/problem.ts";
import type { Measure } from "./evaluate.ts";

const percent = z.number().min(0).max(100);

/** `corpus/bars.yaml`: by `stage.measure` the least F1, or the least of several ratios, in percent. */
const barsSchema = z.record(
  z.string(),
  z.union([
    percent,
    z.strictObject({ precision: percent.optional(), recall: percent.optional(), f1: percent.optional() }),
  ]),
);

export interface Bar {
  readonly measure: string;
  readonly ratio: "precision" | "recall" | "f1";
  readonly least: number;
}

/** Throws DyadicError `evaluate/bad-bars`. */
export function readBars(file: string): readonly Bar[] {
  const fail = (message: string): never => {
    throw new DyadicError([{
      code: "evaluate/bad-bars", severity: "rejected", message, at: { file },
      hint: "Write one measure a line, such as `dates.value: 80`.",
    }]); // prettier-ignore
  };
  let written: unknown;
  try {
    written = parse(readFileSync(file, "utf8"));
  } catch (error) {
    return fail((error as Error).message);
  }
  const parsed = barsSchema.safeParse(written ?? {});
  if (!parsed.success)
    return fail(parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; "));
  return Object.entries(parsed.data).flatMap(([measure, bar]) =>
    typeof bar === "number"
      ? [{ measure, ratio: "f1" as const, least: bar }]
      : (["precision", "recall", "f1"] as const).flatMap((ratio) =>
          bar[ratio] === undefined ? [] : [{ measure, ratio, least: bar[ratio] }],
        ),
  );
}

/** A bar that does not hold; `value` is absent when nothing was measured, which misses the bar too. */
export interface MissedBar extends Bar {
  readonly value?: number;
}

export function missedBars(bars: readonly Bar[], measures: readonly Measure[]): readonly MissedBar[] {
  const byName = new Map(measures.map((measure) => [measure.name, measure]));
  return bars.flatMap((bar) => {
    const value = byName.get(bar.measure)?.[bar.ratio];
    if (value !== undefined && value >= bar.least) return [];
    return [value === undefined ? bar : { ...bar, value }];
  });
}
