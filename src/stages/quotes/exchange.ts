import type { AnyDocument } from "../../core/document.ts";
import type { Quote } from "../../core/layers.ts";
import { comparableActor, pairUp } from "../../core/score.ts";
import { overlaps, type Span } from "../../core/span.ts";
import type { Exchange } from "../../core/stage.ts";

/** A quotation of a gold record: what is said, the actor who says it, if any, and in whose words. */
interface GoldQuote extends Span {
  readonly text: string;
  readonly speaker: string | null;
  readonly kind: Quote["type"];
}

/**
 * `spans`: what is said, right when the shared words are more than half of the longer. `speakers`: with the right
 * speaker too. `kind_accuracy`: of the spans that are right.
 */
export const exchange: Exchange<"quotes"> = {
  fields: ["quotes"],
  annotate: (document) => ({ quotes: written(document) }),
  score(record, document) {
    const gold = record.quotes as readonly GoldQuote[];
    const found = written(document);
    const pairs = pairUp(gold, found, (a, b) => speakerOf(a) === speakerOf(b) && alike(a, b), alike);
    const size = { found: found.length, gold: gold.length };
    const ofPairs = { found: pairs.length, gold: pairs.length };
    return {
      spans: { correct: pairs.length, ...size },
      speakers: { correct: pairs.filter(([a, b]) => speakerOf(a) === speakerOf(b)).length, ...size },
      kind_accuracy: { correct: pairs.filter(([a, b]) => a.kind === b.kind).length, ...ofPairs },
    };
  },
};

function written({ layers }: AnyDocument): readonly GoldQuote[] {
  return (layers.quotes ?? []).map(({ start, end, text, type, speakerMention }) => {
    const { actorId, memberIds } = layers.mentions?.[speakerMention ?? -1] ?? {};
    return { start, end, text, speaker: actorId ?? memberIds?.join("+") ?? null, kind: type };
  });
}

const speakerOf = ({ speaker }: GoldQuote): string => comparableActor(speaker ?? "");

function alike(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return overlaps(a, b) && shared * 2 > Math.max(a.end - a.start, b.end - b.start);
}
