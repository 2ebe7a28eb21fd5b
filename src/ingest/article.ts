import { createHash } from "node:crypto";
import type { Article } from "../core/article.ts";
import type { Problem } from "../core/problem.ts";
import { problem, type IngestItem, type RawArticle } from "./item.ts";
import { detectLanguage, languageName } from "./language.ts";
import { normalizeLine, normalizeText } from "./normalize.ts";
import type { IngestOptions } from "./options.ts";
import type { SeenIds } from "./seen-ids.ts";
import { dateInFileName, dateInUrl, normalizePublished } from "./published.ts";

/** The article of a record, or the problem why it is none; a problem beside an article is a warning. */
export async function* buildArticle(
  raw: RawArticle,
  file: string,
  options: IngestOptions,
  seen: SeenIds,
): AsyncGenerator<IngestItem> {
  const place = { at: { file, ...(raw.line === undefined ? {} : { line: raw.line }) } };
  const text = normalizeText(raw.text);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    yield rejected(problem("empty", "The article has no text.", place));
    return;
  }
  if (text.length > options.maxBytes) {
    yield rejected(
      problem("too-large", `The article has ${text.length} characters.`, {
        ...place,
        hint: "Raise maxBytes to read it.",
      }),
    );
    return;
  }
  const language = await detectLanguage(text);
  if (options.language === "en" && language !== undefined && language !== "en") {
    yield rejected(
      problem("not-english", `The article is in ${languageName(language)} (${language}), not in English.`, {
        ...place, sample: text.slice(0, 80), hint: "Set language: any to analyze it all the same.",
      }), // prettier-ignore
    );
    return;
  }
  const url = normalizeLine(raw.url);
  const published = findPublished(raw, file, url);
  if (published.problem !== undefined) yield rejected({ ...published.problem, ...place });
  yield {
    kind: "article",
    article: {
      id: articleId(text, url, seen),
      text,
      ...optional("title", normalizeLine(raw.title)),
      ...optional("byline", normalizeLine(raw.byline)),
      ...published.fields,
      ...optional("outlet", normalizeLine(raw.outlet)),
      ...optional("url", url),
      ...optional("sourceId", normalizeLine(raw.sourceId)),
      language: language ?? "en",
      sourceFile: file,
      ...(raw.line === undefined ? {} : { lineNumber: raw.line }),
    },
  };
}

function rejected(found: Problem): IngestItem {
  return { kind: "reject", problem: found };
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}

/** "a" and 16 hexadecimal digits; the same for the same text and address, however the file is called. */
function articleId(text: string, url: string | undefined, seen: SeenIds): string {
  const digest = (suffix: string): string =>
    createHash("sha256")
      .update(`${text}\n${url ?? ""}${suffix}`)
      .digest("hex")
      .slice(0, 16);
  const id = digest("");
  const before = seen.add(id);
  return `a${before === 0 ? id : digest(`\n${before}`)}`;
}

type Published = Pick<Article, "published" | "publishedMethod">;

/** The record's own date; else that of the address; else, for a file of one article, that of the file's name. */
function findPublished(
  raw: RawArticle,
  file: string,
  url: string | undefined,
): { readonly fields: Published; readonly problem?: Problem } {
  const given = raw.published === undefined || raw.published === "" ? undefined : raw.published;
  const own = given === undefined ? undefined : normalizePublished(given);
  if (own !== undefined)
    return { fields: { published: own, publishedMethod: raw.publishedMethod ?? "given" } };
  const unread =
    given === undefined
      ? undefined
      : problem("bad-date", `Cannot read the date of publication "${String(given).slice(0, 60)}".`, {
          severity: "degraded", hint: "Dates of the years 1900 to 2100 in ISO form (2025-07-04) are always understood.",
        }); // prettier-ignore
  const fromUrl = url === undefined ? undefined : dateInUrl(url);
  const fromName = raw.line === undefined ? dateInFileName(file) : undefined;
  const fields: Published =
    fromUrl !== undefined
      ? { published: fromUrl, publishedMethod: "metadata" }
      : fromName !== undefined
        ? { published: fromName, publishedMethod: "filename" }
        : {};
  return unread === undefined ? { fields } : { fields, problem: unread };
}
