import { z } from "zod";
import type { Quote, Sentence } from "../../core/layers.ts";
import { bySpan, contains, indexAfter, overlaps, type Span } from "../../core/span.ts";
import { defineStage } from "../../core/stage.ts";
import { modifiers } from "../../language/en/modifiers.ts";
import { reportingVerbs } from "../../language/en/reporting-verbs.ts";
import { exchange } from "./exchange.ts";
import { explain } from "./explain.ts";
import { indirectSpeech } from "./indirect.ts";
import { quotedSpans } from "../../language/en/quotation-marks.ts";
import { isNamed, type Attribution } from "./attribution.ts";
import { speakerFinder } from "./speaker.ts";
import { quotesTable } from "./table.ts";
import { holdsVerb, isTitle, wordsIn } from "./wording.ts";

export const quotes = defineStage({
  name: "quotes",
  summary: "Finds direct, indirect and mixed quotations and who speaks.",
  needs: ["paragraphs", "sentences", "tokens"],
  uses: ["syntax", "mentions"],
  gives: ["quotes"],
  options: z.strictObject({
    indirect: z.boolean().default(true).describe("Also find reported speech without quotation marks."),
    minimumWords: z
      .int()
      .min(1)
      .default(3)
      .describe("Shorter quotations count only beside a reporting verb."),
  }),
  resources: { verbs: reportingVerbs, modifiers },
  tables: [quotesTable],
  exchange,
  explain,
  prepare: ({ options, resources: words }) => {
    return ({ article: { text }, layers }) => {
      const { paragraphs, sentences, tokens } = layers;
      const mentions = layers.mentions ?? [];
      const quoted = quotedSpans(text, paragraphs);
      const speakers = speakerFinder(tokens, layers.syntax, mentions, quoted, words);
      const found: Quote[] = [];

      function quote(
        span: Span,
        sentence: Sentence,
        type: Quote["type"],
        by: Attribution | undefined,
      ): Quote {
        const previous = found.at(-1);
        const carried = by === undefined && previous !== undefined && follows(previous, span, sentence);
        const mention = by !== undefined ? by.mention : carried ? (previous.speakerMention ?? -1) : -1;
        const name = carried
          ? previous.speakerText
          : by?.words !== undefined
            ? text.slice(by.words.start, by.words.end)
            : mentions[mention]?.text;
        const method =
          name === undefined
            ? "none"
            : carried
              ? "carried_over"
              : mention >= 0 && mentions[mention]!.mentionType === "pronoun"
                ? "pronoun"
                : "explicit";
        return {
          start: span.start,
          end: span.end,
          text: text.slice(span.start, span.end),
          sentence: sentence.number - 1,
          type,
          ...(name === undefined ? {} : { speakerText: name }),
          ...(mention < 0 ? {} : { speakerMention: mention }),
          speakerMethod: method,
          ...(by === undefined ? {} : { verb: tokens[by.verb]!.text }),
          verbPolarity: by?.polarity ?? 0,
          confidence: method === "explicit" ? 0.9 : method === "none" ? 0.5 : 0.7,
          ruleId: by?.ruleId ?? (carried ? "quote/carried_over" : "quote/marks"),
        };
      }

      /** A quotation without a verb of its own goes on after the last one of its paragraph. */
      function follows(previous: Quote, span: Span, sentence: Sentence): boolean {
        const before = sentences[previous.sentence];
        return (
          before !== undefined &&
          sentence.paragraph - before.paragraph <= 1 &&
          sentence.number - before.number <= (previous.type === "direct" ? 4 : 1) &&
          span.start - sentence.start <= 1
        );
      }

      let next = 0;
      for (const sentence of sentences) {
        const clause = speakers.clause(sentence);
        const here: Span[] = [];
        while (next < quoted.length && quoted[next]!.start < sentence.end) {
          if (quoted[next]!.start >= sentence.start) here.push(quoted[next]!);
          next++;
        }
        for (const reported of options.indirect ? indirectSpeech(clause, words) : []) {
          const verb = tokens[reported.attribution.verb]!;
          if (here.some((span) => contains(span, verb)) || startsBefore(quoted, sentence, verb)) continue;
          const inner = here.filter((span) => overlaps(span, reported));
          // A whole quotation after "said" is direct speech; pieces of one within a clause make it mixed.
          if (inner.some(({ start, end }) => (end - start) * 2 > reported.end - reported.start)) continue;
          const wide = inner.reduce<Span>(
            (all, span) => ({ start: Math.min(all.start, span.start), end: Math.max(all.end, span.end) }),
            reported,
          );
          found.push(quote(wide, sentence, inner.length > 0 ? "mixed" : "indirect", reported.attribution));
          for (const span of inner) here.splice(here.indexOf(span), 1);
        }
        for (const span of here) {
          const ending = sentences[Math.min(sentences.length - 1, indexAfter(sentences, span.end - 1))]!;
          const by =
            speakers.attribution(sentence, span) ??
            (ending === sentence ? undefined : speakers.attribution(ending, span));
          const spoken = by !== undefined && isNamed(by);
          if (!spoken && (wordsIn(tokens, span).length < options.minimumWords || !holdsVerb(tokens, span)))
            continue;
          if (isTitle(tokens, span)) continue;
          found.push(quote(span, sentence, "direct", by));
        }
      }

      return { quotes: withoutOverlap(found.sort(bySpan)) };
    };
  },
});

function withoutOverlap(sorted: readonly Quote[]): Quote[] {
  const kept: Quote[] = [];
  for (const quote of sorted) if (kept.length === 0 || quote.start >= kept.at(-1)!.end) kept.push(quote);
  return kept;
}

/** Whether a quotation that began in an earlier sentence still covers the verb. */
function startsBefore(quoted: readonly Span[], sentence: Span, verb: Span | undefined): boolean {
  const span = quoted[indexAfter(quoted, sentence.start)];
  return span !== undefined && verb !== undefined && span.start < sentence.start && contains(span, verb);
}
