import {
  actorAt,
  groupLeft,
  groupRight,
  isAttributive,
  isFinite,
  isPassive,
  isSeveral,
  passiveAuxiliary,
  prepositionBefore,
  type Clause,
} from "./clause.ts";
import { isConnective } from "./connectives.ts";
import { isOneOf, type Modifiers } from "./modifiers.ts";
import { loadResource } from "../../core/resource.ts";
import { parsedObject, parsedSubject } from "./parsed.ts";
import type { Predicate, PredicateHit } from "./predicates.ts";
import { meets } from "./senses.ts";
import { valence, type Valence } from "./valence.ts";

/** A predicate with the mentions that fill its frame. */
export interface Roles {
  readonly predicate: Predicate;
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  /** Token of a verb that carries a noun predicate: "launched" of "launched an attack"; -1 for none. */
  readonly carrier: number;
}

/** How far a frame may reach, in tokens. */
const reach = 14;

/** The best-filled reading of a predicate: both places first, then one; undefined when no actor is near. */
export function rolesOf(clause: Clause, hit: PredicateHit, modifiers: Modifiers): Roles | undefined {
  let best: Roles | undefined;
  // The frame whose preposition follows at once goes first: "approved of B", "warned B of C".
  const next = clause.tokens[hit.last]?.text.toLowerCase() ?? "";
  const follows = ({ target, inverse, naming, objectClass }: Predicate): number =>
    target.has(next) || inverse || naming !== 0 || objectClass !== undefined ? 0 : 1;
  const readings =
    hit.readings.length === 1 ? hit.readings : [...hit.readings].sort((a, b) => follows(a) - follows(b));
  for (const predicate of readings) {
    if (predicate.naming !== 0 && Math.sign(namedAs(clause, hit.last)) !== predicate.naming) continue;
    const { objectClass, unless } = predicate;
    if (objectClass !== undefined && !meets(clause, hit, { place: "object", words: objectClass }, modifiers))
      continue;
    if (unless.some((condition) => meets(clause, hit, condition, modifiers))) continue;
    const roles =
      predicate.pos === "noun"
        ? nounRoles(clause, hit, predicate, modifiers)
        : predicate.pos === "verb"
          ? verbRoles(clause, hit, predicate, modifiers)
          : adjectiveRoles(clause, hit, predicate, modifiers);
    if (roles === undefined) continue;
    if (roles.sources.length > 0 && roles.targets.length > 0) return roles;
    best ??= roles;
  }
  return best;
}

let good: Valence | undefined;

