import type { Upos } from "../../../core/layers.ts";
import { best, scorer, type ReadyModel } from "../../model/scorer.ts";
import type { HashTable } from "../names/table.ts";
import type { Word } from "../words.ts";
import { contextFeatures, taggerFeatures } from "./features.ts";
import { wordMemory } from "./memory.ts";

/** What a tagger file holds besides weights: words that always bear one tag, as label number by form. */
export interface TaggerOptions {
  readonly always: Readonly<Record<string, number>>;
}

/** Universal and Penn Treebank tag of a word; the tagger knows some hundred pairs. */
export interface Tag {
  readonly upos: Upos;
  readonly xpos: string;
}

export interface Tagger {
  /** The tags of the words of a sentence. Left to right, in linear time. */
  tag(words: readonly string[]): readonly Tag[];
}

export const tagName = ({ upos, xpos }: Tag): string => `${upos}/${xpos}`;

export function readTag(label: string): Tag {
  const cut = label.indexOf("/");
  return { upos: label.slice(0, cut) as Upos, xpos: label.slice(cut + 1) };
}

/** `clusters` must be those it was trained with. */
export function tagger(file: ReadyModel<TaggerOptions>, clusters: HashTable): Tagger {
  const model = scorer(file.weights);
  const always = new Map(Object.entries(file.options.always));
  const memory = wordMemory(file, clusters);
  const features = new Int32Array(taggerFeatures);
  const scores = new Int32Array(file.labels.length);
  const tags = file.labels.map(readTag);
  return {
    tag(texts) {
      const known = texts.map(memory.read);
      const words = known.map(({ word }) => word);
      const capitals = inCapitals(words);
      const found: Tag[] = [];
      let previous = -1;
      let beforePrevious = -1;
      for (let at = 0; at < words.length; at++) {
        let label = capitals ? undefined : always.get(texts[at]!);
        if (label === undefined) {
          const count = contextFeatures(words, at, previous, beforePrevious, capitals, features);
          model.score(features, count, scores);
          memory.add(known[at]!, "own", scores);
          memory.add(known[at - 1] ?? memory.outside, "left", scores);
          memory.add(known[at - 2] ?? memory.outside, "left2", scores);
          memory.add(known[at + 1] ?? memory.outside, "right", scores);
          memory.add(known[at + 2] ?? memory.outside, "right2", scores);
          label = best(scores);
        }
        found.push(tags[label]!);
        beforePrevious = previous;
        previous = label;
      }
      return found;
    },
  };
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
