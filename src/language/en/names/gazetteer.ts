import { mix } from "../../model/hash.ts";
import type { HashTable } from "./table.ts";
import type { Word } from "./words.ts";

/** What a name in the gazetteer may be; the bit of a class is its place in this list. */
export const gazetteerClasses = [
  "state", "demonym", "region", "city", "town", "first_name", "last_name", "person", "organisation", "party", "media",
  "company", "acronym", "other",
] as const; // prettier-ignore
export type GazetteerClass = (typeof gazetteerClasses)[number];

/** Set for the beginning of a longer name. */
export const prefixBit = 1 << 15;
/** Names of more words are cut out. */
export const longestName = 8;

const seed = 77;
/** Hash of a name: fold of its words' keys. */
export const startName = (key: number): number => mix(seed, key);
export const continueName = (name: number, key: number): number => mix(name, key);

/**
 * For each token the classes of the gazetteer names it is part of: bit 4 * class + position (first, inner, last,
 * single) as a list of small numbers. The longest match wins; only capitalized words start a match.
 */
export function gazetteerMatches(words: readonly Word[], table: HashTable): number[][] {
  const found: number[][] = words.map(() => []);
  let covered = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!word.capital) continue;
    let name = startName(word.key);
    let value = table.find(name);
    let end = i;
    let bits = 0;
    for (let j = i; value >= 0;) {
      if ((value & ~prefixBit) !== 0) {
        end = j + 1;
        bits = value & (prefixBit - 1);
      }
      j++;
      if ((value & prefixBit) === 0 || j >= words.length || j - i >= longestName) break;
      name = continueName(name, words[j]!.key);
      value = table.find(name);
    }
    if (bits === 0 || end <= covered) continue;
    const start = Math.max(i, covered);
    // A match inside a longer one is dropped; one that only overlaps keeps its own new tokens.
    if (start !== i) continue;
    covered = end;
    for (let at = i; at < end; at++) {
      const position = end - i === 1 ? 3 : at === i ? 0 : at === end - 1 ? 2 : 1;
      for (let rest = bits; rest !== 0; rest &= rest - 1)
        found[at]!.push(4 * (31 - Math.clz32(rest & -rest)) + position);
    }
  }
  return found;
}
