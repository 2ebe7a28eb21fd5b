import { z } from "zod";
import type { Noise, Paragraph } from "../../core/layers.ts";
import { bySpan } from "../../core/span.ts";
import { defineStage } from "../../core/stage.ts";
import { noiseResource, type NoiseRules } from "../../language/en/noise.ts";
import { findDateline } from "./dateline.ts";
import { findNoiseLines } from "./lines.ts";
import { findParagraphs } from "./paragraphs.ts";
import { findTeasers } from "./teasers.ts";

export const clean = defineStage({
  name: "clean",
  summary: "Marks what is not the article's own prose and finds its paragraphs.",
  needs: [],
  uses: [],
  gives: ["noise", "paragraphs"],
  options: z.strictObject({}),
  resources: { noise: noiseResource },
  tables: [],
  prepare:
    ({ resources }) =>
    ({ article }) => {
      const paragraphs = findParagraphs(article.text);
      return { noise: findNoise(article.text, paragraphs, article.title, resources.noise), paragraphs };
    },
});

/** Datelines are looked for in so many paragraphs from the first that is no noise. */
const datelineParagraphs = 2;

function findNoise(
  text: string,
  paragraphs: readonly Paragraph[],
  title: string | undefined,
  rules: NoiseRules,
): readonly Noise[] {
  const lines = findNoiseLines(text, paragraphs, title, rules);
  const marked = new Set(lines.map((noise) => noise.start));
  const unmarked = paragraphs.filter(({ start }) => !marked.has(start));
  const teasers = findTeasers(text, unmarked, rules);
  const prose = unmarked.slice(0, unmarked.length - teasers.length);
  return [...lines, ...teasers, ...findDatelines(text, prose.slice(0, datelineParagraphs), rules)].sort(
    bySpan,
  );
}

/** Reprints may have two: "BRUSSELS (Reuters) — LONDON (AP) — ". */
function findDatelines(text: string, paragraphs: readonly Paragraph[], rules: NoiseRules): readonly Noise[] {
  const found: Noise[] = [];
  for (const { start, end } of paragraphs) {
    let next = findDateline(text.slice(0, end), start, rules);
    for (let count = 0; next !== undefined && count < 2; count++) {
      found.push(next);
      next = findDateline(text.slice(0, end), next.end, rules);
    }
  }
  return found;
}
