import { readFileSync } from "node:fs";
import { DyadicError } from "../core/problem.ts";
import type { Counts } from "../core/score.ts";
import type { Evaluation } from "./evaluate.ts";

/** A record that a measure now gets more wrong than before: errors are false finds plus misses. */
export interface Regression {
  readonly id: string;
  readonly measure: string;
  readonly errorsBefore: number;
  readonly errorsNow: number;
}

const errors = ({ correct, found, gold }: Counts): number => found + gold - 2 * correct;

/** What became newly wrong since an earlier evaluation, worst first. Records that only one of them has are left out. */
export function regressions(earlier: Evaluation, now: Evaluation): readonly Regression[] {
  const before = new Map(earlier.records.map(({ id, score }) => [id, score]));
  const found: Regression[] = [];
  for (const { id, score } of now.records)
    for (const [measure, counts] of Object.entries(score)) {
      const old = before.get(id)?.[measure];
      if (old === undefined || errors(counts) <= errors(old)) continue;
      found.push({ id, measure, errorsBefore: errors(old), errorsNow: errors(counts) });
    }
  return found.sort((a, b) => b.errorsNow - b.errorsBefore - (a.errorsNow - a.errorsBefore));
}

/** Reads what `dyadic evaluate --output` wrote. Throws DyadicError `evaluate/bad-baseline`. */
export function readEvaluation(file: string): Evaluation {
  try {
    const value = JSON.parse(readFileSync(file, "utf8")) as Evaluation;
    if (Array.isArray(value.records) && Array.isArray(value.measures)) return value;
    throw new Error("it holds no evaluation");
  } catch (error) {
    throw new DyadicError([{
      code: "evaluate/bad-baseline", severity: "rejected", at: { file },
      message: `Cannot read the earlier evaluation ${file}: ${(error as Error).message}`,
      hint: "Give a JSON file written by `dyadic evaluate --output`.",
    }]); // prettier-ignore
  }
}
