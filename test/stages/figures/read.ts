import { compile } from "../../../src/core/pipeline.ts";
import type { Figure } from "../../../src/core/layers.ts";
import { stages } from "../../../src/stages/index.ts";

export const pipeline = compile({ stages: ["clean", "segment", "figures"] }, stages);

/** The figures of a text, as the stage alone finds them. */
export function read(text: string): readonly Figure[] {
  const { document, problems } = pipeline.analyze({ id: "t", text, sourceFile: "t" });
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("; "));
  return document.layers.figures!;
}

/** Without ordinals and "one of", which are no rows of the table. */
export function rows(text: string): readonly Figure[] {
  return read(text).filter(({ kind, ruleId }) => kind !== "ordinal" && ruleId !== "figures/one-of");
}

/** `[value or bounds, unit or currency]` of each. */
export function values(text: string): readonly (readonly [number | string, string | undefined])[] {
  return rows(text).map(({ value, valueLow, valueHigh, unit, currency }) => [
    value ?? `${valueLow}..${valueHigh}`,
    unit ?? currency,
  ]);
}
