import { normalizePublished } from "../published.ts";
import type { Element, Page } from "./dom.ts";

export interface PageMetadata {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  /** In the page's own wording; one that can be read is preferred. */
  readonly published?: string | undefined;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
}

const names = {
  title: ["og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title"],
  byline: ["author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "twitter:creator"],
  published: [
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date",
    "article.published", "published-date", "ptime", "created",
  ],
  outlet: ["og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher"],
  url: ["og:url"],
} as const; // prettier-ignore

type Field = keyof PageMetadata;

/** Title, author, date, outlet and address: from JSON-LD, meta tags and, for date and author, marked elements. */
export function readMetadata(page: Page): PageMetadata {
  const linked = readLinkedData(page);
  const meta = readMetaTags(page);
  const first = (field: Field, fits: (value: string) => boolean = () => true): string | undefined => {
    const candidates = [linked[field], ...names[field].map((name) => meta.get(name)), ...marked(page, field)];
    return candidates.find((value) => value !== undefined && value.trim() !== "" && fits(value));
  };
  const isUrl = (value: string): boolean => /^https?:\/\//.test(value);
  const outlet = first("outlet", (value) => !isUrl(value));
  return {
    title: withoutOutlet(first("title") ?? page.querySelector("title")?.textContent, outlet),
    byline: first("byline", (value) => !isUrl(value) && !value.startsWith("@") && value.length < 200),
    published: first("published", (value) => normalizePublished(value) !== undefined),
    outlet,
    url: first("url", isUrl),
  };
}

function readMetaTags(page: Page): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const tag of page.querySelectorAll("meta")) {
    const name = tag.getAttribute("property") ?? tag.getAttribute("name") ?? tag.getAttribute("itemprop");
    const content = tag.getAttribute("content");
    if (name !== null && content !== null && !found.has(name.toLowerCase()))
      found.set(name.toLowerCase(), content);
  }
  return found;
}

/** What the page's elements say of themselves, for pages without metadata. */
function marked(page: Page, field: Field): readonly (string | undefined)[] {
  const text = (element: Element | null): string | undefined =>
    element?.textContent.replace(/\s+/g, " ").trim();
  if (field === "url")
    return [page.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? undefined];
  if (field === "byline")
    return [
      text(page.querySelector('[itemprop="author"] [itemprop="name"]')),
      text(page.querySelector('[itemprop="author"], [rel="author"]')),
    ];
  if (field !== "published") return [];
  const times = [
    page.querySelector('[itemprop="datePublished"]'),
    page.querySelector("article time"),
    page.querySelector("time"),
  ];
  return times.flatMap((time) => [
    time?.getAttribute("datetime") ?? undefined,
    time?.getAttribute("content") ?? undefined,
    text(time),
  ]);
}

type Linked = Readonly<Record<string, unknown>>;

/** The first article-like object of the page's JSON-LD. */
function readLinkedData(page: Page): PageMetadata {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]'))
    for (const object of linkedObjects(parseJson(script.textContent))) {
      if (!/Article|Posting|Report|Blog$/.test(String(object["@type"]))) continue;
      return {
        title: asName(object["headline"]),
        byline: asName(object["author"] ?? object["creator"]),
        published: asName(object["datePublished"] ?? object["dateCreated"]),
        outlet: asName(object["publisher"]),
        url: asName(object["url"]),
      };
    }
  return {};
}

function* linkedObjects(value: unknown, depth = 0): Generator<Linked> {
  if (depth > 3 || typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) for (const item of value) yield* linkedObjects(item, depth + 1);
  else {
    yield value as Linked;
    yield* linkedObjects((value as Linked)["@graph"], depth + 1);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ""));
  } catch {
    return undefined;
  }
}

/** A text, an object's name, or the names of a list. */
function asName(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (Array.isArray(value)) {
    const parts = value.map(asName).filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : [...new Set(parts)].join(", ");
  }
  return typeof value === "object" && value !== null ? asName((value as Linked)["name"]) : undefined;
}

/** "Headline | The Outlet" without the outlet. */
function withoutOutlet(title: string | undefined, outlet: string | undefined): string | undefined {
  if (title === undefined || outlet === undefined) return title;
  const end = title.lastIndexOf(outlet);
  if (end <= 0 || end + outlet.length < title.trimEnd().length) return title;
  const rest = title.slice(0, end).replace(/\s*[|–—:·»-]\s*$/, "");
  return rest.length < end && rest !== "" ? rest : title;
}
