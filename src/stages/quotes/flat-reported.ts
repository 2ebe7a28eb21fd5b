import type { Token } from "../../core/layers.ts";
import type { Clause } from "../../language/en/clause.ts";
import type { ReportingVerb } from "../../language/en/reporting-verbs.ts";

/*
 * Where reported speech begins and ends by word classes alone: for sentences that were not parsed. Ranges are tokens,
 * the end exclusive.
 */

export type Range = readonly [from: number, to: number];

/** What follows the verb when it is a clause; else what stands before ", A said" at the end of the sentence. */
export function flatReported(
  clause: Clause,
  verb: number,
  takes: ReportingVerb["clause"],
): Range | undefined {
  const { tokens, first } = clause;
  const end = contentEnd(clause);
  for (let at = verb + 1; at < Math.min(end, verb + 10); at++) {
    const { text, upos } = tokens[at]!;
    // "Denied that and said": there it is no conjunction.
    const that = text.toLowerCase() === "that" && !/^(?:CCONJ|PUNCT)$/.test(tokens[at + 1]?.upos ?? "PUNCT");
    const opens = that || (takes === "whether" && /^(?:whether|if)$/i.test(text));
    if (opens && at + 2 < end && hasVerb(clause, at + 1, end)) return [that ? at + 1 : at, end];
    if (upos === "PUNCT" || upos === "ADP" || upos === "VERB") break;
  }
  if (takes !== "bare") return undefined;
  const next = tokens[verb + 1];
  const startsClause = next !== undefined && /^(PRON|DET|PROPN|NOUN|NUM|ADJ)$/.test(next.upos);
  if (startsClause && finiteWithin(clause, verb + 2, end)) return [verb + 1, end];
  // "The plan has failed, A said."
  if (end - verb > 4 || (next !== undefined && /^(DET|NOUN|ADJ)$/.test(next.upos))) return undefined;
  for (let at = verb - 1; at > first + 3 && at >= verb - 12; at--)
    if (tokens[at]!.text === "," && hasVerb(clause, first, at))
      // "A defended B, and C criticized A", "A came to B, where C welcomed him": the second clause reports nothing.
      return joinsClauses(tokens[at + 1]!) ? undefined : [first, at];
  return undefined;
}

const joinsClauses = ({ upos, xpos }: Token): boolean =>
  upos === "CCONJ" || upos === "SCONJ" || xpos.startsWith("W");

/** "According to A, …" and "…, according to A". */
export function besides(clause: Clause, at: number): Range | undefined {
  const { tokens, first } = clause;
  const end = contentEnd(clause);
  if (at > first + 3) {
    const before = tokens[at - 1]!.text === "," ? at - 1 : at;
    return hasVerb(clause, first, before) ? [first, before] : undefined;
  }
  for (let comma = at + 2; comma < end; comma++)
    if (tokens[comma]!.text === ",") return hasVerb(clause, comma + 1, end) ? [comma + 1, end] : undefined;
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
    const { upos, xpos, text } = tokens[at]!;
    if (upos === "PUNCT" || upos === "SCONJ" || xpos.startsWith("W") || text.toLowerCase() === "to")
      return false;
    // "condemned the decision and warned …": the verb of another clause.
    if (upos === "CCONJ" && /^(?:VERB|AUX)$/.test(tokens[at + 1]?.upos ?? "")) return false;
    if (upos === "AUX" || (upos === "VERB" && !/ing$/i.test(text))) return true;
  }
  return false;
}

/** The sentence without its closing full stop and marks. */
function contentEnd({ tokens, first, last }: Clause): number {
  let end = last;
  while (end > first && tokens[end - 1]!.upos === "PUNCT") end--;
  return end;
}
