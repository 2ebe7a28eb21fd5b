import type { Noise, Paragraph } from "../../core/layers.ts";
import { within, type Span } from "../../core/span.ts";

/** A part of a paragraph that is the article's own. */
export interface Prose extends Span {
  /** Number of its paragraph. */
  readonly paragraph: number;
}

/** The paragraphs without their noise, in order. Nothing is left of a paragraph that is noise altogether. */
export function* prose(paragraphs: readonly Paragraph[], noise: readonly Noise[]): Generator<Prose> {
  for (const { start, end, number } of paragraphs) {
    let from = start;
    for (const gap of within(noise, { start, end })) {
      if (gap.start > from) yield { start: from, end: gap.start, paragraph: number };
      from = Math.max(from, gap.end);
    }
    if (from < end) yield { start: from, end, paragraph: number };
  }
}
