import { hashText } from "../../model/hash.ts";
import { growAcronym, kinds, noAcronym, type Word } from "./words.ts";

/** Half-open range of tokens. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

export const hyphen = hashText("-");
const opening = hashText("(");
const closing = hashText(")");

/**
 * Acronyms of the longer names of an article, each with the last word of its name: "OIC" for "Organization of Islamic
 * Cooperation", and "TITR" as well as "TCITR" for a name that begins with "Trans-Caspian".
 */
export function acronyms(words: readonly Word[], runs: readonly Run[]): Map<number, number> {
  const found = new Map<number, number>();
  let whole = noAcronym;
  let withoutHyphens = noAcronym;
  runs.forEach((run, index) => {
    const before = runs[index - 1];
    const linked = before !== undefined && run.first - before.last === 1 && words[before.last]!.length <= 3;
    if (!linked || words[before!.last]!.kind !== kinds.lower) whole = withoutHyphens = noAcronym;
    for (let i = run.first; i < run.last; i++) {
      const { key, initial } = words[i]!;
      if (key === hyphen) continue;
      whole = growAcronym(whole, initial);
      if (i === run.first || words[i - 1]!.key !== hyphen)
        withoutHyphens = growAcronym(withoutHyphens, initial);
      if (whole !== growAcronym(noAcronym, initial)) {
        found.set(whole, i);
        found.set(withoutHyphens, i);
      }
    }
  });
  return found;
}

/** What `bracketedAcronyms` says of a word; 0 of all others. */
const places = { first: 1, inner: 2, last: 3, acronym: 4 } as const;
/** A name before its acronym is looked for in so many words, and may hold small words of so many letters. */
const reach = { words: 12, small: 4 };

/**
 * Marks names that are followed by their acronym in brackets, which tells where they begin and that small words are
 * part of them: "Movement for the Left (ML)". Every letter must be the initial of a word; small words may be passed.
 */
export function bracketedAcronyms(words: readonly Word[], starts: Uint8Array): Uint8Array {
  const marks = new Uint8Array(words.length);
  for (let i = 1; i + 2 < words.length; i++) {
    if (words[i]!.key !== opening || words[i + 2]!.key !== closing || starts[i] === 1) continue;
    const first = nameBefore(words, i, words[i + 1]!.letters, starts);
    if (first < 0) continue;
    marks.fill(places.inner, first, i);
    marks[i - 1] = places.last;
    marks[first] = places.first;
    marks[i + 1] = places.acronym;
  }
  return marks;
}

/** Where the name begins that ends before word `end` and has these initials; -1 when there is none. */
function nameBefore(words: readonly Word[], end: number, letters: string, starts: Uint8Array): number {
  let left = letters.length;
  for (let at = end - 1; left > 0 && at >= 0 && end - at <= reach.words; at--) {
    const { key, initial, capital, length } = words[at]!;
    if (initial === letters.charCodeAt(left - 1)) {
      left--;
      if (left === 0) return capital ? at : -1;
    } else if (key !== hyphen && (capital || length > reach.small)) return -1;
    if (starts[at] === 1) return -1;
  }
  return -1;
}
