import type { Paragraph } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";

const open = "“„«";
const close = "”»";
const straight = '"';

/**
 * What stands between double quotation marks, without them, in order and without overlap. Straight marks take turns;
 * nested single marks belong to the outer quotation; a mark that is never closed reaches to the end of its paragraph,
 * as in speech that runs over paragraphs.
 */
export function quotedSpans(text: string, paragraphs: readonly Paragraph[]): Span[] {
  const found: Span[] = [];
  for (const paragraph of paragraphs) {
    let start = -1;
    let depth = 0;
    for (let at = paragraph.start; at < paragraph.end; at++) {
      const mark = text[at]!;
      if (start < 0) {
        if (open.includes(mark) || (mark === straight && !isInches(text, at))) {
          start = at + 1;
          depth = 1;
        }
        continue;
      }
      if (open.includes(mark)) depth++;
      else if (close.includes(mark)) depth--;
      else if (mark === straight) depth = 0;
      if (depth > 0) continue;
      add(found, text, start, at);
      start = -1;
    }
    if (start >= 0) add(found, text, start, paragraph.end);
  }
  return found;
}

/** `6'2"`: a mark after a digit opens nothing. */
const isInches = (text: string, at: number): boolean => at > 0 && /\d/.test(text[at - 1]!);

function add(found: Span[], text: string, start: number, end: number): void {
  const content = text.slice(start, end);
  const trimmed = content.trim();
  if (trimmed === "") return;
  const first = start + content.indexOf(trimmed);
  found.push({ start: first, end: first + trimmed.length });
}
