import type { Comparator } from "../../core/layers.ts";
import type { Scene } from "./draft.ts";

/** No hedge is longer: "less than or equal to", "in the region of". */
const longest = 6;

/** What the words before and after a number, `first`..`last` in lexemes, make of it. */
export function comparatorOf(scene: Scene, first: number, last: number): Comparator {
  const after = hedgeAfter(scene, last);
  const before = hedgeBefore(scene, first) ?? hedgeBefore(scene, skipFiller(scene, first));
  if (before === undefined || before === "eq") return after ?? "eq";
  return after === undefined || after === "approx" ? before : after;
}

/** The hedge that ends right before lexeme `first`; the longest wins, so "no more than" is not "more than". */
function hedgeBefore({ words, lexemes, vocabulary }: Scene, first: number): Comparator | undefined {
  const end =
    words[first - 1] === "-" && lexemes[first - 1]!.glued && words[first - 2] === "sub" ? first - 1 : first;
  const most = Math.min(longest, end);
  for (let length = most; length > 0; length--) {
    const found = vocabulary.hedges.before.get(words.slice(end - length, end).join(" "));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An article or "another" may stand in between: "exceeds a $4 billion", "over another 20". */
function skipFiller({ words, vocabulary }: Scene, first: number): number {
  return vocabulary.contextWords.hedge_filler.has(words[first - 1] ?? "") ? first - 1 : 0;
}

/** "or more", "-plus", "or so" right after the number. */
function hedgeAfter({ words, lexemes, vocabulary }: Scene, last: number): Comparator | undefined {
  const hyphen = words[last] === "-" && lexemes[last]!.glued && lexemes[last + 1]?.glued === true;
  if (hyphen) {
    const word = words[last + 1]!;
    return vocabulary.contextWords.hedge_suffix.has(word) ? vocabulary.hedges.after.get(word) : undefined;
  }
  if (words[last] === "+") return lexemes[last]!.glued ? vocabulary.hedges.after.get("+") : undefined;
  for (let length = 4; length > 0; length--) {
    const phrase = words.slice(last, last + length).join(" ");
    const found = vocabulary.hedges.after.get(phrase);
    if (found !== undefined && !(length === 1 && phrase !== "tops")) return found;
  }
  return undefined;
}

/** Lexeme after a hedge that follows the number, where what is counted may begin. */
export function afterHedge({ words, lexemes, vocabulary }: Scene, last: number): number {
  if (words[last] === "-" && lexemes[last]!.glued && vocabulary.hedges.after.has(words[last + 1] ?? ""))
    return last + 2;
  if (words[last] === "+") return last + 1;
  for (let length = 4; length > 1; length--)
    if (vocabulary.hedges.after.has(words.slice(last, last + length).join(" "))) return last + length;
  return last;
}
