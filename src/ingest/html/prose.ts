import { loadResource } from "../../core/resource.ts";
import { isByline } from "../../language/en/byline.ts";
import { countWords, noiseResource } from "../../language/en/noise.ts";
import type { Block } from "./blocks.ts";
import type { Element } from "./dom.ts";
import type { PageMetadata } from "./metadata.ts";

/** Parts of class names and ids that page builders give to what stands around an article. */
const furniture =
  /(?:^|[-_ ])(?:captions?|credits?|by-?line|timestamps?|share|sharing|social|newsletter|related|breadcrumbs?|gallery|comments?|tags|promo|sponsor(?:ed)?|recirc|trending|read-?more|more-(?:from|on)|popular|sign-?up|subscribe|disclaimer|copyright|author-?(?:bio|info|box|name|details)?|bio|slideshow|carousel|toolbar|nav|menu|advert(?:isement)?|sidebar|pull-?quote|stand-?first|sub-?title|sub-?head(?:line)?|dek|deck|strap-?line)(?:$|[-_ ])/;

/** Elements that never hold the article's own paragraphs. */
const furnitureTags = new Set(["figure", "figcaption", "aside", "nav", "footer", "form", "address"]);

/** A first article shorter than this may be but the beginning of one told in sections. */
const fewestWords = 100;

/** A container with more of the text than this is the article, whatever it is called. */
const largestFurniture = 0.3;

/** The blocks that are the article's prose and headings, in order. */
export function proseBlocks(all: readonly Block[], root: Element, metadata: PageMetadata): readonly Block[] {
  const inFurniture = furnitureOf(all, root);
  const rules = loadResource(noiseResource);
  const kept = firstArticle(
    all.filter((block) => !inFurniture(block) && !isCaption(block)),
    root,
  );
  const first = kept.findIndex(isProse);
  const last = kept.findLastIndex(isProse);
  if (first < 0) return kept;
  let listOfLinks = false;
  return kept.filter((block, index) => {
    const place = { head: index < first, tail: index > last - 2 };
    const rule = rules.matchLine(block.text, place);
    if (rule?.kind === "related") listOfLinks = true;
    else if (block.linked < 0.9) listOfLinks = false;
    if (
      rule !== undefined ||
      listOfLinks ||
      (!isHeading(block) && rules.isStamp(block.text)) ||
      isByline(block.text)
    )
      return false;
    if (isAddress(block.text) || isStandaloneLink(block, index > last - 2)) return false;
    if (index < first && !isCell(block)) return startsArticle(block, metadata.title);
    return index <= last || !isHeading(block);
  });
}

/** A paragraph with an end: long enough, mostly not links. */
function isProse({ text, linked, element }: Block): boolean {
  return (
    /[.!?…:;"”’)\]]$/.test(text) && linked < 0.6 && countWords(text) >= (element.localName === "p" ? 7 : 15)
  );
}

/** Whether a line before the first sure paragraph may belong to the article. */
function startsArticle(block: Block, title: string | undefined): boolean {
  if (sameLine(block.text, title)) return false;
  return (
    isHeading(block) ||
    (block.linked < 0.8 && countWords(block.text) >= 5 && block.element.localName !== "header")
  );
}

function isCell({ element }: Block): boolean {
  return element.localName === "td" || element.localName === "th";
}

/** A line that is a web or mail address. */
function isAddress(text: string): boolean {
  return !text.includes(" ") && /^(?:https?:|www\.|[\w.]+@[\w.]+\.\w+$|[\w.]+\.com\/)/.test(text);
}

/** Few words beside a picture in one paragraph. */
function isCaption({ element, text }: Block): boolean {
  return (
    element.querySelector("img, picture") !== null && countWords(text) < 40 && !/[.!?]["”’)]?$/.test(text)
  );
}

/**
 * Of a page with several articles (the one opened and teasers of others below), the blocks of the first; of a page
 * with one or none, all.
 */
function firstArticle(all: readonly Block[], root: Element): readonly Block[] {
  const articleOf = (block: Block): Element | undefined => {
    let at: Element | null = block.element;
    while (at !== null && at !== root && at.localName !== "article") at = at.parentElement;
    return at === null || at === root ? undefined : at;
  };
  const owners = all.map(articleOf);
  const first = owners[all.findIndex((block) => block.linked < 0.6 && countWords(block.text) >= 20)];
  if (first === undefined || owners.every((owner) => owner === first || owner === undefined)) return all;
  const own = all.filter((_, index) => owners[index] === first);
  const words = own.reduce((sum, block) => sum + countWords(block.text), 0);
  return words >= fewestWords ? own : all;
}

function isHeading({ element }: Block): boolean {
  return /^h[1-6]$/.test(element.localName);
}

/** A paragraph that is one link: to another story. Lists of links and headings may be the article's own. */
function isStandaloneLink({ linked, element, text }: Block, behind: boolean): boolean {
  if (linked < 0.9 || isHeading({ element, text, linked })) return false;
  return behind || (element.localName !== "li" && countWords(text) > 2);
}

function sameLine(text: string, title: string | undefined): boolean {
  const letters = (line: string): string => line.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return title !== undefined && letters(text) === letters(title);
}

/** Tells whether a block lies in a part of the page that its names say is not the article. */
function furnitureOf(all: readonly Block[], root: Element): (block: Block) => boolean {
  const sizes = new Map<Element, number>();
  let total = 0;
  for (const { text, element } of all) {
    total += text.length;
    for (let at: Element | null = element; at !== null && at !== root; at = at.parentElement)
      sizes.set(at, (sizes.get(at) ?? 0) + text.length);
  }
  const known = new Map<Element, boolean>();
  const check = (element: Element | null): boolean => {
    if (element === null || element === root) return false;
    const before = known.get(element);
    if (before !== undefined) return before;
    const named =
      furnitureTags.has(element.localName) ||
      furniture.test(
        `${element.getAttribute("class") ?? ""} ${element.id}`
          .replace(/([a-z])([A-Z])/g, "$1-$2")
          .toLowerCase(),
      );
    const found = (named && sizes.get(element)! <= largestFurniture * total) || check(element.parentElement);
    known.set(element, found);
    return found;
  };
  return ({ element }) => check(element);
}
