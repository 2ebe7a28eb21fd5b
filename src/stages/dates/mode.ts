import { ymd } from "./calendar.ts";
import type { Finding } from "./grammar.ts";

/*
 * News or narrative. In news a bare "March" or "Friday" is counted from the day of publication; in a story told from
 * history it belongs to the year told last. Opinion pieces mix both and mention years in passing ("the treaty of 1951"),
 * so a distant year draws bare dates to itself only where it stands in a chain of dates not far from one another, and
 * where its paragraph does not point at the day of writing ("yesterday", "last week").
 */

/** A year at least this far from publication may belong to a story. */
const distance = 2;

/** Neighbors in a chain lie at most so many years apart. */
const step = 3;

/** An article is a story throughout when it tells so many dates in chains … */
const links = 4;

/** … and so many times more than of the year of writing and than words that point at its day. */
const majority = 2;

/** Days after a full date within which a bare day is told of the same year. */
const soon = 93;

/** For each finding, whether its bare parts belong to the story. */
export function narrativeFlags(
  findings: readonly Finding[],
  paragraphOf: readonly number[],
  speech: number | undefined,
): boolean[] {
  if (speech === undefined) return findings.map(() => true);
  const today = ymd(speech).year;
  const chained = inChain(findings, paragraphOf, today);
  const told = chained.filter(Boolean).length;
  const near = findings.filter((finding) => pointsAtWriting(finding) || yearOf(finding) === today);
  if (told >= links && told > majority * near.length) return findings.map(() => true);
  const present = new Set(paragraphOf.filter((_, index) => pointsAtWriting(findings[index]!)));
  const flags: boolean[] = [];
  findings.forEach((finding, index) => {
    const paragraph = paragraphOf[index]!;
    const same = index > 0 && paragraphOf[index - 1] === paragraph;
    if (yearOf(finding) !== undefined) flags.push(chained[index]!);
    else if (same && continues(findings[index - 1]!, finding)) flags.push(true);
    else flags.push(same && flags[index - 1]! && !present.has(paragraph));
  });
  return flags;
}

/** For each finding, whether it tells a distant year a few years from the one told before or after it. */
function inChain(findings: readonly Finding[], paragraphOf: readonly number[], today: number): boolean[] {
  const chained = findings.map(() => false);
  let previous: { readonly index: number; readonly year: number } | undefined;
  findings.forEach((finding, index) => {
    const year = yearOf(finding);
    if (year === undefined) return;
    const close =
      previous !== undefined &&
      Math.abs(year - previous.year) <= step &&
      paragraphOf[index]! - paragraphOf[previous.index]! <= 1;
    if (close && !isNear(year, today) && !isNear(previous!.year, today))
      chained[index] = chained[previous!.index] = true;
    previous = { index, year };
  });
  return chained;
}

/** "on 19 September 2023 ... ; on 20 September": a day soon after one told with its year. */
function continues(told: Finding, next: Finding): boolean {
  const [a, b] = [told.meaning.point?.fields, next.meaning.point?.fields];
  if (a?.year === undefined || a.month === undefined || a.day === undefined) return false;
  if (b?.month === undefined || b.day === undefined) return false;
  const days = (b.month - a.month) * 31 + b.day - a.day;
  return days > 0 && days <= soon;
}

const yearOf = ({ meaning }: Finding): number | undefined => meaning.point?.fields.year;

const isNear = (year: number | undefined, today: number): boolean =>
  year !== undefined && Math.abs(today - year) < distance;

/** "yesterday", "last week", a bare weekday. */
function pointsAtWriting({ meaning: { point } }: Finding): boolean {
  if (point === undefined) return false;
  const { fields, shift } = point;
  return shift?.from === "speech" || (fields.weekday !== undefined && fields.day === undefined);
}
