import type { Scorer } from "../../model/scorer.ts";
import type { HashTable } from "../names/table.ts";
import { outside, readWord, type Word } from "../words.ts";
import { placeFeatures, places, taggerFeatures, type Place } from "./features.ts";

/** A word with what it alone adds to the scores: pairs of class and sum, made when first asked for. */
export type KnownWord = { readonly word: Word } & Partial<Record<Place, Int32Array>>;

/** Remembers the words of a text, and what each adds to the scores where. The memory changes the speed only. */
export interface WordMemory {
  read(form: string): KnownWord;
  /** Stands before and after a sentence. */
  readonly outside: KnownWord;
  /** Adds what a word brings at its place. */
  add(known: KnownWord, place: Place, scores: Int32Array): void;
}

/** Forms remembered: more than a long article has. */
const most = 10_000;

export function wordMemory(model: Scorer, classes: number, clusters: HashTable): WordMemory {
  const known = new Map<string, KnownWord>();
  const features = new Int32Array(taggerFeatures);
  const sums = new Int32Array(classes);
  const sumsAt = (word: Word, place: Place): Int32Array => {
    model.score(features, placeFeatures[place](word, features, 0), sums);
    const pairs: number[] = [];
    sums.forEach((sum, label) => {
      if (sum !== 0) pairs.push(label, sum);
    });
    return Int32Array.from(pairs);
  };
  return {
    outside: blank(outside),
    read(form) {
      let entry = known.get(form);
      if (entry === undefined) {
        if (known.size >= most) known.clear();
        known.set(form, (entry = blank(readWord(form, clusters))));
      }
      return entry;
    },
    add(entry, place, scores) {
      const pairs = (entry[place] ??= sumsAt(entry.word, place));
      for (let i = 0; i < pairs.length; i += 2) scores[pairs[i]!]! += pairs[i + 1]!;
    },
  };
}

/** All places are there from the start, so that all entries have one shape. */
const blank = (word: Word): KnownWord =>
  Object.assign({ word }, Object.fromEntries(places.map((place) => [place, undefined])));
