import type { Article } from "../../core/article.ts";
import type { DateExpression, Noise, Publication, Sentence, Token } from "../../core/layers.ts";
import { dayNumber } from "./calendar.ts";
import { dateExpressions } from "./engine.ts";
import type { Grammar } from "./grammar.ts";
import type { Lexicon } from "./lexicon.ts";

/*
 * When the article was published: what ingest found, else the date in the dateline, else the file name, else the latest
 * full date the text tells in the past. `method` says which, `precision` how exactly.
 */

interface Known {
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly noise?: readonly Noise[];
}

const nowhere = { start: 0, end: 0 };

/** The day to count from; for a month or year the last day of it is not known, so nothing is counted from them. */
export function publishedDay({ date, precision }: Publication): number | undefined {
  if (date === undefined || precision !== "day") return undefined;
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  return dayNumber(year!, month!, day!);
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
  const input = { text, tokens, sentences: [], paragraphs: [], speech: undefined };
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

/** The latest full date told with a past tense around it, or simply the latest: an article is not older than it. */
function latestTold(
  article: Article,
  known: Known,
  grammar: Grammar,
  lexicon: Lexicon,
): Publication | undefined {
  const input = {
    text: article.text,
    tokens: known.tokens,
    sentences: known.sentences,
    paragraphs: [],
    speech: undefined,
  };
  let latest: DateExpression | undefined;
  for (const date of dateExpressions(input, grammar, lexicon)) {
    if (date.anchor !== "absolute" || date.startDate === undefined || !published.has(date.precision))
      continue;
    if (latest === undefined || date.startDate > latest.startDate!) latest = date;
  }
  if (latest === undefined) return undefined;
  const precision =
    latest.precision === "time" || latest.precision === "day"
      ? "day"
      : latest.precision === "month"
        ? "month"
        : "year";
  const length = precision === "day" ? 10 : precision === "month" ? 7 : 4;
  return {
    start: latest.start,
    end: latest.end,
    date: latest.startDate!.slice(0, length),
    precision,
    method: "text",
  };
}

const published: ReadonlySet<DateExpression["precision"]> = new Set(["time", "day", "month", "year"]);
