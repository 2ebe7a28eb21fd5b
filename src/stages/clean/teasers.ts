import type { Noise, Paragraph } from "../../core/layers.ts";
import { countWords, type NoiseRules } from "../../language/en/noise.ts";
import { endsSentence } from "./paragraphs.ts";

const cutOff = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])["'”’)]*$/;

/** A longest headline between two teasers, in words. */
const longestHeadline = 15;

/** Share of a line's longer words that the article has too, above which the line is taken for its own. */
const ownWords = 0.5;

/**
 * Teasers of other stories at the end: lines cut off by an ellipsis, several in a row. Two in a row must speak of
 * something else than the article, a single one must besides break off where no sentence ends.
 */
export function findTeasers(
  text: string,
  paragraphs: readonly Paragraph[],
  rules: NoiseRules,
): readonly Noise[] {
  const textOf = ({ start, end }: Paragraph): string => text.slice(start, end);
  let first = paragraphs.length;
  let teasers = 0;
  for (let index = paragraphs.length - 1; index > 0; index--) {
    const line = textOf(paragraphs[index]!);
    if (cutOff.test(line)) {
      first = index;
      teasers++;
    } else if (
      teasers === 0 ||
      index + 1 !== first ||
      !isHeadline(line) ||
      !cutOff.test(textOf(paragraphs[index - 1]!))
    )
      break;
  }
  const found = paragraphs.slice(first);
  if (teasers === 0 || (teasers < 3 && !isForeign(text, found, teasers, rules))) return [];
  const ruleId = teasers === 1 ? "teaser.single" : "teaser.run";
  return found.map(({ start, end }) => ({ start, end, kind: "teaser", ruleId }));
}

function isHeadline(line: string): boolean {
  return !endsSentence(line) && countWords(line) <= longestHeadline;
}

function isForeign(text: string, found: readonly Paragraph[], teasers: number, rules: NoiseRules): boolean {
  const body = new Set(longWords(text.slice(0, found[0]!.start)));
  const words = found.flatMap(({ start, end }) => longWords(text.slice(start, end)));
  const own = words.filter((word) => body.has(word)).length;
  if (words.length < 3 || own > ownWords * words.length) return false;
  if (teasers > 1) return true;
  const last = text.slice(found[0]!.start, found[0]!.end).replace(/[^\p{L}\p{N}]+$/u, "");
  return rules.isCut(last.slice(last.lastIndexOf(" ") + 1));
}

/** Words of five letters and more, by their first five: what a line is about, without its endings. */
function longWords(text: string): readonly string[] {
  return (text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 5));
}
