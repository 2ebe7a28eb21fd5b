import type { Token } from "../../core/layers.ts";
import { dependent, firstConjunct, headOf } from "./clauses.ts";
import type { Draft, Reading } from "./reading.ts";
import type { MetonymRow } from "./registry/resources.ts";

/** Words beside a capital by their place relative to it. */
export type Metonyms = ReadonlyMap<string, "government" | "place">;

export function metonymIndex(rows: readonly MetonymRow[]): Metonyms {
  return new Map(rows.map((row) => [`${row.context}:${row.word}`, row.reading]));
}

/** Decides every capital: the government, or a place that is nobody. */
export function linkCapitals(reading: Reading, metonyms: Metonyms, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const alias = draft.aliases?.[0];
    if (alias?.kind === "seat" && isVenue(reading, metonyms, draft)) {
      draft.actorId = undefined;
      draft.mentionType = "name";
      draft.entityType = "facility";
      draft.rule = "places/venue";
    }
    if (alias?.kind !== "city" || draft.actorId !== undefined) continue;
    const actor = reading.registry.actor(alias.actorId);
    draft.country = actor?.country;
    draft.method = "none";
    draft.rule = "places/place";
    if (!standsForGovernment(reading, metonyms, draft)) continue;
    draft.mentionType = "metonym";
    draft.entityType = "organisation";
    draft.actorId = actor?.type === "state" ? `${alias.actorId}.gov` : alias.actorId;
    draft.method = "metonym";
    draft.confidence = 0.85;
    draft.rule = "places/government";
  }
}

/** "at the White House": the building. */
function isVenue(reading: Reading, metonyms: Metonyms, draft: Draft): boolean {
  const { lower, tokens } = reading;
  const before = lower[draft.first - 1] === "the" ? draft.first - 2 : draft.first - 1;
  return tokens[before]?.sentence === draft.sentence && metonyms.get(`before:${lower[before]!}`) === "place";
}

const nominal = new Set(["NOUN", "PROPN"]);

/**
 * Whether a capital stands for its government: it does where it acts or is acted upon ("Baku recalled its envoy"), and
 * is a place where things happen there ("talks in Baku"). Its role in the dependency tree tells, else the words around.
 */
export function standsForGovernment(reading: Reading, metonyms: Metonyms, draft: Draft): boolean {
  const byRole = readingByRole(reading, metonyms, draft);
  return byRole === undefined ? readingByWords(reading, metonyms, draft) : byRole === "government";
}

/**
 * By the syntax layer: owner, subject, object and agent are governments unless the noun or verb is one of places; after a
 * preposition it depends on that and on the noun or verb before it. Undefined where the tree does not tell.
 */
function readingByRole(
  reading: Reading,
  metonyms: Metonyms,
  draft: Draft,
): "government" | "place" | undefined {
  const { syntax, tokens, lower } = reading;
  if (syntax === undefined || standsInNoun(reading, draft)) return undefined;
  if (metonyms.get(`before:${lower[draft.first - 1]!}`) === "place") return "place";
  const own = headOf(reading, draft.first, draft.last);
  // "In Baku and Moscow was asked": the verb is singular, so Moscow opens a clause of its own.
  const opens = lower[draft.first - 1] === "and" && isSingularVerb(tokens[draft.last]);
  const head = opens ? own : firstConjunct(reading, own);
  const { head: governor } = syntax[head]!;
  if (governor < 0) return undefined;
  // "Left for Beijing": a name that was read as a gerund stands after a preposition all the same.
  const gerund = tokens[head]!.upos === "VERB";
  const relation = gerund ? "obl" : syntax[head]!.relation;
  const lemma = tokens[governor]!.lemma.toLowerCase();
  const verbal = tokens[governor]!.upos === "VERB";
  const unlessPlace = (context: string): "government" | "place" =>
    metonyms.get(`${context}:${lemma}`) ?? metonyms.get(`${context}:${lower[governor]!}`) ?? "government";
  const preposition = dependent(reading, head, (name) => name === "case" || (gerund && name === "mark"));
  // "In November Vilnius let": another noun lies between.
  for (let at = preposition + 1; preposition >= 0 && at < Math.min(head, draft.first); at++)
    if (nominal.has(tokens[at]!.upos)) return undefined;
  const word = preposition < 0 ? undefined : lower[preposition]!;
  if (relation === "nmod:poss") return unlessPlace("possessed");
  if (relation === "obl:agent" || (word === "by" && relation === "obl")) return "government";
  if (word !== undefined && (relation.startsWith("obl") || relation === "nmod")) {
    const byBoth = verbal ? metonyms.get(`verb_before:${lemma} ${word}`) : undefined;
    if (byBoth !== undefined) return byBoth;
    const byGovernor = metonyms.get(verbal ? `verb_before:${lemma}` : `noun_before:${lower[governor]!}`);
    if (word === "to" || word === "from" || word === "of" || word === "between") {
      if (byGovernor !== undefined) return byGovernor;
      return word === "between" ? "government" : undefined;
    }
    return metonyms.get(`before:${word}`);
  }
  if (!verbal || preposition >= 0) return undefined;
  if (relation.startsWith("nsubj")) return unlessPlace("subject_of");
  if (relation === "obj" || relation === "iobj") return unlessPlace("object_of");
  return undefined;
}

