import { reject, type Raw } from "../item.ts";
import { extractBody } from "./body.ts";
import { checkPage } from "./check.ts";
import { blockText } from "./blocks.ts";
import { parsePage } from "./dom.ts";
import { readMetadata, type PageMetadata } from "./metadata.ts";

export interface Extracted extends PageMetadata {
  /** Paragraphs of the article's body with an empty line between them; empty when there is none. */
  readonly text: string;
}

/** Body and metadata of a page; a code when it is refused (`too-deep`). */
export function extractHtml(html: string): Extracted | { readonly refused: string } {
  const refused = checkPage(html);
  if (refused !== undefined) return { refused };
  const page = parsePage(html);
  const metadata = readMetadata(page);
  return { ...metadata, text: extractBody(page, metadata) };
}

/** The article of a page. */
export function readHtml(html: string): Raw {
  const found = extractHtml(html);
  if ("refused" in found)
    return reject("too-deep", found.refused, { hint: "The page is broken or made to exhaust its readers." });
  const { text, ...metadata } = found;
  return { kind: "raw", raw: { ...metadata, text, publishedMethod: "metadata" } };
}

/** Whether a text field holds HTML: closing or void tags of prose. */
export function looksLikeHtml(text: string): boolean {
  return /<(?:\/(?:p|div|li|h[1-6])|br ?\/?)>/i.test(text);
}

/** Text of a piece of HTML in a record, all of it. */
export function textOfFragment(html: string): string {
  if (checkPage(html) !== undefined) return html;
  return blockText(parsePage(`<html><body>${html}</body></html>`).body);
}
