import type { DateExpression, Name } from "../../core/layers.ts";
import { indexAfter, type Span } from "../../core/span.ts";
import { isFinite, type Clause } from "../../language/en/clause.ts";
import type { Modifiers } from "../../language/en/modifiers.ts";
import { dependent, dependents } from "../../language/en/tree.ts";

/*
 * When and where an event happened: by the date and the place that belong to its own clause. "A applied in May, three
 * months after B invaded C" dates the application alone. What is not sure stays empty.
 */

/** Index of the date of the event told at a token, or -1. */
export function dateOf(clause: Clause, trigger: number, dates: readonly DateExpression[]): number {
  return nearest(clause, trigger, dates, (date, first, last) => {
    if (date.startDate === undefined || date.type === "DURATION" || date.type === "SET") return false;
    return clause.syntax === undefined
      ? sharesClause(clause, first, trigger)
      : modifies(clause, topOf(clause, first, last), trigger, true);
  });
}

/** Index of the place of the event told at a token, or -1: "in B", "near B". */
export function placeOf(
  clause: Clause,
  trigger: number,
  names: readonly Name[],
  { locative }: Modifiers,
  free: (name: Name) => boolean,
): number {
  return nearest(clause, trigger, names, (name, first, last) => {
    if (name.nerType !== "LOC" && name.entityType !== "place") return false;
    if (!free(name)) return false;
    const top = clause.syntax === undefined ? first : topOf(clause, first, last);
    const marker =
      clause.syntax === undefined ? prepositionOf(clause, first) : dependent(clause, top, "case");
    if (marker < 0 || marker > first || !locative.has(clause.tokens[marker]!.text.toLowerCase()))
      return false;
    return clause.syntax === undefined
      ? first > trigger && sharesClause(clause, first, trigger)
      : modifies(clause, top, trigger, false);
  });
}

/** The index of the fitting span of the sentence that is nearest to a token, or -1. */
function nearest<Item extends Span>(
  { tokens, first, last }: Clause,
  trigger: number,
  spans: readonly Item[],
  fits: (item: Item, first: number, last: number) => boolean,
): number {
  let best = -1;
  let bestDistance = Infinity;
  let token = first;
  const end = tokens[last - 1]!.end;
  for (let at = indexAfter(spans, tokens[first]!.start); at < spans.length && spans[at]!.start < end; at++) {
    const span = spans[at]!;
    while (token < last && tokens[token]!.end <= span.start) token++;
    let after = token;
    while (after < last && tokens[after]!.start < span.end) after++;
    const distance = Math.abs(token - trigger);
    if (token < after && distance < bestDistance && fits(span, token, after))
      [best, bestDistance] = [at, distance];
  }
  return best;
}

/** Without a parse: no finite verb and nothing that opens a clause stands between. */
function sharesClause(clause: Clause, at: number, trigger: number): boolean {
  for (let token = Math.min(at, trigger) + 1; token < Math.max(at, trigger); token++) {
    const { text, upos, xpos } = clause.tokens[token]!;
    if (text === ";" || upos === "SCONJ" || xpos.startsWith("W") || isFinite(clause, token)) return false;
  }
  return true;
}

/** The preposition before a name, an article between. */
function prepositionOf({ tokens, first }: Clause, at: number): number {
  let before = at - 1;
  while (before >= first && /^(DET|ADJ)$/.test(tokens[before]!.upos)) before--;
  return before >= first && tokens[before]!.upos === "ADP" ? before : -1;
}

/** The token of a span that the rest of it hangs on. */
function topOf({ syntax }: Clause, first: number, last: number): number {
  for (let at = first; at < last; at++) {
    const { head } = syntax![at]!;
    if (head < first || head >= last) return at;
  }
  return first;
}

/** How a word that says when or where hangs on what it is said of. */
const adverbial = /^(obl|nmod|advmod|dep)/;

/**
 * Whether a date or place belongs to the clause of an event: it hangs on the event's word, on a noun of its phrase, or on
 * the verb that the event shares its clause with. A date that opens the sentence holds for all that is joined by "and".
 */
function modifies(clause: Clause, top: number, trigger: number, dated: boolean): boolean {
  const { syntax, tokens, first } = clause;
  // "And in May B blamed C": the clause may be read as what is said of May.
  const { head: above, relation: asWhat } = syntax![trigger]!;
  const linked = dependents(clause, trigger).some(
    (kid) => /^(SCONJ|PRON|DET)$/.test(tokens[kid]!.upos) && kid < trigger,
  );
  if (dated && above === top && asWhat === "acl:relcl" && !linked) return true;
  let at = top;
  for (let steps = 0; steps < 4; steps++) {
    if (at === trigger) return true;
    const { head, relation } = syntax![at]!;
    if (
      head < first ||
      !(adverbial.test(relation) || (at !== top && /^(obj|nsubj|conj|iobj)/.test(relation)))
    )
      return false;
    // "The treaty of 1951", "the leader of B": said of the noun, not of what happens.
    const marker = dependent(clause, at, "case");
    const bare = relation === "nmod" && marker < 0;
    if (at === top && tokens[head]!.upos === "NOUN" && head !== trigger && (bare || isOf(clause, marker)))
      return false;
    at = head;
    if (tokens[at]!.upos === "VERB" || tokens[at]!.upos === "AUX") break;
  }
  const opens = dated && top < at && opensSentence(clause, top);
  return sharesVerb(clause, trigger, at, opens);
}

const isOf = ({ tokens }: Clause, marker: number): boolean =>
  marker >= 0 && tokens[marker]!.text.toLowerCase() === "of";

/** Whether no verb stands before a token in its sentence. */
function opensSentence({ tokens, first }: Clause, at: number): boolean {
  for (let token = first; token < at; token++) if (tokens[token]!.upos === "VERB") return false;
  return true;
}

/** Whether an event's word is a verb, its object, or one chained to it without a clause of its own. */
function sharesVerb(clause: Clause, trigger: number, verb: number, fronted: boolean): boolean {
  const { syntax, tokens, first } = clause;
  let at = trigger;
  for (let steps = 0; steps < 6 && at >= first; steps++) {
    if (at === verb) return true;
    const { head, relation } = syntax![at]!;
    const participle = relation === "advcl" && tokens[at]!.xpos === "VBG";
    const noun = tokens[at]!.upos !== "VERB" && /^(obj|obl|nmod|nsubj|compound|conj)/.test(relation);
    if (!noun && !participle && relation !== "xcomp" && !(fronted && relation === "conj")) return false;
    at = head;
  }
  return false;
}
