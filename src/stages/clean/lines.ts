import type { Noise, Paragraph } from "../../core/layers.ts";
import { isByline } from "../../language/en/byline.ts";
import { countWords, type LinePlace, type NoiseRule, type NoiseRules } from "../../language/en/noise.ts";
import { endsSentence } from "./paragraphs.ts";

/** Words a headline in a list of related stories has at most. */
const longestHeadline = 20;

/** Paragraphs that are no prose of the article as a whole: known by their phrases, their shape or the title. */
export function findNoiseLines(
  text: string,
  paragraphs: readonly Paragraph[],
  title: string | undefined,
  rules: NoiseRules,
): readonly Noise[] {
  const found: Noise[] = [];
  const first = paragraphs.findIndex((paragraph) => isProse(text, paragraph));
  const last = paragraphs.findLastIndex((paragraph) => isProse(text, paragraph));
  let listed = false;
  paragraphs.forEach((paragraph, index) => {
    const line = text.slice(paragraph.start, paragraph.end);
    const place = { head: index < first, tail: last >= 0 && index >= last };
    const matched =
      (place.head && title !== undefined && sameLetters(line, title)
        ? ({ kind: "headline", ruleId: "headline.repeated" } as const)
        : undefined) ??
      matchShape(line, rules, place) ??
      rules.matchLine(line, place);
    const rule =
      matched ??
      (listed && isHeadline(line) ? ({ kind: "related", ruleId: "related.list" } as const) : undefined);
    listed = rule?.kind === "related" && (matched === undefined || isListHeading(line));
    if (rule !== undefined) found.push({ start: paragraph.start, end: paragraph.end, ...rule });
  });
  return found;
}

/** A day alone in a line between paragraphs is the heading of a chronicle. */
function matchShape(line: string, rules: NoiseRules, { head, tail }: LinePlace): NoiseRule | undefined {
  if (isByline(line)) return { kind: "byline", ruleId: "byline.names" };
  if ((head || tail) && rules.isStamp(line)) return { kind: "boilerplate", ruleId: "boilerplate.time_stamp" };
  return undefined;
}

function isProse(text: string, { start, end }: Paragraph): boolean {
  const line = text.slice(start, end);
  return endsSentence(line) && countWords(line) >= 10;
}

function isHeadline(line: string): boolean {
  return !/[.…]["'”’)]*$/.test(line) && countWords(line) <= longestHeadline;
}

/** "Related stories", "More on this:": a list follows. "Read also: Talks resume" has its story in the same line. */
function isListHeading(line: string): boolean {
  return countWords(line) <= 5;
}

function sameLetters(a: string, b: string): boolean {
  const letters = (line: string): string => line.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return letters(a) === letters(b) && letters(a) !== "";
}
