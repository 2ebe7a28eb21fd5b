import { z } from "zod";
import { csvResource, loadResource } from "../../core/resource.ts";
import { isPassive, type Clause } from "./clause.ts";
import type { Modifiers } from "./modifiers.ts";
import type { PredicateHit } from "./predicates.ts";
import { dependent } from "./tree.ts";

/*
 * Verbs have senses: who beats a rival in an election attacks nobody, and who strikes a deal strikes no one. Conditions
 * on a row of the predicate lexicon say in which company it does not hold; classes of words say what that company is.
 */

/** Classes of nouns and particles that tell senses apart, with their words. */
export type WordClasses = ReadonlyMap<string, ReadonlySet<string>>;

export const wordClasses = csvResource({
  name: "en/word-classes",
  summary: "Words that tell the senses of a predicate apart: of elections, of sport, illnesses, ideas.",
  file: "en/word-classes.csv",
  row: z.object({ class: z.string().min(1), word: z.string().min(1), source: z.string().min(1) }),
  build(rows): WordClasses {
    const classes = new Map<string, Set<string>>();
    for (const { class: name, word } of rows) classes.set(name, (classes.get(name) ?? new Set()).add(word));
    return classes;
  },
});

/** Where a condition looks: the object's noun, any word close by, the word before, or "to" with a verb right behind. */
export const conditionPlaces = ["object", "near", "before", "infinitive"] as const;

export interface Condition {
  readonly place: (typeof conditionPlaces)[number];
  /** The class of words that must stand there. */
  readonly words: string;
}

/** How far "near" reaches, in tokens. */
const nearby = 15;

/** Whether the words at a predicate meet a condition. */
export function meets(
  clause: Clause,
  { head, first: start, last: end }: PredicateHit,
  { place, words }: Condition,
  modifiers: Modifiers,
): boolean {
  const { tokens, first, last } = clause;
  if (place === "object") return isOf(clause, objectNoun(clause, head, end, modifiers), words);
  if (place === "before") return isOf(clause, start - 1, words);
  if (place === "near") {
    for (let at = Math.max(first, head - nearby); at < Math.min(last, head + nearby); at++)
      if (at !== head && isOf(clause, at, words)) return true;
    return false;
  }
  for (let at = end; at < Math.min(last - 1, end + 3); at++)
    if (tokens[at]!.text.toLowerCase() === words) return tokens[at + 1]!.upos === "VERB";
  return false;
}

let classes: WordClasses | undefined;

function isOf({ tokens, first, last }: Clause, at: number, name: string): boolean {
  if (at < first || at >= last) return false;
  classes ??= loadResource(wordClasses);
  const words = classes.get(name);
  return (
    words?.has(tokens[at]!.lemma.toLowerCase()) === true ||
    words?.has(tokens[at]!.text.toLowerCase()) === true
  );
}

/** The noun that is a verb's object, or a passive's subject; or -1. */
function objectNoun(clause: Clause, verb: number, from: number, modifiers: Modifiers): number {
  const { tokens, first, last, syntax } = clause;
  if (isPassive(clause, verb, modifiers)) {
    if (syntax !== undefined) return dependent(clause, verb, "nsubj");
    for (let at = verb - 1; at >= first; at--) if (tokens[at]!.upos === "NOUN") return at;
    return -1;
  }
  if (syntax !== undefined) return dependent(clause, verb, "obj");
  let noun = -1;
  for (let at = from; at < Math.min(last, from + 8); at++) {
    const { upos } = tokens[at]!;
    if (upos === "NOUN") noun = at;
    else if (noun >= 0 || !/^(DET|ADJ|PRON|PROPN|NUM|PART|ADV)$/.test(upos)) break;
  }
  return noun;
}
