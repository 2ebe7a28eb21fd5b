import { actorAt, groupLeft, groupRight, type Clause } from "./clause.ts";

/*
 * Subjects by the dependency tree. The parser is sure of subjects and objects and less so of what hangs together, so a
 * subject is asked for first, then that of the verb above.
 */

/** How many verbs up a subject may stand. */
const highest = 5;

/**
 * The actors of the subject of a verb or adjective, of its own or of the verb above it; undefined when there is no parse
 * or it finds no actor, and the flat reading has to answer.
 */
export function parsedSubject(clause: Clause, verb: number, depth = 0): readonly number[] | undefined {
  const { syntax, tokens } = clause;
  if (syntax === undefined || depth > highest || verb < clause.first) return undefined;
  const { head, relation } = syntax[verb]!;
  const subject = dependent(clause, verb, "nsubj");
  if (subject >= 0) {
    const { upos, xpos } = tokens[subject]!;
    if (upos !== "PRON" || actorAt(clause, subject) >= 0) return phraseActors(clause, subject, verb);
    // "B, which attacked C": the noun before; "A said it would attack B": an unresolved pronoun is the speaker.
    if (xpos === "WDT" || xpos === "WP")
      return relation.startsWith("acl") ? phraseActors(clause, head, verb) : undefined;
    return relation === "ccomp" ? parsedSubject(clause, head, depth + 1) : undefined;
  }
  if (head < 0) return undefined;
  if (relation.startsWith("acl")) return phraseActors(clause, head, verb);
  if (relation === "xcomp") {
    // "Urged B to attack C": B attacks.
    const object = dependent(clause, head, "obj");
    const controller = object < 0 || object > verb ? undefined : phraseActors(clause, object, verb);
    if (controller !== undefined) return controller;
  }
  return climbs.has(relation) ? parsedSubject(clause, head, depth + 1) : undefined;
}

/** Relations whose dependent verb shares the subject of its head when it has none. */
const climbs: ReadonlySet<string> = new Set(["xcomp", "conj", "advcl", "ccomp", "parataxis"]);

/** The first dependent of a token with a relation or a subtype of it, or -1. */
function dependent({ syntax, first, last }: Clause, head: number, wanted: string): number {
  for (let at = first; at < last; at++)
    if (syntax![at]!.head === head && syntax![at]!.relation.startsWith(wanted)) return at;
  return -1;
}

/** Relations inside a noun phrase. */
const nominal: ReadonlySet<string> = new Set([
  "nmod", "nmod:poss", "compound", "amod", "flat", "appos", "conj", "nummod",
]); // prettier-ignore

/** The actors of the phrase around a noun: itself, its owner, "the leader of A", "A's forces"; undefined for none. */
function phraseActors(clause: Clause, noun: number, verb: number): readonly number[] | undefined {
  const { first, last } = clause;
  if (actorAt(clause, noun) >= 0) return group(clause, noun, verb);
  for (let at = first; at < last; at++)
    if (actorAt(clause, at) >= 0 && within(clause, at, noun)) return group(clause, at, verb);
  return undefined;
}

/** The actors coordinated with the one at a token; of a subject those up to its verb. */
function group(clause: Clause, token: number, verb: number): readonly number[] {
  const actor = actorAt(clause, token);
  for (let at = verb - 1; at > token; at--) {
    if (actorAt(clause, at) < 0 || actorAt(clause, at) === actor) continue;
    const joined = groupLeft(clause, at);
    if (joined.includes(actor)) return joined;
  }
  return groupRight(clause, token);
}

function within({ syntax }: Clause, token: number, noun: number): boolean {
  let at = token;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    const { head, relation } = syntax![at]!;
    if (!nominal.has(relation)) return false;
    if (head === noun) return true;
    at = head;
  }
  return false;
}
