import type { Modality } from "../../core/layers.ts";
import { isFinite, type Clause } from "./clause.ts";
import { isOneOf, type Modifiers } from "./modifiers.ts";

/** What a text claims about a predicate. */
export interface Status {
  readonly modality: Modality;
  readonly negated: boolean;
  /** The predicate is turned into its contrary: "ended its support". */
  readonly reversed: boolean;
  /** Factor of intensifiers on the strength; 1 for none. */
  readonly intensifier: number;
}

/** Reads negation, modals, conditions and governing verbs left of a predicate; `carrier` is a noun's verb or -1. */
export function statusOf(clause: Clause, head: number, carrier: number, modifiers: Modifiers): Status {
  const { tokens, first } = clause;
  const start = carrier >= 0 ? carrier : head;
  let negated = false;
  let negator = false;
  let denied = false;
  let future = false;
  let hypothetical = isQuestion(clause) || isPurposeOfNoun(clause, start);
  let backshifted = false;
  let intensifier = 1;
  let reversed = carrier >= 0 && isOneOf(modifiers.ends, tokens[carrier]!);
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
    const infinitive = tokens[at + 1]?.xpos === "TO" || tokens[start - 1]?.xpos === "TO";
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
      if (infinitive && tokens[at + 1]?.xpos === "TO" && isOneOf(modifiers.plans, token)) future = true;
      if (token.upos === "PUNCT" && word !== "," && word !== "-") governed = false;
      continue;
    }
    negator = false;
    // "Stopped attacking B" governs; "blocked B, accusing C" does not.
    const gerund = !comma && (tokens[start]!.xpos === "VBG" || /ing$/i.test(tokens[start]!.text));
    if (isOneOf(modifiers.denies, token)) denied = true;
    else if ((infinitive || gerund) && isOneOf(modifiers.refuses, token)) reversed = !reversed;
    else if (infinitive && isOneOf(modifiers.plans, token)) {
      // "Plans to attack" lies ahead; "asked B to attack" is only asked for.
      if (tokens[at + 1]?.xpos === "TO") future = true;
      else hypothetical = true;
    } else if (isFinite(clause, at) && !(infinitive && isOneOf(modifiers.manages, token))) {
      governed = false;
      // "Said it would attack": what lay ahead of a past.
      if (backshifted && token.xpos === "VBD") [backshifted, future] = [false, true];
    }
  }
  if (backshifted) hypothetical = true;
  if (carrier < 0 && head > first && isOneOf(modifiers.ends, tokens[head - 1]!)) reversed = true;
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
  return { modality, negated, reversed, intensifier };
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
