import { createHash } from "node:crypto";
import { publishedMethods, publishedPrecisions, type Article } from "../core/article.ts";
import type { AnyDocument } from "../core/document.ts";
import type { Publication } from "../core/layers.ts";
import { clusterRoles } from "./duplicates/index.ts";
import { column, defineTable, type Row } from "../core/table.ts";

export const articleStatuses = ["ok", "partial", "rejected"] as const;
export type ArticleStatus = (typeof articleStatuses)[number];

const count = (what: string) =>
  column.optional.integer(`${what}; empty when the pipeline does not look for them.`, { minimum: 0 });

export const articlesTable = defineTable({
  name: "articles",
  summary: "One row per input article that could be read.",
  key: ["article_id"],
  columns: {
    article_id: column.string("Key: from the hash of the normalized text and the URL."),
    source_file: column.string("Path as given to the run; `-` for standard input."),
    line_number: column.optional.integer("Line where the record starts, from 1; empty for files of one article.", { minimum: 1 }),
    source_id: column.optional.string("The source's own id of the article."),
    url: column.optional.string("Web address."),
    outlet: column.optional.string("Newspaper or site."),
    title: column.optional.string("As found."),
    byline: column.optional.string("As found."),
    language: column.string("ISO 639-1."),
    published_at: column.optional.datetime("Time of publication, UTC, where the source gives one."),
    published_date: column.optional.date("Day of publication; first day of the month or year when no more is known."),
    published_precision: column.oneOf(publishedPrecisions, "How exactly the day of publication is known."),
    published_method: column.oneOf(publishedMethods, "Where the day of publication was learned; `text`: only guessed, the latest past date the text tells."),
    n_chars: column.integer("Characters (UTF-16 code units) of the text.", { minimum: 0 }),
    n_words: count("Words of the article's own prose, punctuation apart"),
    n_sentences: count("Sentences of the article's own prose"),
    text_sha256: column.string("SHA-256 of the analyzed text in UTF-8."),
    cluster_id: column.optional.string("Near-duplicate group: the article_id of its first member.", { references: "articles.article_id" }),
    cluster_role: column.optional.oneOf(clusterRoles, "Place in the group; single: no other article is like it."),
    cluster_similarity: column.optional.number("Likeness to the first member, 0 to 1.", { minimum: 0, maximum: 1 }),
    n_mentions: count("Rows of mentions"),
    n_dates: count("Rows of dates"),
    n_figures: count("Rows of figures"),
    n_quotes: count("Rows of quotes"),
    n_events: count("Rows of events"),
    n_stances: count("Rows of stances"),
    n_rejects: column.integer("Rows of rejects about this article from its analysis.", { minimum: 0 }),
    status: column.oneOf(articleStatuses, "ok: all analyzed; partial: a part failed, see rejects; rejected: the analysis failed."),
  },
}); // prettier-ignore

export type ArticleRow = Row<(typeof articlesTable)["columns"]>;

/** The row of an analyzed article; `counts` are rows by table. The cluster columns are filled when all articles are known. */
export function articleRow(
  { article, layers }: AnyDocument,
  counts: Readonly<Record<string, number>>,
  rejects: number,
  status: ArticleStatus,
): ArticleRow {
  const published = layers.publication?.[0] ?? givenPublication(article);
  const time = article.published?.includes("T") === true ? utcTime(article.published) : undefined;
  const words = layers.tokens?.reduce((sum, { upos }) => (upos === "PUNCT" ? sum : sum + 1), 0);
  const all: { [K in keyof ArticleRow]: ArticleRow[K] | undefined } = {
    article_id: article.id,
    source_file: article.sourceFile,
    line_number: article.lineNumber,
    source_id: article.sourceId,
    url: article.url,
    outlet: article.outlet,
    title: article.title,
    byline: article.byline,
    language: article.language ?? "en",
    published_at: published.method === "given" || published.method === "metadata" ? time : undefined,
    published_date: firstDay(published.date),
    published_precision: published.precision,
    published_method: published.method,
    n_chars: article.text.length,
    n_words: words,
    n_sentences: layers.sentences?.length,
    text_sha256: createHash("sha256").update(article.text).digest("hex"),
    n_mentions: counts.mentions,
    n_dates: counts.dates,
    n_figures: counts.figures,
    n_quotes: counts.quotes,
    n_events: counts.events,
    n_stances: counts.stances,
    n_rejects: rejects,
    status,
  };
  return all as ArticleRow;
}

/** What ingest knew, for pipelines without the stage that looks for the day of publication. */
function givenPublication({ published, publishedMethod }: Article): Omit<Publication, "start" | "end"> {
  if (published === undefined) return { precision: "unknown", method: "unknown" };
  const date = published.slice(0, 10);
  const precision = date.length >= 10 ? "day" : date.length >= 7 ? "month" : "year";
  return { date, precision, method: publishedMethod ?? "given" };
}

/** `2024` as `2024-01-01`, `2024-05` as `2024-05-01`. */
function firstDay(date: string | undefined): string | undefined {
  return date === undefined ? undefined : `${date}-01-01`.slice(0, 10);
}

/** `YYYY-MM-DDThh:mm:ssZ`, or undefined for what is no time. */
function utcTime(text: string): string | undefined {
  const milliseconds = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(milliseconds) ? undefined : `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
