import { actorAt, chargingVerb, groupLeft, groupRight, isFinite, type Clause } from "./clause.ts";
import { isConnective } from "./connectives.ts";
import { isOneOf, type Modifiers } from "./modifiers.ts";
import { dependent, dependents } from "./tree.ts";

/*
 * Subjects by the dependency tree. The parser is sure of subjects and objects and less so of what hangs together, so a
 * subject is asked for first, then that of the verb above.
 */

/** How many verbs up a subject may stand. */
const highest = 5;

/**
 * The actors of the subject of a verb or adjective, of its own or of the verb above it; none when that subject is no
 * actor. Undefined when there is no parse or it finds no subject, and the flat reading has to answer.
 */
export function parsedSubject(
  clause: Clause,
  verb: number,
  modifiers: Modifiers,
  depth = 0,
): readonly number[] | undefined {
  const { syntax, tokens } = clause;
  if (syntax === undefined || depth > highest || verb < clause.first) return undefined;
  const { head, relation } = syntax[verb]!;
  const subject = nearestSubject(clause, verb);
  if (subject >= 0) {
    const { upos, xpos } = tokens[subject]!;
    if (upos !== "PRON" || actorAt(clause, subject) >= 0)
      return phraseActors(clause, subject, verb, modifiers, true) ?? [];
    // "B, which attacked C": the noun before; "A said it would attack B": an unresolved pronoun is the speaker.
    if (xpos === "WDT" || xpos === "WP")
      return relation.startsWith("acl") ? phraseActors(clause, head, verb, modifiers) : undefined;
    return relation === "ccomp" ? parsedSubject(clause, head, modifiers, depth + 1) : undefined;
  }
  if (head < 0) return undefined;
  if (relation.startsWith("acl")) return phraseActors(clause, head, verb, modifiers);
  // "Urged B to attack C", "accused B of attacking C": B attacks; in "met B to attack C" A does.
  const charging = chargingVerb(clause, verb, modifiers);
  const controller = charging >= 0 ? charging : head;
  const controls =
    charging >= 0 ||
    relation === "xcomp" ||
    (relation === "advcl" && isOneOf(modifiers.plans, tokens[head]!));
  const object = controls
    ? dependents(clause, controller).find((at) => at > controller && /^i?obj$/.test(syntax[at]!.relation))
    : undefined;
  if (object !== undefined && object < verb) return phraseActors(clause, object, verb, modifiers) ?? [];
  // "Drones hit the plant, and A blamed B": an actor right before the verb was read as part of the clause before.
  let before = verb - 1;
  while (before > head && /^(AUX|ADV)$/.test(tokens[before]!.upos)) before--;
  const own = relation !== "xcomp" && before > head && actorAt(clause, before) >= 0;
  if (own && isFinite(clause, verb)) return undefined;
  return climbs.has(relation) ? parsedSubject(clause, head, modifiers, depth + 1) : undefined;
}

/** The subject of a verb; of several ("Days earlier A received B") the last before it. */
function nearestSubject(clause: Clause, verb: number): number {
  const subjects = dependents(clause, verb).filter((at) => clause.syntax![at]!.relation.startsWith("nsubj"));
  return subjects.filter((at) => at < verb).at(-1) ?? subjects[0] ?? -1;
}

/**
 * The actors of a verb's object; none when the object is no actor, as in "rejected the offer to B". Undefined when the
 * parse knows no object.
 */
export function parsedObject(
  clause: Clause,
  verb: number,
  from: number,
  modifiers: Modifiers,
): readonly number[] | undefined {
  if (clause.syntax === undefined) return undefined;
  const objects = dependents(clause, verb).filter(
    (at) => at >= from && /^i?obj$/.test(clause.syntax![at]!.relation),
  );
  if (objects.length === 0) return undefined;
  for (const object of objects) {
    const found = phraseActors(clause, object, object, modifiers, true);
    if (found !== undefined) return found;
  }
  return [];
}

