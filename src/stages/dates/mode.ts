import { ymd } from "./calendar.ts";
import type { Finding } from "./grammar.ts";

/*
 * News or narrative. In news a bare "March" or "Friday" is counted from the day of publication; in a story told from
 * history it belongs to the year told last. Opinion pieces mix both, so every expression is decided by its paragraph.
 */

/** A year at least this far before publication starts a story. */
const distance = 2;

/** For each finding, whether its bare parts belong to the story. */
export function narrativeFlags(
  findings: readonly Finding[],
  paragraphOf: readonly number[],
  speech: number | undefined,
): boolean[] {
  if (speech === undefined) return findings.map(() => true);
  const today = ymd(speech).year;
  const flags: boolean[] = [];
  let story = false;
  findings.forEach(({ meaning }, index) => {
    const { point } = meaning;
    const year = point?.fields.year;
    if (year !== undefined) story = Math.abs(today - year) >= distance;
    else if (point?.shift?.from === "speech") story = false;
    else if (index > 0 && paragraphOf[index] !== paragraphOf[index - 1] && !flags[index - 1]) story = false;
    flags.push(story);
  });
  return flags;
}
