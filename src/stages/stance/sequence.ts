import { hashText } from "../../language/model/hash.ts";
import { actorAt, type Clause } from "../../language/en/clause.ts";
import type { Predicates } from "../../language/en/predicates.ts";
import type { Valence } from "../../language/en/valence.ts";

/*
 * A sentence as the learned model sees it: every actor is one anonymous word, so that nothing is learned about
 * particular actors, and so is every run of other names.
 */

export interface Sequence {
  readonly length: number;
  /** Hash of the lower-case word with digits as 0; 0 for an actor or a name. */
  readonly words: Int32Array;
  readonly lemmas: Int32Array;
  /** 0 for an actor or name, else 1 + index of the part-of-speech group. */
  readonly groups: Uint8Array;
  /** Signed strength of the word in the predicate lexicon. */
  readonly valence: Float32Array;
  /** Place in the sequence of each mention of the sentence. */
  readonly places: ReadonlyMap<number, number>;
  /** Token behind each place: the first of an actor or name. */
  readonly tokens: Int32Array;
}

const groupOf: Readonly<Record<string, number>> = {
  VERB: 1, NOUN: 2, ADJ: 3, ADV: 4, ADP: 5, PUNCT: 6, PRON: 7, AUX: 8,
}; // prettier-ignore

/** Whether a part-of-speech group is that of nouns or pronouns. */
export const isNominal = (group: number): boolean => group === groupOf.NOUN || group === groupOf.PRON;

export function sequenceOf(clause: Clause, valence: ReadonlyMap<string, number>): Sequence {
  const { tokens, first, last } = clause;
  const words: number[] = [];
  const lemmas: number[] = [];
  const groups: number[] = [];
  const strengths: number[] = [];
  const origins: number[] = [];
  const places = new Map<number, number>();
  const add = (token: number, word: number, lemma: number, group: number, strength: number): void => {
    words.push(word);
    lemmas.push(lemma);
    groups.push(group);
    strengths.push(strength);
    origins.push(token);
  };
  let inName = false;
  for (let at = first; at < last; at++) {
    const actor = actorAt(clause, at);
    if (actor >= 0) {
      if (!places.has(actor)) {
        places.set(actor, words.length);
        add(at, 0, 0, 0, 0);
      }
      inName = false;
      continue;
    }
    const token = tokens[at]!;
    if (token.upos === "PROPN") {
      if (!inName) add(at, 0, 0, 0, 0);
      inName = true;
      continue;
    }
    inName = false;
    const lemma = token.lemma.toLowerCase();
    add(at, wordHash(token.text), wordHash(lemma), groupOf[token.upos] ?? 0, valence.get(lemma) ?? 0);
  }
  return {
    length: words.length,
    words: Int32Array.from(words),
    lemmas: Int32Array.from(lemmas),
    groups: Uint8Array.from(groups),
    valence: Float32Array.from(strengths),
    places,
    tokens: Int32Array.from(origins),
  };
}

const hashes = new Map<string, number>();

/** Never 0, which stands for a name. Remembers the last some ten thousand words, which changes the speed only. */
export function wordHash(word: string): number {
  let hash = hashes.get(word);
  if (hash === undefined) {
    hash = hashText(word.toLowerCase().replace(/\d/g, "0")) || 1;
    if (hashes.size >= 20_000) hashes.clear();
    hashes.set(word, hash);
  }
  return hash;
}

/** Signed strength of words, -1 to 1: the predicate lexicon's, else the valence list's. */
export function strengths(lexicon: Predicates, valence: Valence): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const part of [lexicon.verb, lexicon.noun, lexicon.adjective])
    for (const [lemma, readings] of part) {
      const simple = readings.find(({ rest }) => rest.length === 0);
      if (simple !== undefined && !found.has(lemma)) found.set(lemma, simple.polarity * simple.strength);
    }
  for (const [word, value] of valence) if (!found.has(word)) found.set(word, value);
  return found;
}
