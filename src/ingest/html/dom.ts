import { parseHTML } from "linkedom";

/** The little of the DOM that reading a page takes; the project is compiled without the browser's types. */
export interface Node {
  readonly nodeType: number;
  readonly textContent: string;
  readonly childNodes: ArrayLike<Node> & Iterable<Node>;
  readonly parentNode: Node | null;
}

export interface Element extends Node {
  readonly localName: string;
  readonly className: string;
  readonly id: string;
  readonly parentElement: Element | null;
  readonly nextElementSibling: Element | null;
  readonly previousElementSibling: Element | null;
  readonly children: ArrayLike<Element> & Iterable<Element>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  remove(): void;
}

export interface Page extends Element {
  readonly body: Element;
  readonly documentElement: Element;
}

export function parsePage(html: string): Page {
  // Without these two a fragment has no body and an empty page no root.
  const whole = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Page;
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function isText(node: Node): boolean {
  return node.nodeType === 3;
}
