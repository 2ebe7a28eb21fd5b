import { Readability } from "@mozilla/readability";
import { blockText } from "./blocks.ts";
import type { Element, Page } from "./dom.ts";
import type { PageMetadata } from "./metadata.ts";

/** Text of the article's body: paragraphs with an empty line between. Changes the page. */
export function extractBody(page: Page, _metadata: PageMetadata): string {
  const options = { serializer: (node: unknown) => node as Element, charThreshold: 250 };
  const content = new Readability<Element>(page as never, options as never).parse()?.content;
  return content === null || content === undefined ? "" : blockText(content);
}
