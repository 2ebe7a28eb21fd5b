import type { Reading } from "./reading.ts";

/*
 * Clauses of the dependency tree, as far as binding needs them: which clause a word stands in, who its subject is, also
 * where that is understood from the clause above ("Ankara blocked Sweden, accusing it": Ankara accuses). Without the
 * syntax layer there are no clauses: every index is -1.
 */

/** Grammatical role of a phrase in its clause. */
export type Role = "subject" | "object" | "oblique" | "possessor" | "other";

/** Clauses above a clause that are asked for an understood subject. */
const deepest = 6;

/** The token of a span that governs the others. */
export function headOf({ syntax }: Reading, first: number, last: number): number {
  if (syntax !== undefined)
    for (let at = first; at < last; at++) {
      const { head } = syntax[at]!;
      if (head < first || head >= last) return at;
    }
  return last - 1;
}

/** The first of coordinated phrases, whose role all have. */
export function firstConjunct({ syntax, tokens }: Reading, head: number): number {
  let at = head;
  for (let steps = 0; steps < deepest && syntax?.[at]!.relation === "conj"; steps++) {
    const first = syntax[at]!.head;
    if (first < 0 || tokens[first]!.upos === "VERB") break;
    at = first;
  }
  return at;
}

/** Role of the phrase that a token heads; of coordinated phrases all have that of the first. */
export function roleOf(reading: Reading, head: number): Role {
  if (reading.syntax === undefined) return "other";
  const { relation } = reading.syntax[firstConjunct(reading, head)]!;
  if (relation.startsWith("nsubj")) return "subject";
  if (relation === "obj" || relation === "iobj") return "object";
  if (relation === "nmod:poss") return "possessor";
  return relation.startsWith("obl") || relation === "nmod" ? "oblique" : "other";
}

/** The head of the clause that a token stands in; -1 without syntax. */
export function clauseOf({ syntax, tokens }: Reading, token: number): number {
  if (syntax === undefined) return -1;
  let at = token;
  for (let steps = 0; steps < 40; steps++) {
    const { head, relation } = syntax[at]!;
    if (head < 0 || /^(?:ccomp|xcomp|advcl|acl|csubj|parataxis)/.test(relation)) return at;
    if (relation === "conj" && (tokens[at]!.upos === "VERB" || tokens[at]!.upos === "AUX")) return at;
    at = head;
  }
  return at;
}

/** The clause that a clause depends on; -1 for the main clause. */
export function clauseAbove(reading: Reading, clause: number): number {
  const head = clause < 0 ? -1 : reading.syntax![clause]!.head;
  return head < 0 ? -1 : clauseOf(reading, head);
}

/** The first word of the sentence that depends on a token in a relation; -1 for none. */
export function dependent(reading: Reading, clause: number, wanted: (relation: string) => boolean): number {
  const { syntax, tokens, sentences } = reading;
  if (clause < 0) return -1;
  const { firstToken, lastToken } = sentences[tokens[clause]!.sentence]!;
  for (let at = firstToken; at < lastToken; at++)
    if (syntax![at]!.head === clause && wanted(syntax![at]!.relation)) return at;
  return -1;
}

/** The object of a clause's verb; -1 for none. */
export function objectOf(reading: Reading, clause: number): number {
  return dependent(reading, clause, (relation) => relation === "obj" || relation === "iobj");
}

/**
 * The subject of a clause. A relative pronoun gives the noun it stands for; where the clause has none of its own it is
 * that of the clause above, or the object of the verb above ("ordered Israel to stop").
 */
export function subjectOf(reading: Reading, clause: number, depth = 0): number {
  if (clause < 0 || depth > deepest) return -1;
  const { syntax, tokens } = reading;
  const { relation, head } = syntax![clause]!;
  const own = dependent(reading, clause, (name) => name.startsWith("nsubj"));
  if (own >= 0) {
    const { xpos } = tokens[own]!;
    const relative = xpos === "WDT" || xpos === "WP" || (xpos === "IN" && relation === "acl:relcl");
    return relative && relation === "acl:relcl" ? head : own;
  }
  if (head < 0) return -1;
  if (relation.startsWith("acl")) return head;
  if (relation === "xcomp" || relation === "advcl") {
    const object = relation === "xcomp" ? objectOf(reading, clauseOf(reading, head)) : -1;
    if (object >= 0) return object;
  }
  return subjectOf(reading, clauseOf(reading, head), depth + 1);
}
