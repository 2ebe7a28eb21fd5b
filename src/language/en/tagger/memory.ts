import { scorer, type ReadyModel } from "../../model/scorer.ts";
import type { HashTable } from "../names/table.ts";
import { outside, readWord, type Word } from "../words.ts";
import { mostAtPlace, placeFeatures, type Place } from "./features.ts";

/** A word, and what is known of the sums that it alone brings at each place: nothing, that they were asked for, or their row. */
export type KnownWord = { readonly word: Word; stored: number } & Record<Place, number>;

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

/** Rows of sums remembered, one for a word at a place: some eight megabytes. */
const rows = 40_000;

const unknown = 0;
const askedOnce = -1;

/**
 * The sums lie in one table, a row for a word at a place from its second occurrence on: most words of a text come once.
 * When the table is full it is begun anew, and rows of an earlier filling count no more.
 */
export function wordMemory(file: ReadyModel, clusters: HashTable): WordMemory {
  const model = scorer(file.weights);
  const classes = file.labels.length;
  const known = new Map<string, KnownWord>();
  const features = new Int32Array(mostAtPlace);
  const sums = new Int32Array(classes);
  const size = (rows + 1) * classes;
  const table = file.weights.largest * mostAtPlace < 2 ** 15 ? new Int16Array(size) : new Int32Array(size);
  let filling = 1;
  let last = 0;

  function addUnstored(entry: KnownWord, place: Place, scores: Int32Array): void {
    if (entry.stored !== filling) Object.assign(entry, nowhere, { stored: filling });
    const count = placeFeatures[place](entry.word, features, 0);
    if (entry[place] === unknown) {
      entry[place] = askedOnce;
      model.add(features, count, scores);
      return;
    }
    if (last === rows) {
      filling++;
      last = 0;
      Object.assign(entry, nowhere, { stored: filling });
    }
    model.score(features, count, sums);
    const row = ++last;
    table.set(sums, row * classes);
    entry[place] = row;
    for (let label = 0; label < classes; label++) scores[label]! += sums[label]!;
  }

  return {
    outside: { word: outside, stored: 0, ...nowhere },
    read(form) {
      let entry = known.get(form);
      if (entry === undefined) {
        if (known.size >= most) known.clear();
        known.set(form, (entry = { word: readWord(form, clusters), stored: 0, ...nowhere }));
      }
      return entry;
    },
    add(entry, place, scores) {
      const row = entry[place];
      if (row <= 0 || entry.stored !== filling) addUnstored(entry, place, scores);
      else for (let label = 0, at = row * classes; label < classes; label++) scores[label]! += table[at++]!;
    },
  };
}

/** All places are there from the start, so that all entries have one shape. */
const nowhere: Readonly<Record<Place, number>> = {
  own: unknown, left: unknown, left2: unknown, right: unknown, right2: unknown,
}; // prettier-ignore