/** How good or bad the words are that name an object: "called B a criminal", "describes B as a close friend". */
function namedAs({ tokens, last, ...clause }: Clause, from: number): number {
  good ??= loadResource(valence);
  let at = from;
  while (at < Math.min(last, from + reach) && clause.actors[at - clause.first]! < 0) at++;
  while (at < last && clause.actors[at - clause.first]! >= 0) at++;
  let sum = 0;
  for (let word = at; word < Math.min(last, at + 8); word++) {
    const { upos, xpos, text } = tokens[word]!;
    const opens = word === at && (upos === "ADP" || upos === "PUNCT" || upos === "SCONJ");
    if (opens && xpos !== "IN" && !/^[“"'‘]$/.test(text)) return 0;
    if (word > at && !/^(DET|ADJ|NOUN|PROPN|ADV|PUNCT|CCONJ|VERB)$/.test(upos)) break;
    if (upos === "ADJ" || upos === "NOUN" || upos === "VERB") sum += good.get(text.toLowerCase()) ?? 0;
    if (upos === "NOUN" && tokens[word + 1]?.upos !== "NOUN") break;
  }
  return sum;
}

function verbRoles(clause: Clause, hit: PredicateHit, predicate: Predicate, modifiers: Modifiers): Roles {
  const { tokens } = clause;
  const object = predicate.target.has("obj");
  // "The elected president of B", "captured soldiers": nobody's deed here.
  if (isAttributive(clause, hit.head) && tokens[hit.head - 1]!.xpos !== "PRP")
    return { predicate, sources: [], targets: [], carrier: -1 };
  const by = hit.last < clause.last && tokens[hit.last]!.text.toLowerCase() === "by" ? hit.last : -1;
  const passive = isPassive(clause, hit.head, modifiers) || (by >= 0 && !isActive(clause, hit.head));
  const subject = subjectOf(clause, hit.head, modifiers);
  if (passive && object) {
    const agent = by >= 0 ? rightActors(clause, by + 1) : prepositionTarget(clause, hit.last, byOnly);
    return { predicate, sources: agent, targets: subject, carrier: -1 };
  }
  const found = object
    ? (parsedObject(clause, hit.head, hit.last, modifiers) ?? objectOf(clause, hit.last, modifiers))
    : prepositionTarget(clause, hit.last, predicate.target);
  if (predicate.inverse) return { predicate, sources: found, targets: subject, carrier: -1 };
  const mutual = predicate.mutual
    ? found.length === 0
    : areOneAnother(clause, hit.last, predicate, modifiers);
  if (mutual && isSeveral(clause, subject)) return reciprocal(predicate, subject, -1);
  return { predicate, sources: subject, targets: found, carrier: -1 };
}

/** "A and B met": each of them is source and target. */
const reciprocal = (predicate: Predicate, group: readonly number[], carrier: number): Roles => ({
  predicate, sources: group, targets: group, carrier,
}); // prettier-ignore

/** Whether what a verb is done to is "each other" or "one another". */
function areOneAnother(
  { tokens, last }: Clause,
  from: number,
  { target }: Predicate,
  { reciprocal: words }: Modifiers,
): boolean {
  const at = target.has("obj") ? from : target.has(tokens[from]?.text.toLowerCase() ?? "") ? from + 1 : last;
  return at + 1 < last && words.has(`${tokens[at]!.text} ${tokens[at + 1]!.text}`.toLowerCase());
}

const byOnly: ReadonlySet<string> = new Set(["by"]);
const ofOnly: ReadonlySet<string> = new Set(["of"]);
const between: ReadonlySet<string> = new Set(["between"]);
const fromOrBy: ReadonlySet<string> = new Set(["from", "by"]);

/** A participle before "by" is passive unless a subject and no comma stand right before it. */
function isActive({ tokens, first }: Clause, verb: number): boolean {
  return verb > first && isConnective(tokens[verb - 1]!.text, "opens");
}

function adjectiveRoles(
  clause: Clause,
  hit: PredicateHit,
  predicate: Predicate,
  modifiers: Modifiers,
): Roles {
  return {
    predicate,
    sources: subjectOf(clause, hit.head, modifiers),
    targets: prepositionTarget(clause, hit.last, predicate.target),
    carrier: -1,
  };
}

function nounRoles(clause: Clause, hit: PredicateHit, predicate: Predicate, modifiers: Modifiers): Roles {
  const { tokens } = clause;
  const pair = prepositionTarget(clause, hit.last, between);
  if (pair.length > 1) return reciprocal(predicate, pair, -1);
  const carrier = carrierOf(clause, hit.first, modifiers, predicate.mutual);
  if (carrier >= 0 && isOneOf(modifiers.undergoes, tokens[carrier]!)) {
    const sources = prepositionTarget(clause, hit.last, fromOrBy);
    if (sources.length > 0)
      return { predicate, sources, targets: subjectOf(clause, carrier, modifiers), carrier };
  }
  let sources: readonly number[] = prepositionTarget(clause, hit.last, byOnly);
  const owner = possessorOf(clause, hit.first);
  if (sources.length === 0 && owner.length > 0) {
    if (predicate.mutual && owner.length > 1) return reciprocal(predicate, owner, carrier);
    sources = owner;
  }
  if (sources.length === 0 && carrier >= 0) {
    const by = tokens[carrier + 1]?.text.toLowerCase() === "by";
    sources =
      passiveAuxiliary(clause, carrier, modifiers) >= 0 || by ? [] : subjectOf(clause, carrier, modifiers);
  }
  if (sources.length === 0) sources = describedBy(clause, hit.first, modifiers);
  let targets = prepositionTarget(clause, hit.last, predicate.target);
  // "The two leaders signed a pact": they did, while "relations between the two" tells of no deed.
  const done =
    carrier >= 0 && (["light", "stops"] as const).some((kind) => isOneOf(modifiers[kind], tokens[carrier]!));
  const several = done ? isSeveral(clause, sources) : sources.length > 1;
  if (predicate.mutual && targets.length === 0 && several) return reciprocal(predicate, sources, carrier);
  if (predicate.mutual && sources.length === 0) {
    const both = prepositionTarget(clause, hit.last, ofOnly);
    if (both.length > 1) return reciprocal(predicate, both, carrier);
  }
  if (sources.length === 0 && targets.length > 0 && !predicate.target.has("of"))
    sources = prepositionTarget(clause, hit.last, ofOnly);
  targets = targets.filter((target) => !sources.includes(target));
  return { predicate, sources, targets, carrier };
}

/**
 * The verb whose object a noun is, when only the noun's own phrase lies between; -1 for none. Only verbs that carry or
 * end what they govern count, unless `any`.
 */
export function carrierOf(clause: Clause, noun: number, modifiers: Modifiers, any = false): number {
  const { tokens, first } = clause;
  // "Fought through friends": the noun is no object.
  const oblique = any && prepositionBefore(clause, noun) >= 0;
  for (let at = noun - 1; at >= Math.max(first, noun - 8); at--) {
    const { upos, text } = tokens[at]!;
    if (upos === "VERB") {
      if (carrying.some((kind) => isOneOf(modifiers[kind], tokens[at]!))) return at;
      // "Full, improved relations": a participle before its noun.
      if (isAttributive(clause, at)) continue;
      return any && !oblique ? at : -1;
    }
    if (upos === "SCONJ" || (upos === "PUNCT" && !(text === "," && listed(tokens, at)) && text !== "-"))
      return -1;
  }
  return -1;
}

const carrying = ["light", "ends", "undergoes"] as const;

/** Whether a comma stands between the attributes of one noun: "complete, full ties". */
function listed(tokens: Clause["tokens"], comma: number): boolean {
  const [before, after] = [tokens[comma - 1], tokens[comma + 1]];
  return (
    before?.upos === "ADJ" && (after?.upos === "ADJ" || after?.upos === "NOUN" || after?.upos === "CCONJ")
  );
}

/** Whom a noun describes: "A is an ally of B", "A, a critic of B,". */
function describedBy(clause: Clause, noun: number, modifiers: Modifiers): readonly number[] {
  const { tokens, first } = clause;
  for (let at = noun - 1; at >= Math.max(first, noun - 5); at--) {
    const { upos, lemma, text } = tokens[at]!;
    if (upos === "AUX") return lemma === "be" ? subjectOf(clause, at, modifiers) : [];
    if (text === "," && at < noun - 1) return actorAt(clause, at - 1) >= 0 ? groupLeft(clause, at - 1) : [];
    if (!/^(DET|ADJ|NOUN|ADV|PRON|NUM)$/.test(upos)) return [];
  }
  return [];
}

/** Who owns a noun: "A's attack", "the A attack", "A and B ties". */
function possessorOf(clause: Clause, noun: number): readonly number[] {
  const { tokens, first } = clause;
  for (let at = noun - 1; at >= Math.max(first, noun - 6); at--) {
    const { upos, text } = tokens[at]!;
    if (actorAt(clause, at) >= 0) {
      const next = at + 1 < noun ? tokens[at + 1]!.text : "";
      const genitive = /^['’]s?$/.test(next) || /['’]s?$/.test(text);
      return genitive || noun - at <= 3 ? groupLeft(clause, at) : [];
    }
    const inside = upos === "ADJ" || upos === "NOUN" || upos === "PROPN" || upos === "NUM" || upos === "PART";
    if (!inside && !/^(['’]s?|-)$/.test(text)) return [];
  }
  return [];
}

/** The pronoun of a relative clause set off by commas whose verb stands before `at`: "A, which borders B, ..."; or -1. */
function insertedRelative({ tokens, first }: Clause, verb: number, at: number): number {
  if (tokens[at - 1]?.text !== ",") return -1;
  for (let i = verb - 1; i > first && i >= verb - 4; i--) {
    const { upos, xpos } = tokens[i]!;
    if (xpos === "WDT" || xpos === "WP") return tokens[i - 1]!.text === "," ? i : -1;
    if (upos !== "AUX" && upos !== "ADV") return -1;
  }
  return -1;
}

/** The actors of the subject of the verb or adjective at a token: by the parse where it knows, else by what stands left. */
export function subjectOf(clause: Clause, at: number, modifiers: Modifiers): readonly number[] {
  return parsedSubject(clause, at, modifiers) ?? flatSubject(clause, at);
}

function flatSubject(clause: Clause, at: number, depth = 0): number[] {
  const { tokens, first } = clause;
  if (depth > 6) return [];
  let fallback = -1;
  let coordinated = false;
  for (let i = at - 1; i >= first; i--) {
    const token = tokens[i]!;
    const word = token.text;
    if (actorAt(clause, i) >= 0) {
      const start = mentionStart(clause, i);
      const preposition = prepositionBefore(clause, start);
      if (preposition >= 0 && !isConnective(tokens[preposition]!.text, "likeness")) {
        if (fallback < 0 && !isConnective(tokens[preposition]!.text, "contrast")) fallback = i;
        i = preposition;
        continue;
      }
      if (coordinated) {
        i = start;
        continue;
      }
      return groupLeft(clause, i);
    }
    if (word === ";" || word === ":") break;
    if (token.upos === "CCONJ" && i >= at - 3) coordinated = true;
    if (!isFinite(clause, i)) continue;
    // "A said it would attack": an unresolved pronoun right after a verb is that verb's subject.
    const inner = tokens[i + 1]?.xpos === "IN" ? i + 2 : i + 1;
    if (tokens[inner]?.xpos === "PRP" && inner < at) return flatSubject(clause, i, depth + 1);
    const pronoun = insertedRelative(clause, i, at);
    if (pronoun >= 0) {
      i = pronoun;
      continue;
    }
    // "A met B and condemned C", "A wants to attack B", "A left, condemning B": the subject is the other verb's.
    const infinitive = tokens[at - 1]?.text.toLowerCase() === "to" || /ing$/i.test(tokens[at]!.text);
    if (coordinated || infinitive) return flatSubject(clause, i, depth + 1);
    break;
  }
  if (fallback >= 0) return groupLeft(clause, fallback);
  return depth === 0 && opensSentence(clause, at) ? subjectAfter(clause, at) : [];
}

/** Whether a participle opens the sentence: "condemning B, …", "after attacking B, …". */
const opensSentence = ({ tokens, first }: Clause, at: number): boolean =>
  at <= first + 1 && /^VB[GN]$/.test(tokens[at]!.xpos);

/** The actor right after the comma that closes an opening participle: "condemning B, A left". */
function subjectAfter(clause: Clause, participle: number): number[] {
  const { tokens, last } = clause;
  for (let at = participle + 1; at < Math.min(last - 1, participle + reach); at++)
    if (tokens[at]!.text === ",") return actorAt(clause, at + 1) >= 0 ? groupRight(clause, at + 1) : [];
  return [];
}

function mentionStart(clause: Clause, token: number): number {
  let start = token;
  while (actorAt(clause, start - 1) === actorAt(clause, token)) start--;
  return start;
}

/** The actors of the noun phrase that starts at a token: "B", "the leader of B", "B's plan". */
export function rightActors(clause: Clause, from: number): number[] {
  const { tokens, last } = clause;
  for (let at = from; at < Math.min(last, from + reach); at++) {
    if (actorAt(clause, at) >= 0) return groupRight(clause, at);
    const { upos, xpos, text } = tokens[at]!;
    if (isFinite(clause, at) || text === ";" || text === ":" || upos === "SCONJ") return [];
    // "Spoke to us about B", "near the border until B": the phrase is full.
    if (text === "," || xpos === "PRP" || (at > from && isConnective(text, "times"))) return [];
  }
  return [];
}

/** The actors of a direct object: as `rightActors`, but not behind a verb or "on", "against", "with". */
function objectOf(clause: Clause, from: number, modifiers: Modifiers): readonly number[] {
  const { tokens, last } = clause;
  // "Met in B", "gave in, and B left": no object follows.
  let next = from;
  while (next < last && tokens[next]!.upos === "ADV") next++;
  if (next < last && /^(PUNCT|ADP)$/.test(tokens[next]!.upos)) return [];
  for (let at = from; at < Math.min(last, from + reach); at++) {
    if (actorAt(clause, at) >= 0) break;
    const { upos, text } = tokens[at]!;
    if ((upos === "VERB" && !isAttributive(clause, at)) || modifiers.oblique.has(text.toLowerCase()))
      return [];
  }
  return rightActors(clause, from);
}

/** The actors after one of the prepositions, looked for from a token on within the clause. */
export function prepositionTarget(clause: Clause, from: number, wanted: ReadonlySet<string>): number[] {
  const { tokens, last } = clause;
  for (let at = from; at < Math.min(last, from + reach); at++) {
    const { text } = tokens[at]!;
    if (text === ";" || text === ":") return [];
    if (at > from && isFinite(clause, at)) return [];
    if (wanted.has(text.toLowerCase())) return rightActors(clause, at + 1);
  }
  return [];
}