/** "Minsk agreements", "Moscow-led", "the Tokyo and Osaka exchanges": a part of another noun. */
function standsInNoun({ tokens, lower }: Reading, { last, sentence }: Draft): boolean {
  const here = (at: number): boolean => tokens[at]?.sentence === sentence;
  if (!here(last)) return false;
  if (nominal.has(tokens[last]!.upos) || lower[last] === "-") return true;
  if (lower[last] !== "and" && lower[last] !== "or") return false;
  let at = last + 1;
  while (here(at) && tokens[at]!.upos === "PROPN") at++;
  return at > last + 1 && here(at) && tokens[at]!.upos === "NOUN";
}

/** By the words beside it: what it possesses, the preposition with the noun or verb before it, the verb that follows. */
function readingByWords(reading: Reading, metonyms: Metonyms, draft: Draft): boolean {
  const { tokens, lower } = reading;
  const look = (context: string, word: string | undefined): "government" | "place" | undefined =>
    word === undefined ? undefined : metonyms.get(`${context}:${word}`);
  const inSentence = (at: number): boolean => tokens[at]?.sentence === draft.sentence;
  const after = draft.last;

  if (inSentence(after) && (lower[after] === "'s" || lower[after] === "’s" || lower[after] === "'")) {
    for (let at = after + 1; inSentence(at) && at < after + 5; at++)
      if (look("possessed", lower[at]) === "place") return false;
    return true;
  }
  const previous = tokens[draft.first - 1];
  // "giving Manila ships", "so did Budapest".
  if (previous?.sentence === draft.sentence) {
    if (look("verb_before", previous.lemma.toLowerCase()) === "government") return true;
    if (previous.upos === "AUX") return true;
  }
  // "Minsk agreements", "Moscow time": part of another name or noun.
  if (inSentence(after) && nominal.has(tokens[after]!.upos)) return false;
  if (inSentence(after) && lower[after] === "-") return false;

  // "in Baku and Moscow was asked": the verb is singular, so what stands before is another clause.
  const before =
    isSingularVerb(tokens[after]) && lower[draft.first - 1] === "and" ? -1 : leadOfList(reading, draft);
  if (inSentence(before) && tokens[before]!.upos !== "PUNCT") {
    const word = lower[before]!;
    const plain = look("before", word);
    if (plain !== undefined) return plain === "government";
    if (word === "to" || word === "from" || word === "of") {
      const noun = nearest(reading, before - 1, draft.sentence, (at) => nominal.has(tokens[at]!.upos), 3);
      const byNoun = noun === undefined ? undefined : look("noun_before", lower[noun]);
      if (byNoun !== undefined) return byNoun === "government";
      const verb = nearest(reading, before - 1, draft.sentence, (at) => tokens[at]!.upos === "VERB", 6);
      const byVerb = verb === undefined ? undefined : look("verb_before", lower[verb]);
      if (byVerb !== undefined) return byVerb === "government";
      return word === "from" && noun !== undefined && verb === undefined;
    }
    if (tokens[before]!.upos === "ADP" && look("opener", word) === undefined) return false;
    if (tokens[before]!.upos === "VERB")
      return look("object_of", tokens[before]!.lemma.toLowerCase()) !== "place";
    if (word === "the" && before === draft.first - 1) return false;
  }
  // The verb that follows, past auxiliaries, adverbs and what stands between commas.
  const verb = verbAfter(reading, after, draft.sentence);
  if (verb === undefined) return false;
  return look("subject_of", tokens[verb]!.lemma.toLowerCase()) !== "place";
}

function isSingularVerb(token: Token | undefined): boolean {
  if (token === undefined || (token.upos !== "VERB" && token.upos !== "AUX")) return false;
  return token.xpos === "VBZ" || token.text === "was" || token.text === "is" || token.text === "has";
}

/** The token before a list of names that this one ends: the "between" of "between Rome and Baku". */
function leadOfList(reading: Reading, draft: Draft): number {
  const { tokens, lower } = reading;
  let at = draft.first - 1;
  while (at > 0 && tokens[at]?.sentence === draft.sentence) {
    const word = lower[at]!;
    const linked = word === "and" || word === "or" || word === "," || word === "both";
    if (!linked || tokens[at - 1]?.sentence !== draft.sentence) break;
    if (word !== "both" && tokens[at - 1]!.upos !== "PROPN") break;
    at--;
    while (tokens[at]?.sentence === draft.sentence && tokens[at]!.upos === "PROPN") at--;
  }
  return at;
}

function nearest(
  reading: Reading,
  from: number,
  sentence: number,
  wanted: (at: number) => boolean,
  reach: number,
): number | undefined {
  for (let at = from; at > from - reach && at >= 0 && reading.tokens[at]!.sentence === sentence; at--) {
    if (wanted(at)) return at;
    if (reading.tokens[at]!.upos === "PUNCT") return undefined;
  }
  return undefined;
}

function verbAfter(reading: Reading, from: number, sentence: number): number | undefined {
  const { tokens } = reading;
  let auxiliary: number | undefined;
  for (let at = from; at < from + 12 && tokens[at]?.sentence === sentence; at++) {
    const { upos } = tokens[at]!;
    if (upos === "VERB") return at;
    if (upos === "AUX") auxiliary ??= at;
    else if (auxiliary !== undefined && (upos === "NOUN" || upos === "ADJ")) return auxiliary;
    else if (upos === "SCONJ") return auxiliary;
    else if (upos === "PUNCT" && tokens[at]!.text === ",") {
      // A clause between commas is skipped: "Moscow, which …, said".
      let close = at + 1;
      while (tokens[close]?.sentence === sentence && tokens[close]!.text !== ",") close++;
      if (tokens[close]?.sentence !== sentence || close > at + 15) return auxiliary;
      at = close;
    }
  }
  return auxiliary;
}
