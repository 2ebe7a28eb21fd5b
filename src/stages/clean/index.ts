import { z } from "zod";
import type { Paragraph } from "../../core/layers.ts";
import { defineStage } from "../../core/stage.ts";

export const clean = defineStage({
  name: "clean",
  summary: "Marks what is not the article's own prose and finds its paragraphs.",
  needs: [],
  uses: [],
  gives: ["noise", "paragraphs"],
  options: z.strictObject({}),
  resources: {},
  tables: [],
  prepare: () => (document) => ({ noise: [], paragraphs: paragraphs(document.article.text) }),
});

/** Lines of text; a line break ends a paragraph. */
function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const content = line.trim();
    if (content !== "") {
      const first = start + line.indexOf(content);
      found.push({ start: first, end: first + content.length, number: found.length + 1 });
    }
    start = end + 1;
  }
  return found;
}
