import type { Modality } from "../../core/layers.ts";
import { isFinite, passiveAuxiliary, type Clause } from "./clause.ts";
import { isOneOf, type Modifiers } from "./modifiers.ts";

/** What a text claims about a predicate. */
export interface Status {
  readonly modality: Modality;
  readonly negated: boolean;
  /** The predicate is turned into its contrary: "ended its support". */
  readonly reversed: boolean;
  /** What turns it stops what went on, rather than refusing what might. */
  readonly ended: boolean;
  /** Factor of intensifiers on the strength; 1 for none. */
  readonly intensifier: number;
}

/** Reads negation, modals, conditions and governing verbs left of a predicate; `carrier` is a noun's verb or -1. */
export function statusOf(clause: Clause, head: number, carrier: number, modifiers: Modifiers): Status {
  const { tokens, first } = clause;
  const start = carrier >= 0 ? carrier : head;
  /** The verb reached so far in a chain: "refused to stop attacking". */
  let link = start;
  let negated = false;
  let negator = false;
  let denied = false;
  let future = false;
  let hypothetical = isQuestion(clause) || isPurposeOfNoun(clause, start);
  let backshifted = false;
  let intensifier = 1;
  let reversed = carrier >= 0 && isOneOf(modifiers.ends, tokens[carrier]!);
  let ended = reversed && isOneOf(modifiers.stops, tokens[carrier]!);
  let governed = true;
  let comma = false;
  for (let at = start - 1; at >= first; at--) {
    const token = tokens[at]!;
    const word = token.text.toLowerCase();
    if (word === ";") break;
    if (word === ",") comma = true;
    if (modifiers.condition.has(word)) {
      hypothetical = true;
      break;
    }
    if (!governed) continue;
    const to = isInfinitive(clause, at + 1);
    const infinitive = to || isInfinitive(clause, link - 1);
    if (modifiers.negator.has(word)) {
      // "Neither A nor B attacked" is one negation; that of the verb above is another.
      if (!negator) negated = !negated;
      negator = true;
    }
    if (modifiers.future.has(word)) future = true;
    else if (modifiers.backshift.has(word)) backshifted = true;
    else if (modifiers.hypothetical.has(word) && token.upos !== "NOUN" && token.upos !== "PROPN")
      hypothetical = true;
    else if (modifiers.hedge.has(word)) hypothetical = true;
    else if (at >= start - 2 && modifiers.amplifier.has(word)) intensifier = modifiers.amplifier.get(word)!;
    else if (at >= start - 2 && modifiers.downtoner.has(word)) intensifier = modifiers.downtoner.get(word)!;
    if (token.upos !== "VERB") {
      // "Ready to attack", "is to attack".
      const ahead = isOneOf(modifiers.plans, token) || (token.upos === "AUX" && modifiers.passive.has(word));
      if (to && ahead) future = true;
      if (token.upos === "PUNCT" && word !== "," && word !== "-") governed = false;
      continue;
    }
    negator = false;
    // "Refused to go, and B attacked": what another clause refuses.
    if (!hangsOn(clause, link, at)) {
      if (isFinite(clause, at)) governed = false;
      continue;
    }
    // "Stopped attacking B" governs; "blocked B, accusing C" does not.
    const gerund = !comma && (tokens[link]!.xpos === "VBG" || /ing$/i.test(tokens[link]!.text));
    if (isOneOf(modifiers.denies, token)) denied = true;
    else if ((infinitive || gerund) && isOneOf(modifiers.refuses, token)) {
      reversed = !reversed;
      ended = isOneOf(modifiers.stops, token);
      link = at;
    } else if (infinitive && isOneOf(modifiers.plans, token)) {
      // "Plans to attack" lies ahead; "asked B to attack" and "was asked to attack" is only asked for.
      if (to && passiveAuxiliary(clause, at, modifiers) < 0) future = true;
      else hypothetical = true;
      link = at;
    } else if (infinitive && isOneOf(modifiers.manages, token)) link = at;
    else if (isFinite(clause, at)) {
      governed = false;
      // "Said it would attack": what lay ahead of a past.
      if (backshifted && token.xpos === "VBD") [backshifted, future] = [false, true];
    }
  }
  if (backshifted) hypothetical = true;
  if (
    carrier < 0 &&
    head > first &&
    tokens[head]!.upos !== "VERB" &&
    isOneOf(modifiers.ends, tokens[head - 1]!)
  ) {
    reversed = true;
    ended = isOneOf(modifiers.stops, tokens[head - 1]!);
  }
  // Amplifiers also follow: "condemned it strongly".
  const after = tokens[head + 1]?.text.toLowerCase() ?? "";
  if (head + 1 < clause.last && modifiers.amplifier.has(after)) intensifier = modifiers.amplifier.get(after)!;
  const modality: Modality = denied
    ? "denied"
    : negated
      ? "negated"
      : hypothetical
        ? "hypothetical"
        : future
          ? "future"
          : "asserted";
  return { modality, negated, reversed, ended, intensifier };
}

/** Whether "to" stands at a token and a verb follows. */
function isInfinitive({ tokens, last }: Clause, at: number): boolean {
  if (tokens[at]?.text.toLowerCase() !== "to" || at + 1 >= last) return false;
  return tokens[at]!.xpos === "TO" || /^(VERB|AUX)$/.test(tokens[at + 1]!.upos);
}

/** Whether a verb stands in what another governs, as far as a parse tells; one beside the other is taken to. */
function hangsOn(clause: Clause, verb: number, governor: number): boolean {
  const { tokens, syntax } = clause;
  if (syntax === undefined || verb - governor <= 2) return true;
  let at = verb;
  for (let steps = 0; steps < 6; steps++) {
    const { head, relation } = syntax[at]!;
    if (head === governor)
      return !/^(conj|parataxis|acl)/.test(relation) || tokens[governor]!.upos !== "VERB";
    if (head < 0) return false;
    at = head;
  }
  return false;
}

/** "Did A attack B?" claims nothing; "Why did A attack B?" takes the attack for granted. */
function isQuestion({ tokens, first, last }: Clause): boolean {
  const asks = tokens[last - 1]?.text === "?" || (tokens[last - 2]?.text === "?" && last - 2 > first);
  return asks && !(tokens[first]?.xpos.startsWith("W") ?? false);
}

/** "Pressure to help B", "a plan to attack B": an infinitive that hangs on a noun, by the parse. */
function isPurposeOfNoun({ tokens, syntax }: Clause, verb: number): boolean {
  return syntax?.[verb]?.relation === "acl" && tokens[verb]!.xpos === "VB";
}
