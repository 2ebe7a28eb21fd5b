import { hashText } from "../../model/hash.ts";
import type { Word } from "../words.ts";

/**
 * The tag that a word has most often, without a look at its neighbors: enough to see whether a clause of its own may
 * follow a semicolon, and it costs next to nothing. The tagger itself needs sentences first.
 */
export interface UsualTags {
  /** Penn Treebank tags; the rest are numbers of these, from 1. */
  readonly tags: readonly string[];
  /** By form in lower case, digits as 0. */
  readonly forms: Readonly<Record<string, number>>;
  /** By fine cluster, for other forms; 0 when nothing is known. */
  readonly clusters: readonly number[];
}

const finiteTags = new Set(["MD", "VBD", "VBP", "VBZ"]);

/** The number of a word's usual tag, or its shape when nothing is known; and whether that tag is of a finite verb. */
export function tagReader({ tags, forms, clusters }: UsualTags): {
  tagOf(word: Word): number;
  isFinite(tag: number): boolean;
} {
  const byForm = new Map(Object.entries(forms).map(([form, tag]) => [hashText(form), tag]));
  const finite = tags.map((tag) => finiteTags.has(tag));
  return {
    tagOf: (word) => byForm.get(word.lower) ?? (clusters[word.fine] || word.shape),
    isFinite: (tag) => tag > 0 && tag <= finite.length && finite[tag - 1]!,
  };
}
