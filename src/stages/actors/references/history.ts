import type { Draft, Reading } from "../reading.ts";
import { agentEndingAt } from "../titles.ts";
import { headOf, roleOf, type Role } from "../clauses.ts";

/** A mention already read, or a common noun that is its rival, as later words may refer to it. */
export interface Entry {
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  /** One actor, or several that were named together. */
  readonly ids: readonly string[];
  readonly person: boolean;
  readonly plural: boolean;
  readonly gender: "f" | "m" | undefined;
  readonly subject: boolean;
  /** The token that governs the others, and its role in the clause. */
  readonly head: number;
  readonly role: Role;
  /** Named only as where something happens, or inside an adjective. */
  readonly weak: boolean;
  readonly draft: Draft | undefined;
}

export function entryOf(reading: Reading, draft: Draft): Entry | undefined {
  const ids = draft.members ?? (draft.actorId === undefined ? unknown(draft) : [draft.actorId]);
  if (ids.length === 0) return undefined;
  const head = headOf(reading, draft.first, draft.last);
  const subject = isSubject(reading, draft);
  return {
    first: draft.first, last: draft.last, sentence: draft.sentence, ids, gender: draft.gender, head, subject,
    person: ids.every((id) => isPerson(reading, id)) || (draft.entityType === "person" && draft.actorId === undefined),
    plural: ids.length > 1 || isPlural(reading, draft),
    role: subject ? "subject" : roleOf(reading, head),
    weak: isAdjective(reading, draft) || isPlace(reading, draft),
    draft,
  }; // prettier-ignore
}

/** A common noun that is no mention: a word that refers back may mean it. */
export function rivalAt(reading: Reading, at: number): Entry | undefined {
  const { tokens, syntax } = reading;
  const { upos, xpos, sentence } = tokens[at]!;
  const relation = syntax?.[at]!.relation;
  if (upos !== "NOUN" || relation === "compound" || relation === "fixed") return undefined;
  const agent = agentEndingAt(reading, at + 1, at)?.agent;
  const subject = isSubject(reading, { first: at, last: at + 1, sentence });
  return {
    first: at, last: at + 1, sentence, ids: [`?${at}`], gender: agent?.gender, head: at, subject,
    person: agent?.kind === "person" || agent?.kind === "office", plural: xpos === "NNS",
    role: subject ? "subject" : roleOf(reading, at), weak: false, draft: undefined,
  }; // prettier-ignore
}

/** Somebody named of whom nothing is known: a rival to the known candidates. */
function unknown(draft: Draft): readonly string[] {
  const somebody =
    draft.entityType === "person" || draft.entityType === "group" || draft.entityType === "organisation";
  return somebody && draft.mentionType !== "pronoun" && draft.mentionType !== "nominal"
    ? [`?${draft.first}`]
    : [];
}

export function isPerson(reading: Reading, id: string): boolean {
  return id.startsWith("x.person.") || reading.registry.actor(id)?.type === "person";
}

/** "Russians", "Israeli forces", "the Houthis": they, not it. */
function isPlural(reading: Reading, draft: Draft): boolean {
  const head = reading.tokens[draft.last - 1]!;
  if (draft.mentionType === "pronoun") return head.lemma === "they" || /^the[iym]/i.test(head.text);
  return (
    head.xpos === "NNS" ||
    head.xpos === "NNPS" ||
    (draft.mentionType === "demonym" && (head.text.endsWith("s") || !isAdjective(reading, draft)))
  );
}

/** "Chinese" before a noun; not "the Chinese". */
function isAdjective({ tokens, syntax }: Reading, { mentionType, first, last, sentence }: Draft): boolean {
  if (mentionType !== "demonym") return false;
  if (tokens[last - 1]!.xpos === "NNPS" || tokens[last - 1]!.xpos === "NNS") return false;
  const relation = syntax?.[first]!.relation;
  if (relation !== undefined) return relation === "amod" || relation === "compound" || relation === "nummod";
  const next = tokens[last];
  return next?.sentence === sentence && (next.upos === "NOUN" || next.upos === "ADJ");
}

function isPlace(reading: Reading, draft: Draft): boolean {
  if (draft.mentionType !== "name") return false;
  const before = reading.lower[draft.first - 1];
  return before === "in" || before === "at" || before === "near" || before === "across";
}

/** Whether a mention is the subject of its clause: by the parse, else by the verb that follows it. */
export function isSubject(reading: Reading, draft: Pick<Draft, "first" | "last" | "sentence">): boolean {
  const { syntax, tokens } = reading;
  if (syntax !== undefined) {
    for (let at = draft.first; at < draft.last; at++) {
      const { head, relation } = syntax[at]!;
      if (head >= draft.first && head < draft.last) continue;
      if (relation.startsWith("nsubj")) return true;
      // "Aliyev and Pashinyan met": the second conjunct is as much a subject as the first.
      if (relation === "conj" && head >= 0)
        return syntax[head]!.relation.startsWith("nsubj") || isBeforeFiniteVerb(reading, draft);
    }
    return false;
  }
  let lead = draft.first - 1;
  if (tokens[lead]?.upos === "DET") lead--;
  const before = tokens[lead]?.sentence === draft.sentence ? tokens[lead]!.upos : undefined;
  if (before === "ADP") return false;
  const opens = before === undefined || before === "PUNCT" || before === "SCONJ";
  for (
    let at = draft.last;
    at < draft.last + (opens ? 12 : 4) && tokens[at]?.sentence === draft.sentence;
    at++
  ) {
    const { upos, lemma } = tokens[at]!;
    if (upos === "VERB" || upos === "AUX") return true;
    if (opens ? upos === "PUNCT" : upos !== "ADV" && lemma !== "not") return false;
  }
  return false;
}

/** "…, and Moscow was asked": the verb shows what a wrong attachment hides. */
function isBeforeFiniteVerb(
  { tokens }: Reading,
  { last, sentence }: Pick<Draft, "last" | "sentence">,
): boolean {
  const next = tokens[last];
  if (next?.sentence !== sentence) return false;
  return next.xpos === "VBZ" || (next.upos === "AUX" && next.xpos !== "VB" && next.xpos !== "VBG");
}

/** The state behind a state or its government: "rus.gov" and "rus" are one side. */
export function sideOf(id: string): string {
  return id.endsWith(".gov") ? id.slice(0, -4) : id;
}

export function shareSide(a: Entry, b: Entry): boolean {
  const sides = new Set(a.ids.map(sideOf));
  return b.ids.some((id) => sides.has(sideOf(id)));
}
