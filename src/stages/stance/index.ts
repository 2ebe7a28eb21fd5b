import { z } from "zod";
import type { Mention, Quote, Sentence, Stance } from "../../core/layers.ts";
import { bySpan, indexAfter } from "../../core/span.ts";
import { defineStage } from "../../core/stage.ts";
import { clauseOf, type Clause } from "../../language/en/clause.ts";
import { modifiers } from "../../language/en/modifiers.ts";
import { ploverWeights } from "../../language/en/plover.ts";
import { findPredicates, predicates, type PredicateHit } from "../../language/en/predicates.ts";
import { rolesOf } from "../../language/en/roles.ts";
import { statusOf } from "../../language/en/status.ts";
import { stancesTable } from "./table.ts";

export const stance = defineStage({
  name: "stance",
  summary: "Finds who is for or against whom, with the words that show it.",
  needs: ["sentences", "tokens", "mentions"],
  uses: ["syntax", "dates", "publication", "quotes", "events"],
  gives: ["stances"],
  options: z.strictObject({
    minimumConfidence: z.number().min(0).max(1).default(0.3).describe("Rows below are left out."),
  }),
  resources: { predicates, modifiers, weights: ploverWeights },
  tables: [stancesTable],
  prepare: ({ options, resources }) => {
    return ({ layers }) => {
      const { sentences, tokens, mentions } = layers;
      const events = layers.events ?? [];
      const quotes = layers.quotes ?? [];
      const found: Stance[] = [];

      for (const [index, event] of events.entries()) {
        const weight = event.intensity / 10;
        if (weight === 0) continue;
        const sentence = sentences[event.sentence]!;
        for (const source of event.sources)
          for (const target of event.targets)
            push({
              sentence, source, target, score: weight, cue: event, modality: event.modality, negated: event.negated,
              intensifier: 1, channel: event.quadClass % 2 === 1 ? "verbal_act" : "material_act",
              confidence: event.confidence, ruleId: event.ruleId.replace("event/", "stance/"), event: index,
            }); // prettier-ignore
      }

      let from = 0;
      for (const sentence of sentences) {
        while (from < mentions.length && mentions[from]!.end <= sentence.start) from++;
        const clause = clauseOf(sentence, tokens, layers.syntax, mentions, from);
        for (const hit of findPredicates(resources.predicates, tokens, clause.first, clause.last))
          attitude(clause, hit, sentence);
      }
      return { stances: found.sort(bySpan) };

      /** Predicates that are no events: "A loves B", "A is critical of B". */
      function attitude(clause: Clause, hit: PredicateHit, sentence: Sentence): void {
        const roles = rolesOf(clause, hit, resources.modifiers);
        if (roles === undefined || roles.predicate.plover !== undefined) return;
        const { predicate } = roles;
        const status = statusOf(clause, hit.head, roles.carrier, resources.modifiers);
        const sign = status.reversed ? -1 : 1;
        for (const source of roles.sources)
          for (const target of roles.targets)
            push({
              sentence, source, target, score: sign * predicate.polarity * predicate.strength,
              cue: { start: tokens[hit.first]!.start, end: tokens[hit.last - 1]!.end },
              modality: status.modality, negated: status.negated, intensifier: status.intensifier,
              channel: predicate.channel, confidence: 0.7,
              ruleId: `stance/${predicate.pos}/${predicate.lemma.replaceAll(" ", "_")}`,
            }); // prettier-ignore
      }

      function push(finding: Finding): void {
        const { sentence, source, target, cue } = finding;
        if (finding.confidence < options.minimumConfidence || sameActor(mentions, source, target)) return;
        const quote = quoteAt(quotes, cue.start);
        const speaker = quote < 0 ? undefined : quotes[quote]!.speakerMention;
        const score = clamp(finding.score * finding.intensifier);
        found.push({
          start: sentence.start,
          end: sentence.end,
          sentence: sentence.number - 1,
          source,
          target,
          holder: quote < 0 ? "author" : speaker === undefined ? "reported_party" : "quoted_speaker",
          ...(speaker === undefined ? {} : { holderMention: speaker }),
          score,
          scoreSd: 0.25,
          label: score > 0 ? "positive" : score < 0 ? "negative" : "neutral",
          confidence: finding.confidence,
          channel: finding.channel,
          cueStart: cue.start,
          cueEnd: cue.end,
          negated: finding.negated,
          modality: finding.modality === "asserted" && speaker !== undefined ? "reported" : finding.modality,
          intensifier: finding.intensifier,
          ...(finding.event === undefined ? {} : { event: finding.event }),
          ...(finding.event === undefined || events[finding.event]!.date === undefined
            ? {}
            : { date: events[finding.event]!.date! }),
          ...(quote < 0 ? {} : { quote }),
          ruleId: finding.ruleId,
        });
      }
    };
  },
});

interface Finding extends Pick<
  Stance,
  "source" | "target" | "score" | "modality" | "negated" | "intensifier" | "channel" | "confidence" | "ruleId"
> {
  readonly sentence: Sentence;
  readonly cue: { readonly start: number; readonly end: number };
  readonly event?: number;
}

const clamp = (score: number): number => Math.round(Math.max(-1, Math.min(1, score)) * 1000) / 1000;

function sameActor(mentions: readonly Mention[], a: number, b: number): boolean {
  if (a === b) return true;
  const id = mentions[a]!.actorId;
  return id !== undefined && id === mentions[b]!.actorId;
}

/** Index of the quotation that covers an offset, or -1. */
function quoteAt(quotes: readonly Quote[], offset: number): number {
  const index = indexAfter(quotes, offset);
  return index < quotes.length && quotes[index]!.start <= offset ? index : -1;
}
