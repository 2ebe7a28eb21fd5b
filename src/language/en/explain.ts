import type { ExplanationStep } from "../../core/explanation.ts";
import type { Mention } from "../../core/layers.ts";
import { passiveAuxiliary, type Clause } from "./clause.ts";
import { modifierKinds, type ModifierKind, type Modifiers } from "./modifiers.ts";
import { findPredicates, type PredicateHit, type Predicates } from "./predicates.ts";
import { rolesOf, type Roles } from "./roles.ts";
import { statusOf, type Status } from "./status.ts";

/*
 * Why a predicate was read as it was. What a word did is measured, not guessed: the predicate is read again with the
 * word taken out of the lexicon of modifiers, and the difference told.
 */

/** A predicate read again, with all that its reading rested on. */
export interface PredicateReading {
  readonly hit: PredicateHit;
  readonly roles: Roles;
  readonly status: Status;
  /** Words that changed the status, in the order of the sentence. */
  readonly effects: readonly Effect[];
}

export interface Effect {
  readonly word: string;
  readonly kind: ModifierKind;
  /** The status had the word not been there. */
  readonly without: Status;
}

/** The predicate a rule id names (`stance/verb/condemn`) whose words end at an offset; undefined when there is none. */
export function readAgain(
  clause: Clause,
  predicates: Predicates,
  modifiers: Modifiers,
  ruleId: string,
  end: number,
): PredicateReading | undefined {
  const [, pos, lemma = ""] = ruleId.split("/");
  for (const hit of findPredicates(predicates, clause.tokens, clause.first, clause.last)) {
    if (clause.tokens[hit.last - 1]!.end !== end) continue;
    const roles = rolesOf(clause, hit, modifiers);
    if (roles === undefined) continue;
    if (roles.predicate.pos !== pos || roles.predicate.lemma.replaceAll(" ", "_") !== lemma) continue;
    const status = statusOf(clause, hit.head, roles.carrier, modifiers);
    return { hit, roles, status, effects: effectsOf(clause, hit.head, roles.carrier, modifiers, status) };
  }
  return undefined;
}

/** The words of the clause without which the status would be another. */
export function effectsOf(
  clause: Clause,
  head: number,
  carrier: number,
  modifiers: Modifiers,
  status: Status,
): Effect[] {
  const seen = new Set<string>();
  const effects: Effect[] = [];
  for (let at = clause.first; at < clause.last; at++) {
    const { text, lemma } = clause.tokens[at]!;
    const forms = [text.toLowerCase(), lemma.toLowerCase()];
    const kind = modifierKinds.find((candidate) => forms.some((form) => modifiers[candidate].has(form)));
    if (kind === undefined || seen.has(forms[0]!)) continue;
    seen.add(forms[0]!);
    const without = statusOf(clause, head, carrier, withoutWords(modifiers, forms));
    if (!sameStatus(status, without)) effects.push({ word: forms[0]!, kind, without });
  }
  return effects;
}

function withoutWords(modifiers: Modifiers, forms: readonly string[]): Modifiers {
  return Object.fromEntries(
    modifierKinds.map((kind) => {
      const words = modifiers[kind];
      const known = forms.some((form) => words.has(form));
      return [kind, known ? new Map([...words].filter(([word]) => !forms.includes(word))) : words];
    }),
  ) as unknown as Modifiers;
}

function sameStatus(a: Status, b: Status): boolean {
  return (
    a.modality === b.modality &&
    a.negated === b.negated &&
    a.reversed === b.reversed &&
    a.ended === b.ended &&
    a.intensifier === b.intensifier
  );
}

/** The dictionary's row, the places it found, and what each modifier did. */
export function predicateSteps(
  { hit, roles, status, effects }: PredicateReading,
  clause: Clause,
  mentions: readonly Mention[],
  modifiers: Modifiers,
): ExplanationStep[] {
  const { predicate } = roles;
  const words = (indices: readonly number[]): string =>
    indices.length === 0 ? "nobody" : indices.map((index) => `"${mentions[index]!.text}"`).join(", ");
  const steps: ExplanationStep[] = [
    {
      what: "dictionary",
      detail:
        `en/predicates: "${predicate.lemma}" (${predicate.pos}), frame ${predicate.frame}, ` +
        `${predicate.plover ?? "no event type"}, ${predicate.channel}, polarity ${predicate.polarity}, ` +
        `strength ${predicate.strength}; source: ${predicate.source}`,
    },
    { what: "roles", detail: `source ${words(roles.sources)}; target ${words(roles.targets)}` },
  ];
  const passive = passiveAuxiliary(clause, hit.head, modifiers);
  if (passive >= 0 && predicate.pos === "verb")
    steps.push({ what: "passive", detail: `"${clause.tokens[passive]!.text}" makes it passive` });
  if (roles.sources.length > 1 || roles.targets.length > 1)
    steps.push({ what: "conjunct", detail: "coordinated actors share the place" });
  if (roles.carrier >= 0)
    steps.push({ what: "carrier", detail: `the verb "${clause.tokens[roles.carrier]!.text}" carries the noun` });
  for (const { word, kind, without } of effects)
    steps.push({ what: kind, detail: `"${word}": ${changes(status, without)}` });
  if (effects.length === 0) steps.push({ what: "status", detail: `${status.modality}: no word negates, hedges or turns it` });
  return steps;
} // prettier-ignore

/** "negated instead of asserted". */
function changes(is: Status, without: Status): string {
  const told: string[] = [];
  if (is.modality !== without.modality) told.push(`${is.modality} instead of ${without.modality}`);
  if (is.reversed !== without.reversed)
    told.push(is.reversed ? "turned into its contrary" : "not turned into its contrary");
  if (is.negated !== without.negated && is.modality === without.modality)
    told.push(is.negated ? "negated" : "no longer negated");
  if (is.intensifier !== without.intensifier)
    told.push(`intensifier ${is.intensifier} instead of ${without.intensifier}`);
  return told.join(", ");
}
