import { Parser } from "htmlparser2";

/** Real pages stay below 60 levels and 20,000 elements; beyond these a tree takes seconds or overflows the stack. */
const maxDepth = 500;
const maxElements = 150_000;

/** Why a page is refused before a tree is made of it; undefined when it is not. Linear, without a tree. */
export function checkPage(html: string): string | undefined {
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  const parser = new Parser({
    onopentag() {
      elements++;
      deepest = Math.max(deepest, ++depth);
      if (deepest > maxDepth || elements > maxElements) parser.pause();
    },
    onclosetag() {
      depth--;
    },
  });
  for (let start = 0; start < html.length && deepest <= maxDepth && elements <= maxElements; start += 65_536)
    parser.write(html.slice(start, start + 65_536));
  if (deepest > maxDepth) return `The page nests elements more than ${maxDepth} deep.`;
  if (elements > maxElements) return `The page has more than ${maxElements} elements.`;
  return undefined;
}
