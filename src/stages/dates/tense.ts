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
  if (isCued(words, first, lexicon)) return "future";
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

/** "until Friday", "as early as Tuesday": to come whatever the verb. */
function isCued({ lower }: Words, first: number, lexicon: Lexicon): boolean {
  for (let at = first - 1; at >= Math.max(0, first - 3); at--)
    if (lexicon.classes(lower[at]!)?.has("future_before") === true)
      return lexicon.find("future_before", lower, at)?.end === first;
  return false;
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
      return tenseOfInfinitive(words, i, lexicon);
    case "VBG":
      return "none";
    default:
  }
  if (word.endsWith("ing")) return "none";
  if (word.endsWith("ed") || word !== token.lemma.toLowerCase())
    return word.endsWith("s") ? "present" : "past";
  return tenseOfInfinitive(words, i, lexicon);
}

/**
 * An infinitive: after "will" it is to come; after "to" it takes the tense of the verb before: "plans to meet" is to
 * come, "declined to comment" and "had been due to expire" are past.
 */
function tenseOfInfinitive(words: Words, i: number, lexicon: Lexicon): Tense {
  const floor = Math.max(0, i - 5);
  let marked = false;
  for (let j = i - 1; j >= floor; j--) {
    const word = words.lower[j]!;
    const classes = lexicon.classes(word);
    if (classes?.has("future_word") === true) return "future";
    if (word === "to") marked = true;
    else if (classes?.has("past_word") === true) return "past";
    else if (classes?.has("present_word") === true) return "future";
    else if (marked && words.tokens[words.tokenOf[j]!]!.upos === "VERB")
      return /ed$/.test(word) || words.tokens[words.tokenOf[j]!]!.xpos === "VBD" ? "past" : "future";
  }
  return marked ? "future" : "none";
}
