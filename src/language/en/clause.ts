import { isConnective } from "./connectives.ts";
import type { Modifiers } from "./modifiers.ts";
import type { Dependency, Mention, Sentence, Token } from "../../core/layers.ts";

/*
 * A sentence read for who does what to whom. The reading is flat: what stands left and right of a word, up to the next
 * clause. Where a parse is known it settles subjects and objects; the flat reading answers for the rest.
 */

/** One sentence with its words, grammar and actors. Token indices are those of the `tokens` layer. */
export interface Clause {
  readonly tokens: readonly Token[];
  readonly syntax: readonly Dependency[] | undefined;
  readonly first: number;
  readonly last: number;
  readonly mentions: readonly Mention[];
  /** Mention at a token, or -1; index with `token - first`. */
  readonly actors: Int32Array;
}

const made = new WeakMap<
  Sentence,
  { readonly clause: Clause; readonly mentions: readonly Mention[]; readonly from: number }
>();

/**
 * The sentence with the mentions that stand in it: `mentions[from]` and on, sorted by position. Stages that ask for the
 * same sentence share one clause, and what is read of it.
 */
export function clauseOf(
  sentence: Sentence,
  tokens: readonly Token[],
  syntax: readonly Dependency[] | undefined,
  mentions: readonly Mention[],
  from: number,
): Clause {
  const old = made.get(sentence);
  const same = old?.mentions === mentions && old.from === from;
  if (same && old.clause.tokens === tokens && old.clause.syntax === syntax) return old.clause;
  const clause = makeClause(sentence, tokens, syntax, mentions, from);
  made.set(sentence, { clause, mentions, from });
  return clause;
}

function makeClause(
  sentence: Sentence,
  tokens: readonly Token[],
  syntax: readonly Dependency[] | undefined,
  mentions: readonly Mention[],
  from: number,
): Clause {
  const { firstToken: first, lastToken: last } = sentence;
  const actors = new Int32Array(last - first).fill(-1);
  let at = first;
  for (let index = from; index < mentions.length && mentions[index]!.start < sentence.end; index++) {
    const mention = mentions[index]!;
    while (at < last && tokens[at]!.end <= mention.start) at++;
    for (let token = at; token < last && tokens[token]!.start < mention.end; token++)
      if (actors[token - first] === -1) actors[token - first] = index;
  }
  return { tokens, syntax, first, last, mentions, actors };
}

export function actorAt({ actors, first, last }: Clause, token: number): number {
  return token < first || token >= last ? -1 : actors[token - first]!;
}

/** Whether a group of mentions is more than one actor: "A and B", or "the two states" where it is known which. */
export function isSeveral({ mentions }: Clause, group: readonly number[]): boolean {
  return group.length > 1 || (mentions[group[0] ?? -1]?.memberIds?.length ?? 0) > 1;
}

/** Whether a token is a word of a longer name: "United" of the United States unites nobody. */
export function isInName(clause: Clause, token: number): boolean {
  const actor = actorAt(clause, token);
  if (actor < 0 || clause.mentions[actor]!.mentionType !== "name") return false;
  return actorAt(clause, token - 1) === actor || actorAt(clause, token + 1) === actor;
}

const joinsNames = (text: string): boolean => text === "," || isConnective(text, "joins");

/** The mention at a token with those coordinated to its left ("A, B and C" from C). */
export function groupLeft(clause: Clause, token: number): number[] {
  const group = [actorAt(clause, token)];
  let at = token;
  for (;;) {
    while (actorAt(clause, at) === group[0]) at--;
    let joined = false;
    let steps = 0;
    while (
      at >= clause.first &&
      actorAt(clause, at) < 0 &&
      isConnective(clause.tokens[at]!.text, "joins", "lists") &&
      steps < 3
    ) {
      if (joinsNames(clause.tokens[at]!.text)) joined = true;
      at--;
      steps++;
    }
    // A list must have its "and" somewhere: "A, B condemned C" is an apposition.
    const next = actorAt(clause, at);
    if (!joined || next < 0 || closesClause(clause, at)) break;
    group.unshift(next);
  }
  return hasAnd(clause, group) ? group : [group.at(-1)!];
}

