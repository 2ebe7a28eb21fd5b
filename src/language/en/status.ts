import type { Modality } from "../../core/layers.ts";
import { isFinite, type Clause } from "./clause.ts";
import type { Modifiers } from "./modifiers.ts";

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
  let denied = false;
  let future = false;
  let hypothetical = false;
  let intensifier = 1;
  let reversed = carrier >= 0 && modifiers.ends.has(tokens[carrier]!.lemma.toLowerCase());
  let governed = true;
  for (let at = start - 1; at >= first; at--) {
    const token = tokens[at]!;
    const word = token.text.toLowerCase();
    const lemma = token.lemma.toLowerCase();
    if (word === ";") break;
    if (modifiers.condition.has(word)) {
      hypothetical = true;
      break;
    }
    if (!governed) continue;
    if (modifiers.negator.has(word)) negated = !negated;
    else if (modifiers.future.has(word)) future = true;
    else if (modifiers.hypothetical.has(word) && token.upos !== "NOUN" && token.upos !== "PROPN")
      hypothetical = true;
    else if (modifiers.hedge.has(word)) hypothetical = true;
    else if (at >= start - 2 && modifiers.amplifier.has(word)) intensifier = modifiers.amplifier.get(word)!;
    else if (at >= start - 2 && modifiers.downtoner.has(word)) intensifier = modifiers.downtoner.get(word)!;
    if (token.upos !== "VERB") {
      if (token.upos === "PUNCT" && word !== "," && word !== "-") governed = false;
      continue;
    }
    const infinitive =
      tokens[at + 1]?.text.toLowerCase() === "to" || tokens[start - 1]?.text.toLowerCase() === "to";
    const gerund = /ing$/i.test(tokens[start]!.text);
    if (modifiers.denies.has(lemma)) denied = true;
    else if ((infinitive || gerund) && modifiers.refuses.has(lemma)) reversed = !reversed;
    else if (infinitive && modifiers.plans.has(lemma)) future = true;
    else if (isFinite(clause, at) && !(infinitive && modifiers.manages.has(lemma))) governed = false;
  }
  if (carrier < 0 && head > first && modifiers.ends.has(tokens[head - 1]!.lemma.toLowerCase()))
    reversed = true;
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
