import type { Event, Mention, Quote, Token } from "../../core/layers.ts";
import { indexAfter } from "../../core/span.ts";
import { chargingVerb, passiveAuxiliary, type Clause } from "../../language/en/clause.ts";
import { isOneOf, type Modifiers } from "../../language/en/modifiers.ts";
import type { PloverWeights } from "../../language/en/plover.ts";
import { prepositionTarget, subjectOf } from "../../language/en/roles.ts";

/*
 * Who tells of a deed. "A accused B of attacking C": the attack is A's word. "A claimed that B attacked C": A also
 * accuses B; whoever only says so, or reports for the press, accuses nobody.
 */

/** Whose accusation holds the event told at a token: a mention, -1 for somebody unnamed; undefined for nobody's. */
export function accuserOf(clause: Clause, trigger: number, modifiers: Modifiers): number | undefined {
  const verb = chargingVerb(clause, trigger, modifiers);
  if (verb < 0 || !isOneOf(modifiers.claims, clause.tokens[verb]!)) return undefined;
  const passive = passiveAuxiliary(clause, verb, modifiers) >= 0;
  const accuser = passive ? prepositionTarget(clause, verb + 1, byOnly) : subjectOf(clause, verb, modifiers);
  return accuser[0] ?? -1;
}

const byOnly: ReadonlySet<string> = new Set(["by"]);

/** The accusation that a claim about a hostile deed makes, or undefined. */
export function accusation(
  event: Event,
  quote: Quote | undefined,
  mentions: readonly Mention[],
  tokens: readonly Token[],
  modifiers: Modifiers,
  { ACCUSE }: PloverWeights,
): Event | undefined {
  if (quote?.speakerMention === undefined || quote.verb === undefined || event.quadClass !== 4) return undefined;
  if (event.modality !== "reported" || !modifiers.claims.has(quote.verb.toLowerCase())) return undefined;
  const speaker = mentions[quote.speakerMention]!;
  const same = (index: number): boolean =>
    index === quote.speakerMention || (speaker.actorId !== undefined && mentions[index]!.actorId === speaker.actorId);
  const verb = verbOf(quote, tokens);
  if (speaker.entityType === "media" || event.sources.some(same) || verb === undefined) return undefined;
  return {
    start: verb.start,
    end: verb.end,
    text: verb.text,
    sentence: verb.sentence,
    type: "ACCUSE",
    contexts: [],
    cameoCode: `${ACCUSE.cameoRoot}0`,
    quadClass: ACCUSE.quadClass,
    intensity: ACCUSE.weight,
    intensityScale: ACCUSE.version,
    sources: [quote.speakerMention],
    targets: event.sources,
    modality: "asserted",
    negated: false,
    polarity: -1,
    confidence: 0.7,
    ruleId: "event/told_of",
  };
} // prettier-ignore

/** The reporting verb of a quotation: the nearest such word outside it. */
function verbOf(quote: Quote, tokens: readonly Token[]): Token | undefined {
  const start = indexAfter(tokens, quote.start);
  const fits = (at: number): boolean => tokens[at]?.text === quote.verb && tokens[at]!.sentence === quote.sentence;
  for (let step = 1; step < 40; step++) if (fits(start - step)) return tokens[start - step];
  const end = indexAfter(tokens, quote.end - 1);
  for (let step = 1; step < 40; step++) if (fits(end + step)) return tokens[end + step];
  return undefined;
} // prettier-ignore
