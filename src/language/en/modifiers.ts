import { z } from "zod";
import type { Token } from "../../core/layers.ts";
import { csvResource } from "../../core/resource.ts";
import { verbForms } from "./inflect.ts";

/*
 * Words that change what a predicate claims: "did not condemn", "could condemn", "denied condemning", "ended its
 * support", "strongly backs".
 */

export const modifierKinds = [
  /** "not", "never": the predicate is negated. */
  "negator",
  /** "will": it lies ahead. */
  "future",
  /** "could", "would": it is only thought of. */
  "hypothetical",
  /** "would": it lay ahead of a past that reports it, else it is only thought of. */
  "backshift",
  /** "reportedly", "possibly": it is not vouched for. */
  "hedge",
  /** "if", "unless": all that follows in the clause is only thought of. */
  "condition",
  /** "plan to", "urge": what they govern lies ahead. */
  "plans",
  /** "refuse to": what they govern does not happen. */
  "refuses",
  /** "deny": what they govern is said not to have happened. */
  "denies",
  /** "claim", "accuse": what they govern is somebody's charge. */
  "claims",
  /** "continue to", "try to": what they govern happens. */
  "manages",
  /** "end", "suspend": turn the noun they govern into its contrary. */
  "ends",
  /** Those of them that stop what went on: "cut aid", but not "rejected aid". */
  "stops",
  /** "launch", "hold", "strengthen": carry the noun they govern. */
  "light",
  /** "receive", "face": their subject is the target of the noun they govern. */
  "undergoes",
  /** "on", "against": an actor behind it is not part of a direct object. */
  "oblique",
  /** "accused B of", "thanked B for": the object before does what the gerund behind tells. */
  "controls",
  /** "each other": whoever does it also has it done to him. */
  "reciprocal",
  /** "in", "near": what follows is where it happens. */
  "locative",
  /** "be", "get": make a participle passive. */
  "passive",
  /** "opposition", "predecessor": somebody else than the one whose it is. */
  "other",
  /** "I", "we": whoever writes, and no speaker to be named. */
  "author",
  "amplifier",
  "downtoner",
] as const;
export type ModifierKind = (typeof modifierKinds)[number];

/** Kinds whose words are verbs, to be known in all their forms. */
const verbKinds: ReadonlySet<ModifierKind> = new Set([
  "plans", "refuses", "denies", "claims", "manages", "ends", "stops", "light", "undergoes",
]); // prettier-ignore

/** Whether a token is one of the words of a kind. */
export const isOneOf = (words: ReadonlyMap<string, number>, { text, lemma }: Token): boolean =>
  words.has(text.toLowerCase()) || words.has(lemma.toLowerCase());

/** By kind, the factor of each word on a score (or 1); keys are lower-case words, of verbs all forms. */
export type Modifiers = Readonly<Record<ModifierKind, ReadonlyMap<string, number>>>;

export const modifiers = csvResource({
  name: "en/modifiers",
  summary: "Words that negate, hedge, postpone, end, strengthen or weaken a predicate.",
  file: "en/modifiers.csv",
  row: z.object({
    word: z.string().min(1),
    kind: z.enum(modifierKinds),
    factor: z.coerce.number().min(-2).max(2),
    source: z.string().min(1),
  }),
  build(rows): Modifiers {
    const byKind = Object.fromEntries(modifierKinds.map((kind) => [kind, new Map<string, number>()]));
    for (const { word, kind, factor } of rows)
      for (const form of verbKinds.has(kind) ? verbForms(word) : [word]) byKind[kind]!.set(form, factor);
    return byKind as Record<ModifierKind, Map<string, number>>;
  },
});
