import { nerTypes, type NerType } from "../../../core/layers.ts";
import { mix } from "../../model/hash.ts";
import { scorer, type ScoreTable } from "../../model/scorer.ts";
import { documentWords, type Run } from "./document.ts";
import { agree } from "./agreement.ts";
import { emptyFeatures, extract, styleOf } from "./features.ts";
import { labels, nameRanges } from "./labels.ts";
import { readResults } from "./results.ts";
import type { HashTable } from "./table.ts";
import { viterbi } from "./viterbi.ts";
import { wordReader } from "./words.ts";

/** A name as a half-open range of tokens. */
export interface TaggedName {
  readonly first: number;
  readonly last: number;
  readonly type: NerType;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Finds the names in the words of an article; sentences are ranges of words, in order. */
export type NameTagger = (words: readonly string[], sentences: readonly Run[]) => TaggedName[];

/** What the tagger knows: trained weights, word clusters and a gazetteer. */
export interface NameModel {
  readonly weights: ScoreTable;
  readonly clusters: HashTable;
  readonly gazetteer: HashTable;
}

/** Key of the feature that holds what may follow a label. */
export const transitionKey = (before: number): number => mix(200, before);

/** How far the occurrences of a word are drawn together; found on development data. */
const agreement = 0.3;
/** Score, in weights, at which a name is as likely wrong as not, and how fast that changes. */
const doubt = { middle: 0, width: 12 };

export function nameTagger({ weights, clusters, gazetteer }: NameModel): NameTagger {
  const count = labels.length;
  const { score, scale } = scorer(weights);
  const word = wordReader(clusters);
  const features = emptyFeatures();
  const scores = new Int32Array(count);
  const transitions = new Float64Array(count * count);
  for (let before = 0; before < count; before++) {
    score(Int32Array.of(transitionKey(before)), 1, scores);
    transitions.set(scores, before * count);
  }
  return (texts, sentences) => {
    const document = documentWords(texts.map(word), sentences, gazetteer);
    const emissions = new Float64Array(texts.length * count);
    for (const { first, last } of sentences) {
      const sequence = { document, first, last };
      const style = styleOf(sequence);
      for (let i = first; i < last; i++) {
        extract(sequence, i, style, features);
        score(features.keys, features.count, scores);
        emissions.set(scores, i * count);
      }
      readResults(document, sequence, emissions);
    }
    agree(document.words, emissions, agreement);
    const found: TaggedName[] = [];
    for (const { first, last } of sentences) {
      const path = viterbi(emissions.subarray(first * count, last * count), last - first, transitions);
      for (const range of nameRanges(path, first)) {
        const lead = leadOf(emissions, range.first, range.last, range.type) * scale;
        found.push({
          first: range.first,
          last: range.last,
          type: nerTypes[range.type]!,
          confidence: 1 / (1 + Math.exp((doubt.middle - lead) / doubt.width)),
        });
      }
    }
    return found;
  };
}

/** By how much the weakest token of a name prefers its type to the next best. */
function leadOf(emissions: Float64Array, first: number, last: number, type: number): number {
  const count = labels.length;
  let weakest = Infinity;
  for (let i = first; i < last; i++) {
    let own = -Infinity;
    let other = -Infinity;
    for (let label = 0; label < count; label++) {
      const score = emissions[i * count + label]!;
      if (label > 0 && (label - 1) >> 2 === type) own = Math.max(own, score);
      else other = Math.max(other, score);
    }
    weakest = Math.min(weakest, own - other);
  }
  return weakest;
}
