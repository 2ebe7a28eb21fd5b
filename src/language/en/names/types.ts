import type { EntityType, NerType } from "../../../core/layers.ts";
import { hashText } from "../../model/hash.ts";
import { continueName, gazetteerClasses, prefixBit, startName } from "./gazetteer.ts";
import type { NameTypes } from "./resources.ts";
import type { HashTable } from "./table.ts";

const plain: Readonly<Record<NerType, EntityType>> = {
  PER: "person",
  ORG: "organisation",
  LOC: "place",
  MISC: "other",
};

const stateBit = 1 << gazetteerClasses.indexOf("state");
const demonymBit = 1 << gazetteerClasses.indexOf("demonym");

export interface TypeReader {
  /** Our type of a name the model gave a type to. */
  typeOf(words: readonly string[], type: NerType): EntityType;
  /** Whether a single word names a nation, a people or a faith. */
  isGroup(word: string): boolean;
}

export function typeReader(types: NameTypes, gazetteer: HashTable): TypeReader {
  const bitsOf = (words: readonly string[]): number => {
    let name = startName(hashText(words[0]!.toLowerCase()));
    for (let i = 1; i < words.length; i++) name = continueName(name, hashText(words[i]!.toLowerCase()));
    const value = gazetteer.find(name);
    return value < 0 ? 0 : value & (prefixBit - 1);
  };
  // "U.S." is an adjective as well, but names a state first.
  const isGroup = (word: string): boolean => {
    const listed = types.whole.get(word.toLowerCase());
    return (
      listed === "group" ||
      (listed === undefined && (bitsOf([word]) & (demonymBit | stateBit)) === demonymBit)
    );
  };
  return {
    isGroup,
    typeOf(words, type) {
      const listed = types.whole.get(words.join(" ").toLowerCase());
      if (listed !== undefined && type !== "PER") return listed;
      const bits = bitsOf(words);
      if (type !== "PER" && (bits & stateBit) !== 0) return "state";
      if ((bits & demonymBit) !== 0) return "group";
      return (
        types.last.get(`${type} ${words.at(-1)!.toLowerCase()}`) ??
        types.first.get(`${type} ${words[0]!.toLowerCase()}`) ??
        plain[type]
      );
    },
  };
}
