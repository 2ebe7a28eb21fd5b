import { mix } from "../../model/hash.ts";
import { best, scorer, type ReadyModel } from "../../model/scorer.ts";
import { shapeInSentence } from "./features.ts";
import type { Reading, TaggerOptions } from "./first-look.ts";

/*
 * Left to right a tagger knows no tag to the right of a word. Once the whole sentence has tags, doubtful words are
 * looked at again: what the tags on both sides tell is added to the scores they had.
 */

/** Room for the features of one doubtful word. */
export const secondLookFeatures = 35;

/** How far the nearest verb or break on either side is looked for. */
const reach = 8;
/** Distances to it that are told apart. */
const distances = 4;

/** What a tag is to the clause around it; 0 for nothing. */
export type ClauseParts = Uint8Array;

/** Finite, auxiliary and other verbs, punctuation, coordination and what begins a clause, by label number. */
export function clauseParts(labels: readonly string[]): ClauseParts {
  const kinds = [
    /^(VERB|AUX)\/(VBD|VBZ|VBP|MD)/, /^AUX/, /^VERB/, /^PUNCT\/(,|\.|:)/, /CC$/, /^(SCONJ|PRON\/W|ADV\/W)/,
  ]; // prettier-ignore
  return Uint8Array.from(labels, (label) => 1 + kinds.findIndex((kind) => kind.test(label)));
}

/** The best tag of a doubtful word and the one that comes next to it. */
export interface Rivals {
  first: number;
  second: number;
}

export function setRivals(scores: Int32Array | Float64Array, rivals: Rivals): void {
  let first = 0;
  let second = -1;
  for (let i = 1; i < scores.length; i++)
    if (scores[i]! > scores[first]!) {
      second = first;
      first = i;
    } else if (second < 0 || scores[i]! > scores[second]!) second = i;
  rivals.first = first;
  rivals.second = second;
}

/** Fills `out` with the features of the doubtful word at `at` and returns their number; `tags` are those of all words. */
export function lookAgain(
  { words, capitals }: Reading,
  at: number,
  tags: readonly number[],
  parts: ClauseParts,
  { first, second }: Rivals,
  out: Int32Array,
): number {
  const word = words[at]!;
  const tag = (place: number): number => tags[place] ?? -1;
  const left = tag(at - 1);
  const left2 = tag(at - 2);
  const right = tag(at + 1);
  const right2 = tag(at + 2);
  const shape = shapeInSentence(word, at, capitals);
  const rivals = mix(mix(200, first), second);
  const after = mix(mix(201, right), right2);
  const around = mix(mix(202, left), right);
  let n = 0;
  out[n++] = rivals;
  out[n++] = mix(203, right);
  out[n++] = after;
  out[n++] = around;
  out[n++] = mix(around, left2);
  out[n++] = mix(around, right2);
  out[n++] = mix(mix(after, left), left2);
  out[n++] = mix(mix(204, right), word.lower);
  out[n++] = mix(mix(205, right), word.suffix3);
  out[n++] = mix(mix(206, right), word.fine);
  out[n++] = mix(mix(207, right), word.suffix2);
  out[n++] = mix(mix(208, right), shape);
  out[n++] = mix(after, word.lower);
  out[n++] = mix(around, word.lower);
  out[n++] = mix(around, word.suffix3);
  out[n++] = mix(around, word.coarse);
  out[n++] = mix(around, shape);
  out[n++] = mix(after, word.suffix3);
  const before = nearestPart(tags, at, -1, parts);
  const beyond = nearestPart(tags, at, 1, parts);
  out[n++] = mix(209, before);
  out[n++] = mix(210, beyond);
  const clause = mix(mix(211, before >> 3), beyond >> 3);
  out[n++] = clause;
  out[n++] = mix(clause, word.suffix2);
  out[n++] = mix(clause, word.lower);
  out[n++] = mix(mix(212, before >> 3), word.lower);
  out[n++] = mix(mix(213, beyond >> 3), word.lower);
  out[n++] = mix(clause, left);
  out[n++] = mix(clause, right);
  out[n++] = mix(clause, rivals);
  out[n++] = mix(rivals, right);
  out[n++] = mix(rivals, around);
  out[n++] = mix(rivals, after);
  out[n++] = mix(rivals, word.lower);
  out[n++] = mix(rivals, left);
  out[n++] = mix(rivals, word.suffix2);
  out[n++] = mix(rivals, mix(left, left2));
  return n;
}

/** The nearest part of a clause in a direction, in the upper bits, and how far it is. */
function nearestPart(tags: readonly number[], from: number, step: 1 | -1, parts: ClauseParts): number {
  for (let distance = 1; distance <= reach; distance++) {
    const tag = tags[from + step * distance];
    if (tag === undefined) return 0;
    if (parts[tag]! > 0) return (parts[tag]! << 3) | Math.min(distance, distances);
  }
  return 0;
}

/** Decides the doubtful words of a reading anew, from left to right; gives the tags of all words, by label number. */
export function secondLook({ weights, labels }: ReadyModel<TaggerOptions>): (reading: Reading) => number[] {
  const model = scorer(weights);
  const parts = clauseParts(labels);
  const features = new Int32Array(secondLookFeatures);
  const scores = new Int32Array(labels.length);
  const rivals: Rivals = { first: 0, second: 0 };
  return (reading) => {
    const tags = [...reading.tags];
    for (const { at, scores: before } of reading.doubts) {
      setRivals(before, rivals);
      scores.set(before);
      model.add(features, lookAgain(reading, at, tags, parts, rivals, features), scores);
      tags[at] = best(scores);
    }
    return tags;
  };
}
