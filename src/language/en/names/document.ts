import { mix } from "../../model/hash.ts";
import { acronyms, bracketedAcronyms, hyphen, type Run } from "./acronyms.ts";
import { gazetteerMatches } from "./gazetteer.ts";
import type { HashTable } from "./table.ts";
import { kinds, type Word } from "./words.ts";

export type { Run } from "./acronyms.ts";

/** The words of an article and what they say about each other. */
export interface DocumentWords {
  readonly words: readonly Word[];
  readonly gazetteer: readonly (readonly number[])[];
  /** Runs of capitalized words; hyphens between them belong to the run. */
  readonly runs: readonly Run[];
  /** Index of the run of each token; -1 outside. */
  readonly runOf: Int32Array;
  /** Places in names that are followed by their acronym in brackets. */
  readonly bracketed: Uint8Array;
  /** Writes the features that come from other places of the article; returns the new count. */
  features(i: number, keys: Int32Array, count: number): number;
}

/** At most so many other occurrences of a word are looked at. */
const looks = 3;

export function documentWords(
  words: readonly Word[],
  sentences: readonly Run[],
  gazetteerTable: HashTable,
): DocumentWords {
  const runs: Run[] = [];
  const runOf = new Int32Array(words.length).fill(-1);
  const starts = new Uint8Array(words.length + 1);
  for (const { first, last } of sentences) {
    starts[first] = 1;
    for (let i = first; i < last;) {
      if (!isNameWord(words[i]!)) {
        i++;
        continue;
      }
      let end = i + 1;
      while (end < last && (isNameWord(words[end]!) || joins(words, end, last))) end++;
      for (let at = i; at < end; at++) runOf[at] = runs.length;
      runs.push({ first: i, last: end });
      i = end;
    }
  }
  // Places of every capitalized word, and which words are also written small.
  const places = new Map<number, number[]>();
  const small = new Set<number>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.kind === kinds.lower) small.add(word.key);
    else if (word.capital) {
      const list = places.get(word.key);
      if (list === undefined) places.set(word.key, [i]);
      else if (list.length <= looks * 2) list.push(i);
    }
  }

  const spelledOut = acronyms(words, runs);

  function features(i: number, keys: Int32Array, count: number): number {
    const word = words[i]!;
    let c = count;
    if (!word.capital) return c;
    if (small.has(word.key)) keys[c++] = mix(mix(100, starts[i]!), word.kind);
    const full = word.acronym === 0 ? undefined : spelledOut.get(word.acronym);
    if (full !== undefined && full !== i) {
      keys[c++] = mix(107, 1);
      keys[c++] = mix(108, words[full]!.lower);
      keys[c++] = mix(109, words[full]!.middle);
    }
    let seen = 0;
    for (const other of places.get(word.key)!) {
      if (other === i) continue;
      if (seen++ === looks) break;
      const run = runs[runOf[other]!]!;
      const own = runs[runOf[i]!]!;
      if (starts[run.first] === 0) keys[c++] = mix(101, words[run.first - 1]!.lower);
      if (run.last < words.length && starts[run.last] === 0) keys[c++] = mix(102, words[run.last]!.lower);
      const length = run.last - run.first;
      if (length > own.last - own.first && length < 6) {
        // It is part of a longer name there.
        const place = (other === run.first ? 1 : 0) + (other === run.last - 1 ? 2 : 0);
        keys[c++] = mix(mix(103, place), length);
        keys[c++] = mix(mix(104, place), words[run.first]!.middle);
        keys[c++] = mix(mix(105, place), words[run.last - 1]!.middle);
        keys[c++] = mix(mix(106, place), words[run.last - 1]!.lower);
      }
    }
    return c;
  }

  return {
    words, runs, runOf, features,
    gazetteer: gazetteerMatches(words, gazetteerTable),
    bracketed: bracketedAcronyms(words, starts),
  }; // prettier-ignore
}

const isNameWord = (word: Word): boolean => word.capital;

/** A hyphen between two capitalized words. */
const joins = (words: readonly Word[], i: number, last: number): boolean =>
  words[i]!.key === hyphen && i + 1 < last && isNameWord(words[i + 1]!);
