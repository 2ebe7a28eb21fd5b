import type { Upos } from "../../../core/layers.ts";
import type { ReadyModel } from "../../model/scorer.ts";
import type { HashTable } from "../names/table.ts";
import { firstLook, type TaggerOptions } from "./first-look.ts";
import { secondLook } from "./second-look.ts";

/** Universal and Penn Treebank tag of a word; the tagger knows some hundred pairs. */
export interface Tag {
  readonly upos: Upos;
  readonly xpos: string;
}

export interface Tagger {
  /** The tags of the words of a sentence. In linear time: once from left to right, then the doubtful ones again. */
  tag(words: readonly string[]): readonly Tag[];
}

export const tagName = ({ upos, xpos }: Tag): string => `${upos}/${xpos}`;

export function readTag(label: string): Tag {
  const cut = label.indexOf("/");
  return { upos: label.slice(0, cut) as Upos, xpos: label.slice(cut + 1) };
}

/** `clusters` must be those it was trained with. */
export function tagger(file: ReadyModel<TaggerOptions>, clusters: HashTable): Tagger {
  const read = firstLook(file, clusters);
  const decide = secondLook(file);
  const tags = file.labels.map(readTag);
  return {
    tag(texts) {
      return decide(read(texts)).map((label) => tags[label]!);
    },
  };
}