/** Relations whose dependent verb shares the subject of its head when it has none. */
const climbs: ReadonlySet<string> = new Set(["xcomp", "conj", "advcl", "ccomp", "parataxis"]);

/** Relations inside a noun phrase. */
const nominal: ReadonlySet<string> = new Set([
  "nmod", "nmod:poss", "compound", "amod", "flat", "appos", "conj", "nummod",
]); // prettier-ignore

/** Relations by which a noun is somebody's. */
const owned: ReadonlySet<string> = new Set(["nmod", "nmod:poss", "amod"]);

/** The actors of the phrase around a noun: itself, its owner, "the leader of A", "A's forces"; undefined for none. */
function phraseActors(
  clause: Clause,
  noun: number,
  verb: number,
  modifiers: Modifiers,
  withoutOblique = false,
): readonly number[] | undefined {
  const { first, last } = clause;
  // "NATO Secretary General A": the name after the title.
  const title = dependents(clause, noun).filter(
    (at) => clause.syntax![at]!.relation === "flat" && actorAt(clause, at) >= 0,
  );
  if (actorAt(clause, noun) >= 0) return joined(clause, noun, group(clause, title.at(-1) ?? noun, verb));
  for (let at = first; at < last; at++)
    if (actorAt(clause, at) >= 0 && within(clause, at, noun, modifiers, withoutOblique))
      return group(clause, at, verb);
  return undefined;
}

/** With the actors that the tree coordinates with a noun, titles between: "President A and President B". */
function joined(clause: Clause, noun: number, actors: readonly number[]): readonly number[] {
  const others = dependents(clause, noun)
    .filter((at) => clause.syntax![at]!.relation === "conj" && dependent(clause, at, "cc") >= 0)
    .map((at) => actorAt(clause, at))
    .filter((actor) => actor >= 0 && !actors.includes(actor));
  return others.length === 0 ? actors : [...new Set([...actors, ...others])].sort((a, b) => a - b);
}

/** The actors coordinated with the one at a token; of a subject those up to its verb. */
function group(clause: Clause, token: number, verb: number): readonly number[] {
  const actor = actorAt(clause, token);
  const before = token < verb ? groupLeft(clause, token) : [];
  if (before.length > 1 && before.at(-1) === actor && isUnbound(clause, before[0]!)) return before;
  for (let at = verb - 1; at > token; at--) {
    if (actorAt(clause, at) < 0 || actorAt(clause, at) === actor) continue;
    const joined = groupLeft(clause, at);
    if (joined.includes(actor)) return joined;
  }
  return groupRight(clause, token);
}

/** Whether the tree binds a mention to no other word before it: "after A and B had asked", "in June A, B and C left". */
function isUnbound(clause: Clause, mention: number): boolean {
  const { syntax, tokens, first, actors } = clause;
  let at = first + actors.indexOf(mention);
  while (actorAt(clause, syntax![at]!.head) === mention) at = syntax![at]!.head;
  const { relation } = syntax![at]!;
  const marker = dependent(clause, at, "case");
  return marker < 0 ? /^(list|conj|nsubj|appos)/.test(relation) : isConnective(tokens[marker]!.text, "times");
}

/**
 * Whether a token belongs to a noun's phrase: "A's forces", but not "A's opposition", which is somebody else; without
 * what "on", "against" or "with" adds, where that is asked for.
 */
function within(
  clause: Clause,
  token: number,
  noun: number,
  modifiers: Modifiers,
  withoutOblique: boolean,
): boolean {
  const { syntax, tokens } = clause;
  let at = token;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    const { head, relation } = syntax![at]!;
    if (!nominal.has(relation)) return false;
    if (owned.has(relation) && isOneOf(modifiers.other, tokens[head]!)) return false;
    const preposition = withoutOblique && relation === "nmod" ? dependent(clause, at, "case") : -1;
    if (preposition >= 0 && modifiers.oblique.has(tokens[preposition]!.text.toLowerCase())) return false;
    if (head === noun) return true;
    at = head;
  }
  return false;
}
