import type { Token } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import { actorAt, passiveAuxiliary, type Clause } from "../../language/en/clause.ts";
import type { Modifiers } from "../../language/en/modifiers.ts";
import { rightActors, subjectOf } from "../../language/en/roles.ts";
import type { Speaker } from "./attribution.ts";

/** The speaker beside a reporting verb or "according", by word classes alone: for sentences that were not parsed. */
export function flatSpeaker(
  clause: Clause,
  at: number,
  modifiers: Modifiers,
  according: boolean,
): Speaker | undefined {
  const { tokens, last } = clause;
  if (according) return named(clause, at, rightActors(clause, at + 2)[0] ?? -1, "quote/according_to");
  if (tokens[at + 1]?.text.toLowerCase() === "by")
    return named(clause, at, rightActors(clause, at + 2)[0] ?? -1, "quote/by");
  // "…," said A, the spokesman: the speaker right after the verb.
  const subject = besideVerb(clause, at, subjectOf(clause, at, modifiers)[0] ?? -1);
  const next = at + 1 < last && !opensClause(clause, at + 1) ? nearActor(clause, at + 1) : -1;
  if (subject < 0 && next < 0) return named(clause, at, -1, "quote/verb");
  if (passiveAuxiliary(clause, at, modifiers) >= 0) return undefined;
  const inverted = next >= 0 && (subject < 0 || endsQuotation(clause, at));
  return inverted ? named(clause, at, next, "quote/inverted") : named(clause, at, subject, "quote/subject");
}

/** The subject, or -1 where another noun stands between: in "… of the country, doctors said" the country says nothing. */
function besideVerb({ tokens, actors, first }: Clause, verb: number, mention: number): number {
  if (mention < 0) return mention;
  const start = nominalBefore(tokens, first, verb);
  const own = tokens.slice(start, verb).some(({ upos }) => upos === "NOUN" || upos === "PROPN");
  const apart = start > first && tokens[start - 1]!.upos === "PUNCT";
  return own && apart && !actors.subarray(start - first, verb - first).includes(mention) ? -1 : mention;
}

/** First token of the nouns and their adjectives that end before a verb and its auxiliaries. */
function nominalBefore(tokens: readonly Token[], first: number, verb: number): number {
  let start = verb;
  while (start > first && /^(AUX|ADV)$/.test(tokens[start - 1]!.upos)) start--;
  while (start > first && /^(NOUN|PROPN|PRON|ADJ|NUM|DET)$/.test(tokens[start - 1]!.upos)) start--;
  return start;
}

/** "Said it believed": a pronoun with a verb of its own. */
const opensClause = ({ tokens }: Clause, at: number): boolean =>
  tokens[at]!.xpos === "PRP" && /^(VERB|AUX|ADV)$/.test(tokens[at + 1]?.upos ?? "");

/** Whether a comma or a closing mark stands right before the verb, as in inversion. */
function endsQuotation({ tokens, first }: Clause, verb: number): boolean {
  return verb > first && /^[,”"»’']+$/.test(tokens[verb - 1]!.text);
}

/** The actor within four tokens, titles between: "said President A". */
function nearActor(clause: Clause, from: number): number {
  for (let at = from; at < Math.min(clause.last, from + 5); at++) {
    const actor = actorAt(clause, at);
    if (actor >= 0) return actor;
    const { upos } = clause.tokens[at]!;
    if (upos !== "DET" && upos !== "ADJ" && upos !== "NOUN" && upos !== "PROPN") return -1;
  }
  return -1;
}

const named = (clause: Clause, verb: number, mention: number, ruleId: string): Speaker => ({
  mention, words: mention < 0 ? speakerWords(clause, verb) : undefined, ruleId,
}); // prettier-ignore

/** The nouns and names beside a verb, for a speaker that is no known mention: "officials said". */
function speakerWords({ tokens, first, last }: Clause, verb: number): Span | undefined {
  const nominal = (at: number): boolean =>
    at >= first && at < last && /^(NOUN|PROPN|PRON|ADJ|NUM)$/.test(tokens[at]!.upos);
  let end = verb;
  while (end > first && /^(AUX|ADV)$/.test(tokens[end - 1]!.upos)) end--;
  let start = end;
  while (nominal(start - 1)) start--;
  if (start === end) {
    start = verb + 1;
    if (start < last && tokens[start]!.upos === "DET") start++;
    end = start;
    while (nominal(end)) end++;
  }
  return start < end ? { start: tokens[start]!.start, end: tokens[end - 1]!.end } : undefined;
}
