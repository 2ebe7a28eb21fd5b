import type { Article } from "../../core/article.ts";
import type { Noise, Publication, Token } from "../../core/layers.ts";
import { dayNumber, formatDay, ymd } from "./calendar.ts";
import { dateExpressions } from "./engine.ts";
import type { Finding, Grammar } from "./grammar.ts";
import type { Lexicon } from "./lexicon.ts";
import { dayPeriod, monthPeriod, yearPeriod, type Period } from "./period.ts";
import { resolvePoint, type Anchors } from "./resolve.ts";
import { tenseNear } from "./tense.ts";
import { wordsOf } from "./words.ts";

/*
 * When the article was published: what ingest found, else the date in the dateline, else the file name, else the latest
 * full date the text tells in the past. `method` says which, `precision` how exactly.
 */

interface Known {
  readonly tokens: readonly Token[];
  readonly noise?: readonly Noise[];
}

const nowhere = { start: 0, end: 0 };

/**
 * The day to count from, or the month or year where no more is known. The latest month or year that the text itself tells
 * is no day of writing: nothing is counted from it.
 */
export function publishedPeriod({ date, precision, method }: Publication): Period | undefined {
  if (date === undefined || (method === "text" && precision !== "day")) return undefined;
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  if (day !== undefined) return dayPeriod(dayNumber(year!, month!, day));
  return month === undefined ? yearPeriod(year!) : monthPeriod(year!, month);
}

export function findPublication(
  article: Article,
  known: Known,
  grammar: Grammar,
  lexicon: Lexicon,
): Publication {
  const given = isoPublication(article.published);
  if (given !== undefined) return { ...nowhere, ...given, method: article.publishedMethod ?? "given" };
  for (const dateline of (known.noise ?? []).filter(({ kind }) => kind === "dateline")) {
    const found = dateIn(article.text.slice(dateline.start, dateline.end), grammar, lexicon);
    if (found !== undefined)
      return { start: dateline.start, end: dateline.end, ...found, method: "dateline" };
  }
  const named = fileNameDate(article.sourceFile);
  if (named !== undefined) return { ...nowhere, ...named, method: "filename" };
  const told = latestTold(article, known, grammar, lexicon);
  return told ?? { ...nowhere, precision: "unknown", method: "unknown" };
}

type Dated = Pick<Publication, "date" | "precision">;

function isoPublication(published: string | undefined): Dated | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)/.exec(published ?? "");
  if (parts === null) return undefined;
  const [, year, month, day] = parts;
  if (month === undefined) return { date: year!, precision: "year" };
  if (Number(month) < 1 || Number(month) > 12) return { date: year!, precision: "year" };
  if (day === undefined || Number(day) < 1 || Number(day) > 31)
    return { date: `${year}-${month}`, precision: "month" };
  return { date: `${year}-${month}-${day}`, precision: "day" };
}

/** The first full date of a short piece of text. */
function dateIn(text: string, grammar: Grammar, lexicon: Lexicon): Dated | undefined {
  const tokens = [...text.matchAll(/[\p{L}\p{N}./'-]+|[^\s\p{L}\p{N}]/gu)].map(
    ({ 0: word, index }): Token => ({
      start: index, end: index + word.length, text: word, sentence: 0, upos: "X", xpos: "X", lemma: word,
    }),
  ); // prettier-ignore
  const input = { text, tokens, sentences: [], paragraphs: [], names: [], speech: undefined, dated: false };
  const full = dateExpressions(input, grammar, lexicon).find(
    ({ anchor, value }) => anchor === "absolute" && /^\d{4}-\d\d-\d\d/.test(value),
  );
  return full === undefined ? undefined : { date: full.value.slice(0, 10), precision: "day" };
}

/** A day in a path: `2025-07-04`, `20250704`, `2025/07/04`, `2025_07_04`. */
function fileNameDate(path: string): Dated | undefined {
  for (const found of path.matchAll(
    /(?<!\d)(19\d\d|20\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g,
  ))
    return { date: `${found[1]}-${found[3]}-${found[4]}`, precision: "day" };
  return undefined;
}

/** The latest date with its year that the text does not tell as still to come: an article is not older than it. */
function latestTold(
  article: Article,
  known: Known,
  grammar: Grammar,
  lexicon: Lexicon,
): Publication | undefined {
  const words = wordsOf(article.text, known.tokens, lexicon);
  let latest: { readonly finding: Finding; readonly period: Period } | undefined;
  for (const finding of grammar(words)) {
    const point = finding.meaning.point;
    if (point?.fields.year === undefined || point.shift !== undefined || point.back !== undefined) continue;
    if (tenseNear(words, finding.first, finding.last, lexicon) === "future") continue;
    if (lexicon.classes(words.lower[finding.first - 1] ?? "")?.has("deadline") === true) continue;
    const { period } = resolvePoint(point, nothingKnown);
    if (period === undefined || ymd(period.first).year < 1) continue;
    const later = latest === undefined ? 1 : period.first - latest.period.first;
    if (later > 0 || (later === 0 && period.last < latest!.period.last)) latest = { finding, period };
  }
  if (latest === undefined) return undefined;
  const { finding, period } = latest;
  const precision = period.precision === "day" || period.precision === "month" ? period.precision : "year";
  const length = precision === "day" ? 10 : precision === "month" ? 7 : 4;
  const date = formatDay(period.first).slice(0, length);
  return { start: finding.start, end: finding.end, date, precision, method: "text" };
}

const nothingKnown: Anchors = {
  speech: undefined, dated: false, reference: undefined, quarter: undefined, quarterly: false, narrative: false, tense: "none", since: false,
}; // prettier-ignore
