import type { Alias } from "./registry/registry.ts";
import type { Reading } from "./reading.ts";

/** A registered form found in the text. */
export interface Hit {
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  readonly key: string;
  readonly aliases: readonly Alias[];
}

/** A word in capitals that is too long to be an acronym: "KAMALA HARRIS" in a headline or before what she says. */
const isCapitals = (word: string): boolean => word.length > 3 && /^\p{Lu}+$/u.test(word);

const lowered = (word: string): string => (isCapitals(word) ? word[0]! + word.slice(1).toLowerCase() : word);

/** The longest registered forms in the order of the text, without overlaps; never across a sentence end. */
export function registryHits(reading: Reading): Hit[] {
  const { tokens, keys, registry } = reading;
  const hits: Hit[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const start = keys[first]!;
    if (start.length === 0) continue;
    const capitals = isCapitals(start[0]!) && !registry.longest.has(start[0]!);
    const longest = registry.longest.get(capitals ? lowered(start[0]!) : start[0]!);
    if (longest === undefined) continue;
    const { sentence } = tokens[first]!;
    let key = "";
    let length = 0;
    let found: Hit | undefined;
    for (let at = first; at < tokens.length && tokens[at]!.sentence === sentence && length < longest; at++) {
      const words = capitals ? keys[at]!.map(lowered) : keys[at]!;
      if (words.length === 0) continue;
      const next = words.length === 1 ? words[0]! : words.join(" ");
      key = key === "" ? next : `${key} ${next}`;
      length += words.length;
      const aliases = registry.aliases.get(key);
      if (aliases !== undefined) found = { first, last: at + 1, sentence, key, aliases };
    }
    if (found === undefined) continue;
    hits.push(found);
    first = found.last - 1;
  }
  return hits;
}
