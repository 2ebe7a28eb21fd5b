import type { Lexicon } from "./lexicon.ts";
import type { Words } from "./words.ts";

export type Tense = "past" | "present" | "future" | "none";

/** How far to look for the verb that governs a date. */
const window = 14;

/**
 * Tense of the verb nearest to words `first`..`last` (exclusive) in their sentence. Penn tags are used where the tagger
 * gives them; with coarse tags the form of the word decides.
 */
export function tenseNear(words: Words, first: number, last: number, lexicon: Lexicon): Tense {
  const sentence = words.tokens[words.tokenOf[first]!]!.sentence;
  const inside = (i: number): boolean => words.tokens[words.tokenOf[i] ?? -1]?.sentence === sentence;
  for (let i = first - 1; i >= Math.max(0, first - window) && inside(i); i--) {
    const tense = tenseAt(words, i, lexicon);
    if (tense !== "none") return tense;
  }
  for (let i = last; i < Math.min(words.lower.length, last + window) && inside(i); i++) {
    const tense = tenseAt(words, i, lexicon);
    if (tense !== "none") return tense;
  }
  return "none";
}

function tenseAt(words: Words, i: number, lexicon: Lexicon): Tense {
  const word = words.lower[i]!;
  const classes = lexicon.classes(word);
  if (classes?.has("future_word") === true) return "future";
  if (classes?.has("past_word") === true) return "past";
  if (classes?.has("present_word") === true) return "present";
  const token = words.tokens[words.tokenOf[i]!]!;
  if (token.upos !== "VERB" && token.upos !== "AUX") return "none";
  switch (token.xpos) {
    case "VBD":
    case "VBN":
      return "past";
    case "VBZ":
    case "VBP":
      return "present";
    case "MD":
      return "present";
    case "VB": // an infinitive takes the tense of what stands before it
      return isFutureBefore(words, i, lexicon);
    case "VBG":
      return "none";
    default:
  }
  if (word.endsWith("ing")) return "none";
  if (word.endsWith("ed") || word !== token.lemma.toLowerCase())
    return word.endsWith("s") ? "present" : "past";
  return isFutureBefore(words, i, lexicon);
}

/** "will meet", "to meet": what is still to come. */
function isFutureBefore(words: Words, i: number, lexicon: Lexicon): Tense {
  for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
    const word = words.lower[j]!;
    if (word === "to" || lexicon.classes(word)?.has("future_word") === true) return "future";
  }
  return "none";
}