/** The mention at a token with those coordinated to its right. */
export function groupRight(clause: Clause, token: number): number[] {
  const group = [actorAt(clause, token)];
  let at = token;
  for (;;) {
    while (at < clause.last && actorAt(clause, at) === group.at(-1)) at++;
    let joined = false;
    let steps = 0;
    while (
      at < clause.last &&
      actorAt(clause, at) < 0 &&
      isConnective(clause.tokens[at]!.text, "joins", "lists") &&
      steps < 3
    ) {
      if (joinsNames(clause.tokens[at]!.text)) joined = true;
      at++;
      steps++;
    }
    const next = actorAt(clause, at);
    if (!joined || next < 0 || opensClause(clause, at)) break;
    group.push(next);
  }
  return hasAnd(clause, group) ? group : [group[0]!];
}

/** Whether the mention that ends at a token, before "and", is an object of its own clause: "A backed B, and C warned". */
function closesClause(clause: Clause, token: number): boolean {
  const { tokens, syntax, first } = clause;
  const relation = syntax?.[token]?.relation ?? "";
  const comma = tokens[token + 1]?.text === ",";
  if (relation === "obj" && comma) return true;
  if (!comma || !isConnective(tokens[token + 2]?.text ?? "", "clauses")) return false;
  for (let at = token; at >= Math.max(first, token - 8); at--) {
    const { upos, text } = tokens[at]!;
    if (upos === "VERB" || upos === "AUX") return true;
    if (upos === "PUNCT" && text !== "-") return false;
  }
  return false;
}

/** Whether the mention that starts at a token, after "and", is the subject of a clause of its own. */
function opensClause(clause: Clause, token: number): boolean {
  const { tokens, syntax, last } = clause;
  const mention = actorAt(clause, token);
  // "Talks with A and B went on": both stand under the preposition, unless a comma parts them.
  let before = token - 1;
  while (before > clause.first && actorAt(clause, before) < 0) before--;
  const comma = tokens[before + 1]?.text === ",";
  if (!comma) {
    while (actorAt(clause, before - 1) >= 0 && actorAt(clause, before - 1) === actorAt(clause, before))
      before--;
    if (prepositionBefore(clause, before) >= 0) return false;
  }
  let at = token;
  for (; at < last && actorAt(clause, at) === mention; at++)
    if (syntax?.[at]?.relation.startsWith("nsubj") === true && syntax[at]!.head > at) return true;
  while (at < last && tokens[at]!.upos === "ADV") at++;
  const next = tokens[at];
  return next !== undefined && (next.upos === "AUX" || (next.upos === "VERB" && isFinite(clause, at)));
}

/** Whether the last two of a group are joined by a conjunction rather than by a comma alone. */
function hasAnd(clause: Clause, group: readonly number[]): boolean {
  if (group.length < 2) return true;
  for (let at = clause.first; at < clause.last; at++) {
    if (actorAt(clause, at) !== group.at(-1)) continue;
    for (let back = at - 1; back >= clause.first && actorAt(clause, back) < 0; back--)
      if (isConnective(clause.tokens[back]!.text, "joins")) return true;
    return false;
  }
  return false;
}

/** Index of the auxiliary that makes a verb passive ("was severely criticized"), or -1. */
export function passiveAuxiliary(
  { tokens, first, syntax }: Clause,
  verb: number,
  modifiers: Modifiers,
): number {
  const form = tokens[verb]!.text.toLowerCase();
  const { xpos, lemma } = tokens[verb]!;
  if (xpos === "VBG" || (xpos !== "VBN" && (form.endsWith("ing") || form === lemma.toLowerCase()))) return -1;
  for (let at = verb - 1; at >= Math.max(first, verb - 4); at--) {
    const word = tokens[at]!.text.toLowerCase();
    if (modifiers.passive.has(word) || modifiers.passive.has(tokens[at]!.lemma.toLowerCase())) return at;
    if (tokens[at]!.upos !== "ADV" && tokens[at]!.upos !== "PART" && tokens[at]!.upos !== "AUX") break;
  }
  if (syntax !== undefined)
    for (let at = Math.max(first, verb - 6); at < verb; at++)
      if (syntax[at]!.head === verb && syntax[at]!.relation === "aux:pass") return at;
  return -1;
}

