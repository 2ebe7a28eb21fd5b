import type { Article } from "../core/article.ts";
import type { Problem } from "../core/problem.ts";

/** An input file that was read to its end, for the manifest. `bytes` and `sha256` are those of the file as it lies. */
export interface InputFile {
  /** As the user gave it, with `/` between its parts; `-` for standard input. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What comes out of reading inputs. Every input gives at least one article or one problem, then its file. */
export type IngestItem =
  | { readonly kind: "article"; readonly article: Article }
  | { readonly kind: "reject"; readonly problem: Problem }
  | { readonly kind: "file"; readonly file: InputFile };

/** What a format finds in a file: the article's fields as the source has them, before they are normalized. */
export interface RawArticle {
  readonly text: string;
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
  /** The source's own id. */
  readonly sourceId?: string | undefined;
  /** A date in any wording the source uses; a number counts seconds or milliseconds since 1970. */
  readonly published?: string | number | undefined;
  readonly publishedMethod?: "given" | "metadata";
  readonly line?: number | undefined;
}

export type Raw =
  { readonly kind: "raw"; readonly raw: RawArticle } | { readonly kind: "reject"; readonly problem: Problem };

type Fields = Partial<Omit<Problem, "code" | "message">> & { readonly line?: number | undefined };

/** A problem of this area. */
export function problem(code: string, message: string, { line, ...rest }: Fields = {}): Problem {
  return {
    code: `ingest/${code}`, severity: "rejected", message, ...rest,
    ...(line === undefined ? {} : { at: { ...rest.at, line } }),
  }; // prettier-ignore
}

export function reject(
  code: string,
  message: string,
  fields: Fields = {},
): { kind: "reject"; problem: Problem } {
  return { kind: "reject", problem: problem(code, message, fields) };
}
