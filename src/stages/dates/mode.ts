import { ymd } from "./calendar.ts";
import type { Finding } from "./grammar.ts";

/*
 * News or narrative. In news a bare "March" or "Friday" is counted from the day of publication; in a story told from
 * history it belongs to the year told last. Opinion pieces mix both, so every paragraph is decided by itself: by the
 * years it tells and by words that point at the day of writing ("yesterday", "last week").
 */

/** A year at least this far from publication belongs to a story. */
const distance = 2;

/** A whole article is a story when it tells so many more distant years than words that point at the day of writing. */
const majority = 2;

/** For each finding, whether its bare parts belong to the story. */
export function narrativeFlags(
  findings: readonly Finding[],
  paragraphOf: readonly number[],
  speech: number | undefined,
): boolean[] {
  if (speech === undefined) return findings.map(() => true);
  const today = ymd(speech).year;
  const distant = findings.map(({ meaning }) => {
    const year = meaning.point?.fields.year;
    return year !== undefined && Math.abs(today - year) >= distance;
  });
  const told = distant.filter(Boolean).length;
  if (told >= 3 && told > majority * findings.filter(pointsAtWriting).length) return findings.map(() => true);
  const toldIn = new Map<number, number>();
  paragraphOf.forEach((paragraph, index) =>
    toldIn.set(paragraph, (toldIn.get(paragraph) ?? 0) + Number(distant[index])),
  );
  const present = new Set(paragraphOf.filter((_, index) => pointsAtWriting(findings[index]!)));
  const flags: boolean[] = [];
  findings.forEach((finding, index) => {
    const paragraph = paragraphOf[index]!;
    const same = index > 0 && paragraphOf[index - 1] === paragraph;
    const year = finding.meaning.point?.fields.year;
    if (year !== undefined) flags.push(distant[index]!);
    else flags.push(same && flags[index - 1]! && !present.has(paragraph) && toldIn.get(paragraph)! > 1);
  });
  return flags;
}

/** "yesterday", "last week", a bare weekday. */
function pointsAtWriting({ meaning: { point } }: Finding): boolean {
  if (point === undefined) return false;
  const { fields, shift } = point;
  return shift?.from === "speech" || (fields.weekday !== undefined && fields.day === undefined);
}
