import type { Sentence, Token } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import type { Clause } from "../../language/en/clause.ts";
import type { Modifiers } from "../../language/en/modifiers.ts";
import type { ReportingVerbs } from "../../language/en/reporting-verbs.ts";
import { attributionAt, type Attribution } from "./speaker.ts";

export interface Indirect extends Span {
  readonly sentence: Sentence;
  readonly attribution: Attribution;
}

/**
 * Reported speech without quotation marks: "A said that …", "A said …", "…, A said", "According to A, …". One a
 * sentence: the outermost.
 */
export function indirectSpeech(
  sentence: Sentence,
  clause: Clause,
  verbs: ReportingVerbs,
  modifiers: Modifiers,
): Indirect | undefined {
  const { tokens, first, last } = clause;
  const end = contentEnd(clause, last);
  for (let at = first; at < last; at++) {
    const token = tokens[at]!;
    const according = token.text.toLowerCase() === "according";
    if (!according && (token.upos !== "VERB" || !verbs.has(token.text.toLowerCase()))) continue;
    const attribution = attributionAt(clause, at, verbs, modifiers);
    if (attribution === undefined || (attribution.mention < 0 && attribution.text === undefined)) continue;
    const span = according ? besides(clause, at, end) : reported(clause, at, end);
    if (span !== undefined) return { ...span, sentence, attribution };
  }
  return undefined;
}

/** What follows the verb when it is a clause; else what stands before ", A said" at the end of the sentence. */
function reported(clause: Clause, verb: number, end: number): Span | undefined {
  const { tokens, first } = clause;
  for (let at = verb + 1; at < Math.min(end, verb + 10); at++) {
    const { text, upos } = tokens[at]!;
    if (text.toLowerCase() === "that" && at + 2 < end && hasVerb(clause, at + 1, end))
      return cover(clause, at + 1, end);
    if (upos === "PUNCT" || upos === "ADP" || upos === "VERB") break;
  }
  const next = tokens[verb + 1];
  const startsClause = next !== undefined && /^(PRON|DET|PROPN|NOUN|NUM|ADJ)$/.test(next.upos);
  if (startsClause && finiteWithin(clause, verb + 2, end)) return cover(clause, verb + 1, end);
  // "The plan has failed, A said."
  if (end - verb > 4) return undefined;
  for (let at = verb - 1; at > first + 3 && at >= verb - 12; at--)
    if (tokens[at]!.text === "," && hasVerb(clause, first, at))
      // "A defended B, and C criticized A", "A came to B, where C welcomed him": the second clause reports nothing.
      return joinsClauses(tokens[at + 1]!) ? undefined : cover(clause, first, at);
  return undefined;
}

const joinsClauses = ({ upos, xpos }: Token): boolean =>
  upos === "CCONJ" || upos === "SCONJ" || xpos.startsWith("W");

/** "According to A, …" and "…, according to A". */
function besides(clause: Clause, at: number, end: number): Span | undefined {
  const { tokens, first } = clause;
  if (at > first + 3) {
    const before = tokens[at - 1]!.text === "," ? at - 1 : at;
    return hasVerb(clause, first, before) ? cover(clause, first, before) : undefined;
  }
  for (let comma = at + 2; comma < end; comma++)
    if (tokens[comma]!.text === ",")
      return hasVerb(clause, comma + 1, end) ? cover(clause, comma + 1, end) : undefined;
  return undefined;
}

const hasVerb = ({ tokens }: Clause, from: number, to: number): boolean => {
  for (let at = from; at < to; at++)
    if (tokens[at]!.upos === "VERB" || tokens[at]!.upos === "AUX") return true;
  return false;
};

/** A verb close by that is neither an infinitive nor a participle: the mark of a clause rather than an object. */
function finiteWithin({ tokens }: Clause, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 8); at++) {
    const { upos, text } = tokens[at]!;
    if (upos === "PUNCT" || upos === "SCONJ" || text.toLowerCase() === "to") return false;
    // "condemned the decision and warned …": the verb of another clause.
    if (upos === "CCONJ" && /^(?:VERB|AUX)$/.test(tokens[at + 1]?.upos ?? "")) return false;
    if (upos === "AUX" || (upos === "VERB" && !/ing$/i.test(text))) return true;
  }
  return false;
}

/** The sentence without its closing full stop and marks. */
function contentEnd({ tokens, first }: Clause, last: number): number {
  let end = last;
  while (end > first && tokens[end - 1]!.upos === "PUNCT") end--;
  return end;
}

function cover({ tokens }: Clause, from: number, to: number): Span | undefined {
  return from < to ? { start: tokens[from]!.start, end: tokens[to - 1]!.end } : undefined;
}
