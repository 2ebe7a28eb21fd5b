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

/** The longest registered forms in the order of the text, without overlaps; never across a sentence end. */
export function registryHits(reading: Reading): Hit[] {
  const { tokens, keys, registry } = reading;
  const hits: Hit[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const start = keys[first]!;
    const longest = start.length === 0 ? undefined : registry.longest.get(start[0]!);
    if (longest === undefined) continue;
    const { sentence } = tokens[first]!;
    let key = "";
    let length = 0;
    let found: Hit | undefined;
    for (let at = first; at < tokens.length && tokens[at]!.sentence === sentence && length < longest; at++) {
      const words = keys[at]!;
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
