import { best, scorer, type ReadyModel } from "../../model/scorer.ts";
import type { HashTable } from "../names/table.ts";
import type { Word } from "../words.ts";
import { contextFeatures, taggerFeatures } from "./features.ts";
import { wordMemory } from "./memory.ts";

/** What a tagger file holds besides weights. */
export interface TaggerOptions {
  /** Words that always bear one tag, as label number by form. */
  readonly always: Readonly<Record<string, number>>;
  /** A tag is doubtful when that of another comes this near to its score, in the measure of the trained weights. */
  readonly doubt: number;
}

/** A sentence as the first look leaves it. */
export interface Reading {
  readonly words: readonly Word[];
  /** The whole sentence is in capitals. */
  readonly capitals: boolean;
  /** Tag of each word, by label number. */
  readonly tags: readonly number[];
  readonly doubts: readonly Doubt[];
}

/** A word whose tag is doubtful, with the scores of all tags. */
export interface Doubt {
  readonly at: number;
  readonly scores: Int32Array;
}

/** Tags a sentence from left to right, in linear time. */
export function firstLook(
  file: ReadyModel<TaggerOptions>,
  clusters: HashTable,
): (texts: readonly string[]) => Reading {
  const { options, weights, labels } = file;
  const model = scorer(weights);
  const always = new Map(Object.entries(options.always));
  const memory = wordMemory(file, clusters);
  const features = new Int32Array(taggerFeatures);
  const scores = new Int32Array(labels.length);
  const near = options.doubt / weights.scale;
  return (texts) => {
    const known = texts.map(memory.read);
    const words = known.map(({ word }) => word);
    const capitals = inCapitals(words);
    const tags: number[] = [];
    const doubts: Doubt[] = [];
    let previous = -1;
    let beforePrevious = -1;
    for (let at = 0; at < words.length; at++) {
      let tag = capitals ? undefined : always.get(texts[at]!);
      if (tag === undefined) {
        const count = contextFeatures(words, at, previous, beforePrevious, capitals, features);
        model.score(features, count, scores);
        memory.add(known[at]!, "own", scores);
        memory.add(known[at - 1] ?? memory.outside, "left", scores);
        memory.add(known[at - 2] ?? memory.outside, "left2", scores);
        memory.add(known[at + 1] ?? memory.outside, "right", scores);
        memory.add(known[at + 2] ?? memory.outside, "right2", scores);
        tag = best(scores);
        if (isDoubtful(scores, tag, near)) doubts.push({ at, scores: scores.slice() });
      }
      tags.push(tag);
      beforePrevious = previous;
      previous = tag;
    }
    return { words, capitals, tags, doubts };
  };
}

function isDoubtful(scores: Int32Array, tag: number, near: number): boolean {
  const least = scores[tag]! - near;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > least && i !== tag) return true;
  return false;
}

/** A headline or a shout: no small letters at all, so capitals tell nothing. */
export function inCapitals(words: readonly Word[]): boolean {
  let capitals = 0;
  for (const word of words) {
    if (word.capitals) capitals++;
    else if (word.small) return false;
  }
  return capitals > 2;
}
