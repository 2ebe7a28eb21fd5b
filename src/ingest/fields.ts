import { reject, type Raw, type RawArticle } from "./item.ts";
import type { IngestOptions, presetNames } from "./options.ts";
import { looksLikeHtml, textOfFragment } from "./html/index.ts";

type FieldName = "text" | "title" | "date" | "url" | "outlet" | "byline" | "id";

/** Names a field may have, the likeliest first. `a.b` is a field inside another. */
type Preset = Readonly<Record<FieldName, readonly string[]>>;

const presets: Readonly<Record<Exclude<(typeof presetNames)[number], "auto">, Preset>> = {
  generic: {
    text: ["text", "body", "content", "maintext", "article", "article_text", "full_text", "fulltext", "articleBody", "story"],
    title: ["title", "headline", "heading"],
    date: ["published", "published_at", "publishedAt", "date", "published_date", "publication_date", "publish_date", "date_publish", "datePublished", "pubDate", "pub_date", "dateTime", "timestamp"],
    url: ["url", "link", "source_url", "canonical_url"],
    outlet: ["outlet", "source.title", "source.name", "source", "publisher", "publication", "source_domain", "domain", "site"],
    byline: ["byline", "authors", "author", "creator"],
    id: ["id", "article_id", "uri", "guid"],
  },
  "cc_news": {
    text: ["text"], title: ["title"], date: ["date"], url: ["url"], outlet: ["domain"], byline: [], id: [],
  },
  "news-please": {
    text: ["maintext"], title: ["title"], date: ["date_publish"], url: ["url"], outlet: ["source_domain"],
    byline: ["authors"], id: ["filename"],
  },
  "event-registry": {
    text: ["body"], title: ["title"], date: ["dateTimePub", "dateTime", "date"], url: ["url"],
    outlet: ["source.title", "source.uri"], byline: ["authors"], id: ["uri"],
  },
}; // prettier-ignore

type Fields = Readonly<Record<string, unknown>>;

/** The data set a record comes from, by fields only it has. */
function presetOf(record: Fields): Preset {
  if ("maintext" in record) return presets["news-please"];
  if ("body" in record && "uri" in record && "dateTime" in record) return presets["event-registry"];
  if ("text" in record && "domain" in record && "image_url" in record) return presets.cc_news;
  return presets.generic;
}

/** The article in a JSON object or CSV row. */
export function readRecord(record: unknown, options: IngestOptions, line: number | undefined): Raw {
  if (typeof record !== "object" || record === null || Array.isArray(record))
    return reject("bad-record", "The record is no object with named fields.", {
      line,
      sample: sampleOf(record),
    });
  const fields = record as Fields;
  const preset = options.preset === "auto" ? presetOf(fields) : presets[options.preset];
  const own: Readonly<Record<FieldName, string | undefined>> = {
    text: options.textField, title: options.titleField, date: options.dateField, url: options.urlField,
    outlet: options.outletField, byline: options.bylineField, id: options.idField,
  }; // prettier-ignore
  const get = (name: FieldName): unknown => {
    for (const candidate of own[name] === undefined ? preset[name] : [own[name]]) {
      const value = fieldAt(fields, candidate);
      if (value !== undefined && value !== null && value !== "") return value;
    }
    return undefined;
  };
  const text = get("text");
  if (typeof text !== "string")
    return reject("no-text", `The record has no text in ${own.text ?? preset.text.slice(0, 4).join(", ")}.`, {
      line, sample: sampleOf(record), hint: `Its fields: ${Object.keys(fields).slice(0, 20).join(", ")}. Name the one with the text: textField.`,
    }); // prettier-ignore
  const date = get("date");
  const raw: RawArticle = {
    text: looksLikeHtml(text) ? textOfFragment(text) : text,
    title: asText(get("title")),
    byline: asText(get("byline")),
    outlet: asText(get("outlet")),
    url: asText(get("url")),
    sourceId: asText(get("id")),
    published: typeof date === "number" ? date : asText(date),
    line,
  };
  return { kind: "raw", raw };
}

function fieldAt(fields: Fields, path: string): unknown {
  if (path in fields) return Object.hasOwn(fields, path) ? fields[path] : undefined;
  let value: unknown = fields;
  for (const part of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Fields)[part];
  }
  return value;
}

/** Text of a cell: names of objects, lists joined; undefined for what has no text. */
function asText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    const parts = value.map(asText).filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts.join(", ");
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { name, title } = value as Fields;
  return asText(name ?? title);
}

function sampleOf(value: unknown): string {
  return (JSON.stringify(value) ?? "").slice(0, 120);
}