/** Whether a verb is passive: by its auxiliary, or as a participle without any ("troops attacked by B"). */
export function isPassive(clause: Clause, verb: number, modifiers: Modifiers): boolean {
  if (passiveAuxiliary(clause, verb, modifiers) >= 0) return true;
  const { tokens, first, syntax } = clause;
  if (tokens[verb]!.xpos !== "VBN") return false;
  const next = tokens[verb + 1]?.upos ?? "PUNCT";
  const relation = syntax?.[verb]?.relation ?? (/^(ADP|PUNCT|SCONJ|ADV)$/.test(next) ? "acl" : "root");
  return (
    relation.startsWith("acl") &&
    !hasAuxiliary(clause, verb) &&
    tokens[verb - 1]?.upos !== "CCONJ" &&
    verb > first
  );
}

/** Whether an auxiliary stands before a verb, adverbs between: "has repeatedly attacked". */
function hasAuxiliary({ tokens, first }: Clause, verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(first, verb - 4); at--) {
    const { upos } = tokens[at]!;
    if (upos === "AUX") return true;
    if (upos !== "ADV" && upos !== "PART") return false;
  }
  return false;
}

/** Whether a participle stands before its noun: "exiled leaders", "improved ties". */
export function isAttributive({ tokens }: Clause, verb: number): boolean {
  const { xpos, upos } = tokens[verb]!;
  if (upos !== "VERB" || (xpos !== "VBN" && xpos !== "VBG")) return false;
  const before = tokens[verb - 1]?.upos ?? "X";
  const after = tokens[verb + 1]?.upos ?? "X";
  return (
    /^(NOUN|ADJ|PROPN)$/.test(after) &&
    (xpos === "VBN" ? /^(ADJ|DET|PRON|ADP|NUM|VERB)$/ : /^(ADJ|DET|PRON|NUM)$/).test(before)
  );
}

/** Whether a verb opens a finite clause of its own. */
export function isFinite(clause: Clause, at: number): boolean {
  const { tokens, first } = clause;
  const { upos, xpos, text } = tokens[at]!;
  if (upos !== "VERB" || xpos === "VBG") return false;
  if (xpos === "VBN") return hasAuxiliary(clause, at);
  return !/ing$/i.test(text) && !(at > first && tokens[at - 1]!.text.toLowerCase() === "to");
}

/** The preposition that governs the noun phrase starting at or before a token, or -1. */
export function prepositionBefore({ tokens, first }: Clause, token: number): number {
  for (let at = token - 1; at >= first && at >= token - 6; at--) {
    const { upos, text } = tokens[at]!;
    if (upos === "ADP" || isConnective(text, "prepositions")) return at;
    const inside =
      upos === "DET" ||
      upos === "ADJ" ||
      upos === "NUM" ||
      upos === "NOUN" ||
      upos === "PROPN" ||
      upos === "PART";
    if (!inside && !/^['’]s?$/.test(text)) return -1;
  }
  return -1;
}

/** The verb that a gerund after "of" or "for" charges or thanks somebody with: "accused B of attacking C"; or -1. */
export function chargingVerb({ tokens, first }: Clause, gerund: number, modifiers: Modifiers): number {
  const before = tokens[gerund - 1]?.text.toLowerCase() ?? "";
  if (tokens[gerund]!.xpos !== "VBG" || !modifiers.controls.has(before)) return -1;
  for (let at = gerund - 2; at >= Math.max(first, gerund - 9); at--) {
    const { upos } = tokens[at]!;
    if (upos === "VERB") return at;
    if (upos === "PUNCT" || upos === "SCONJ") return -1;
  }
  return -1;
}
