/** How exactly the day of publication is known. */
export const publishedPrecisions = ["day", "month", "year", "unknown"] as const;
export type PublishedPrecision = (typeof publishedPrecisions)[number];

/** Where the day of publication was learned. `given`: a field of the input; `metadata`: the page's own. */
export const publishedMethods = ["given", "metadata", "dateline", "text", "filename", "unknown"] as const;
export type PublishedMethod = (typeof publishedMethods)[number];

/** One news article as ingest decoded it. The text never changes afterwards: all else is spans over it. */
export interface Article {
  /** Stable: from the hash of the normalized text and the URL. */
  readonly id: string;
  /** NFC, LF line breaks, paragraphs separated by an empty line where the source shows them. */
  readonly text: string;
  readonly title?: string;
  readonly byline?: string;
  /** ISO 8601: `2025-07-04T10:00:00Z`, `2025-07-04`, `2025-07` or `2025`, as exact as the source gave it. */
  readonly published?: string;
  /** Only `given`, `metadata` or `filename` here; the `dates` stage may find one in the text. */
  readonly publishedMethod?: PublishedMethod;
  readonly outlet?: string;
  readonly url?: string;
  /** The id the source itself gave it. */
  readonly sourceId?: string;
  /** ISO 639-1. */
  readonly language?: string;
  /** Path as the user gave it, with `/` between its parts; `-` for standard input. */
  readonly sourceFile: string;
  /** Line of the source file where the record starts, from 1; absent for files of one article. */
  readonly lineNumber?: number;
}
