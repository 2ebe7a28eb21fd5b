import { isWord, tokenAt, type Scene } from "./draft.ts";
import type { Quantity } from "./quantity.ts";

/** What "one" is: a count of what follows, a member of several ("one of the ..."), or a pronoun and no number. */
export function oneKind(
  scene: Scene,
  { numberFirst, last, form, unit, currency, high }: Quantity,
): "count" | "member" | "pronoun" {
  const { words, lexemes, vocabulary } = scene;
  if (words[numberFirst] !== "one" || form !== "words" || last !== numberFirst + 1 || high !== 1)
    return "count";
  if (unit !== undefined || currency !== undefined) return "count";
  const { one_before: before, one_phrase: phrases } = vocabulary.contextWords;
  if (numberFirst === 0 && last === lexemes.length) return "count";
  for (let length = 2; length <= 4; length++)
    if (phrases.has(words.slice(numberFirst, numberFirst + length).join(" "))) return "pronoun";
  const next = lexemes[last];
  if (next?.word === "of") return before.has(words[numberFirst - 1] ?? "") ? "pronoun" : "member";
  if (next?.word === "-") return "pronoun";
  if (before.has(words[numberFirst - 1] ?? ""))
    return vocabulary.contextWords.one_determiner.has(words[numberFirst - 1]!)
      ? nounFollows(scene, last)
      : "pronoun";
  return nounFollows(scene, last);
}

function nounFollows(scene: Scene, at: number): "count" | "pronoun" {
  for (let next = at; next < at + 4; next++) {
    const lexeme = scene.lexemes[next];
    if (!isWord(lexeme) && lexeme?.word !== "-") return "pronoun";
    const upos = tokenAt(scene, next)?.upos;
    if (upos === "NOUN" || upos === "PROPN") return "count";
    if (upos !== "ADJ" && upos !== "ADV" && lexeme.word !== "-") return "pronoun";
  }
  return "pronoun";
}
