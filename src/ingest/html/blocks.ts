import { isElement, isText, type Element, type Node } from "./dom.ts";

const inlineTags = new Set([
  "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
  "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
  "wbr",
]); // prettier-ignore

const silentTags = new Set([
  "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "audio", "video", "canvas", "map",
  "head", "title", "button", "select", "textarea", "input", "option",
]); // prettier-ignore

export interface Block {
  /** One paragraph; white space is single spaces. */
  readonly text: string;
  /** The nearest block element around it. */
  readonly element: Element;
  /** Share of its letters that stand in links, 0 to 1. */
  readonly linked: number;
}

/** Paragraphs as a browser would set them apart: block elements and double line breaks end one. */
export function blocks(root: Element): readonly Block[] {
  const found: Block[] = [];
  let buffer = "";
  let breaks = 0;
  let linkedLength = 0;
  let links = 0;
  const flush = (element: Element): void => {
    const text = buffer.replace(/\s+/g, " ").trim();
    if (text !== "") found.push({ text, element, linked: Math.min(1, linkedLength / text.length) });
    buffer = "";
    breaks = 0;
    linkedLength = 0;
  };
  const visit = (node: Node, block: Element): void => {
    if (isText(node)) {
      if (node.textContent.trim() !== "") breaks = 0;
      buffer += node.textContent;
      if (links > 0) linkedLength += node.textContent.replace(/\s+/g, " ").length;
    } else if (isElement(node)) {
      const name = node.localName;
      if (silentTags.has(name)) return;
      if (name === "br") {
        buffer += "\n";
        if (++breaks === 2) flush(block);
        return;
      }
      if (inlineTags.has(name)) {
        if (name === "a") links++;
        for (const child of node.childNodes) visit(child, block);
        if (name === "a") links--;
        return;
      }
      flush(block);
      for (const child of node.childNodes) visit(child, node);
      flush(node);
    }
  };
  visit(root, root);
  flush(root);
  return found;
}

export function blockText(root: Element): string {
  return blocks(root)
    .map((block) => block.text)
    .join("\n\n");
}
