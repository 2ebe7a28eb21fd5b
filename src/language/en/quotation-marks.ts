import type { Paragraph } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";

const open = "“„«";
const close = "”»";
const straight = '"';
/** As wires and typewriters write them. */
const [backticks, apostrophes] = ["``", "''"];

/** As the British write them; the closing one is an apostrophe as well. */
const [openSingle, closeSingle] = ["‘", "’"];

/**
 * What stands between quotation marks, without them, in order and without overlap. Straight marks take turns, but for
 * one before a word within a quotation; nested marks belong to the outer quotation; a double mark that is never closed
 * reaches to the end of its paragraph, as in speech that runs over paragraphs.
 */
export function quotedSpans(text: string, paragraphs: readonly Paragraph[]): Span[] {
  const found: Span[] = [];
  for (const paragraph of paragraphs) {
    const paired = countStraight(text, paragraph) % 2 === 0;
    let start = -1;
    let depth = 0;
    for (let at = paragraph.start; at < paragraph.end; at++) {
      if (start < 0 && text[at] === openSingle) {
        const closing = singleClose(text, at, paragraph.end);
        if (closing < 0) continue;
        add(found, text, at + 1, closing);
        at = closing;
        continue;
      }
      const mark = markAt(text, at);
      if (mark === undefined) continue;
      const end = at + mark.length;
      if (start < 0) {
        const opens = open.includes(mark) || mark === backticks;
        if (opens || (mark === straight && !isInches(text, at))) [start, depth] = [end, 1];
      } else {
        const nested =
          open.includes(mark) || mark === backticks || (paired && mark === straight && opensInside(text, at));
        depth += nested ? 1 : -1;
        if (depth === 0) {
          add(found, text, start, at);
          start = -1;
        }
      }
      at = end - 1;
    }
    if (start >= 0) add(found, text, start, paragraph.end);
  }
  return found;
}

/** The quotation mark at an offset. */
function markAt(text: string, at: number): string | undefined {
  const char = text[at]!;
  if (char === straight || open.includes(char) || close.includes(char)) return char;
  return [backticks, apostrophes].find((mark) => text.startsWith(mark, at));
}

/** Where a single mark is closed: before or after punctuation, else before a space as in "the states’ plan"; or -1. */
function singleClose(text: string, from: number, end: number): number {
  if (!/[\p{L}\d“"…]/u.test(text[from + 1] ?? "")) return -1;
  let spaced = -1;
  for (
    let at = text.indexOf(closeSingle, from);
    at >= 0 && at < end;
    at = text.indexOf(closeSingle, at + 1)
  ) {
    const next = text[at + 1] ?? "";
    if (/[\p{L}\d]/u.test(next)) continue;
    if (at + 1 === end || /[.,;:!?…)]/.test(next) || /[.,!?…]/.test(text[at - 1]!)) return at;
    if (spaced < 0) spaced = at;
  }
  return spaced;
}

function countStraight(text: string, { start, end }: Span): number {
  let count = 0;
  for (let at = text.indexOf(straight, start); at >= 0 && at < end; at = text.indexOf(straight, at + 1))
    count++;
  return count;
}

/** `"He said "no" twice"`: a mark within a quotation that stands before a word and after a space. */
const opensInside = (text: string, at: number): boolean =>
  /\s/.test(text[at - 1] ?? "") && /[\p{L}\d]/u.test(text[at + 1] ?? "");

/** `6'2"`: a mark after a digit opens nothing. */
const isInches = (text: string, at: number): boolean => at > 0 && /\d/.test(text[at - 1]!);

function add(found: Span[], text: string, start: number, end: number): void {
  const content = text.slice(start, end);
  const trimmed = content.trim();
  if (trimmed === "") return;
  const first = start + content.indexOf(trimmed);
  found.push({ start: first, end: first + trimmed.length });
}
