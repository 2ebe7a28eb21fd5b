import { Readability } from "@mozilla/readability";
import { blocks } from "./blocks.ts";
import type { Element, Page } from "./dom.ts";
import type { PageMetadata } from "./metadata.ts";
import { proseBlocks } from "./prose.ts";

/** Text of the article's body: paragraphs with an empty line between. Changes the page. */
export function extractBody(page: Page, metadata: PageMetadata): string {
  const options = {
    serializer: (node: unknown) => node as Element,
    keepClasses: true,
    charThreshold: 250,
  };
  keepEmbeddedPosts(page);
  const content = new Readability<Element>(page as never, options as never).parse()?.content;
  if (content === null || content === undefined) return "";
  return proseBlocks(blocks(content), content, metadata)
    .map((block) => block.text)
    .join("\n\n");
}

/** Readability takes out whatever is called "social", and posts quoted in the article with it. */
function keepEmbeddedPosts(page: Page): void {
  for (const quote of page.querySelectorAll("blockquote")) {
    const wrapper = quote.parentElement;
    if (wrapper !== null && /social|embed/i.test(wrapper.className)) wrapper.setAttribute("class", "");
  }
}
