import type { Span } from "../../core/span.ts";
import { actorAt, isPassive, type Clause } from "../../language/en/clause.ts";
import type { Modifiers } from "../../language/en/modifiers.ts";
import { dependent, dependents, reachOf } from "../../language/en/tree.ts";
import type { Speaker } from "./attribution.ts";

/** How many verbs up a speaker may stand: "was quoted as saying". */
const highest = 3;

/** The speaker of a reporting verb, or the one after "according to", by the dependency tree. */
export function parsedSpeaker(
  clause: Clause,
  at: number,
  modifiers: Modifiers,
  according: boolean,
): Speaker | undefined {
  if (according) return speakerAt(clause, sourceOf(clause, at), modifiers, "quote/according_to");
  const passive = isPassive(clause, at, modifiers) || dependent(clause, at, "nsubj:pass") >= 0;
  const agent = dependent(clause, at, "obl:agent");
  if (passive || agent >= 0) return speakerAt(clause, agent, modifiers, "quote/by");
  const noun = subjectNoun(clause, at, 0);
  return speakerAt(clause, noun, modifiers, noun > at ? "quote/inverted" : "quote/subject");
}

/** The noun that "according to" introduces. */
function sourceOf({ syntax, first, last }: Clause, according: number): number {
  let at = syntax![according]!.head;
  // "To" may be read as the governor of "according", or the other way round.
  if (at === according + 1) at = syntax![at]!.head;
  return at >= first && at < last && at > according ? at : -1;
}

/** The noun that is a verb's subject, of its own or of the verb above; -1 for none. */
function subjectNoun(clause: Clause, verb: number, depth: number): number {
  const { syntax, tokens } = clause;
  const { head, relation } = syntax![verb]!;
  const inner = dependents(clause, verb).filter((at) => syntax![at]!.relation === "nsubj");
  const subject = inner.at(-1) ?? dependent(clause, verb, "nsubj");
  const relative = relation.startsWith("acl");
  if (subject >= 0) return relative && tokens[subject]!.xpos.startsWith("W") ? head : subject;
  if (relative) return head;
  const object = dependent(clause, verb, "obj");
  if (object >= 0 && object < verb) return object;
  return climbs.test(relation) && depth < highest && head >= clause.first
    ? subjectNoun(clause, head, depth + 1)
    : -1;
}

/** Relations whose verb shares the subject of its head: "condemned it and said", "left, saying", "quoted as saying". */
const climbs = /^(conj|xcomp|advcl|obl)/;

function speakerAt(clause: Clause, noun: number, modifiers: Modifiers, ruleId: string): Speaker | undefined {
  if (noun < 0) return { mention: -1, words: undefined, ruleId };
  const { tokens, syntax } = clause;
  const kids = dependents(clause, noun);
  const { upos, xpos } = tokens[noun]!;
  if (!/^(NOUN|PROPN|PRON|NUM|ADJ|DET)$/.test(upos)) return undefined;
  if (xpos.startsWith("W")) return { mention: -1, words: undefined, ruleId };
  // "Nobody said", "no minister said", "I think".
  const silent = (at: number): boolean => modifiers.negator.has(tokens[at]!.text.toLowerCase());
  if (silent(noun) || kids.some(silent) || modifiers.author.has(tokens[noun]!.text.toLowerCase()))
    return undefined;
  const several = kids.some((at) => syntax![at]!.relation === "conj");
  const name = nameOf(clause, noun, kids);
  const mention = name >= 0 ? name : spokenFor(clause, kids);
  return { mention, words: name >= 0 && !several ? undefined : phrase(clause, noun, kids), ruleId };
}

/** The actor whom a noun names, by itself or with the name after a title: "NATO Secretary General A", "spokesman A". */
function nameOf(clause: Clause, noun: number, kids: readonly number[]): number {
  const relationOf = (at: number): string => clause.syntax![at]!.relation;
  const title = kids.filter((at) => relationOf(at) === "flat" && actorAt(clause, at) >= 0).at(-1);
  if (title !== undefined) return actorAt(clause, title);
  if (actorAt(clause, noun) >= 0) return actorAt(clause, noun);
  const beside = kids.filter((at) => /^(appos|nmod:desc)$/.test(relationOf(at)));
  const bare = kids.filter((at) => at > noun && relationOf(at) === "nmod" && caseOf(clause, at) === "");
  return firstActor(clause, [...beside, ...bare]);
}

/** The actor for whom a noun speaks: "a spokesman for A", "A officials"; "doctors in A" speak for themselves. */
function spokenFor(clause: Clause, kids: readonly number[]): number {
  const relationOf = (at: number): string => clause.syntax![at]!.relation;
  const of = kids.filter((at) => relationOf(at) === "nmod" && /^(of|for|from)$/.test(caseOf(clause, at)));
  const owner = kids.filter(
    (at) => /^(compound|amod|nmod:poss)$/.test(relationOf(at)) && clause.tokens[at]!.upos !== "PRON",
  );
  return firstActor(clause, [...of, ...owner]);
}

/** The first actor in what hangs on the first of some tokens that has one, or -1. */
function firstActor(clause: Clause, tops: readonly number[]): number {
  for (const top of tops) {
    const [from, to] = reachOf(clause, top);
    for (let at = from; at < to; at++) if (actorAt(clause, at) >= 0) return actorAt(clause, at);
  }
  return -1;
}

/** The preposition of a noun, or "". */
function caseOf(clause: Clause, noun: number): string {
  const at = dependent(clause, noun, "case");
  return at < 0 || at > noun ? "" : clause.tokens[at]!.text.toLowerCase();
}

/** The words of a noun with what belongs to it, without appositions and relative clauses. */
function phrase(clause: Clause, noun: number, kids: readonly number[]): Span | undefined {
  const { tokens, syntax } = clause;
  if (/^(it|this|that)$/i.test(tokens[noun]!.text) && actorAt(clause, noun) < 0) return undefined;
  let from = noun;
  let to = noun + 1;
  for (const kid of kids.filter((at) => at < noun).reverse()) {
    const [low, high] = reachOf(clause, kid);
    if (high !== from || /^(case|punct|cc|mark|nsubj|cop|aux|advmod)/.test(syntax![kid]!.relation)) break;
    from = low;
  }
  for (const kid of kids.filter((at) => at > noun)) {
    const [low, high] = reachOf(clause, kid);
    if (low !== to || !/^(flat|nmod|compound|conj)/.test(syntax![kid]!.relation)) break;
    to = high;
  }
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}
