import type { Paragraph } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";

interface Line extends Span {
  readonly text: string;
  /** White space before it. */
  readonly indent: number;
  /** An empty line stands before it. */
  readonly afterGap: boolean;
}

/** Longest line of a text wrapped by hand or by a mail program. */
const longestWrapped = 120;

/** Share of the longest line that a full line of wrapped text reaches. */
const fullLine = 0.75;

/**
 * Paragraphs of a text. A line break ends one, unless the text is wrapped at a fixed width: then an empty line does,
 * an indented line begins one, and where there are no empty lines a short line with a sentence end closes one.
 */
export function findParagraphs(text: string): Paragraph[] {
  const lines = readLines(text);
  const width = wrapWidth(lines);
  const found: { start: number; end: number; number: number }[] = [];
  const gaps = lines.some((line) => line.afterGap);
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const joins =
      width !== undefined &&
      before !== undefined &&
      !line.afterGap &&
      line.indent <= before.indent &&
      (gaps || !(endsSentence(before.text) && before.text.length < fullLine * width));
    if (joins) found.at(-1)!.end = line.end;
    else found.push({ start: line.start, end: line.end, number: found.length + 1 });
  });
  return found;
}

function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let afterGap = false;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const content = line.trim();
    if (content === "") afterGap = lines.length > 0;
    else {
      const indent = line.length - line.trimStart().length;
      lines.push({
        start: start + indent,
        end: start + indent + content.length,
        text: content,
        indent,
        afterGap,
      });
      afterGap = false;
    }
    start = end + 1;
  }
  return lines;
}

/**
 * Width at which the text is wrapped: most lines are full and many go on in lower case. Undefined when lines are
 * paragraphs.
 */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const inner = lines.filter((_, index) => lines[index + 1]?.afterGap === false);
  const continued = lines.filter((line, index) => index > 0 && !line.afterGap && /^\p{Ll}/u.test(line.text));
  const width = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  if (inner.length < 2 || width > longestWrapped) return undefined;
  const full = inner.filter((line) => line.text.length >= fullLine * width);
  return full.length >= inner.length / 2 && continued.length >= inner.length / 3 ? width : undefined;
}

export function endsSentence(text: string): boolean {
  return /[.!?…]["'”’)\]]*$/.test(text);
}
