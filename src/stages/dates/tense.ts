import type { Token } from "../../core/layers.ts";
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
  const cue = cueBefore(words, first, lexicon);
  if (cue !== undefined) return cue;
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

/** What the words right before a date say whatever the verb: "until Friday" is to come, "since Friday" is past. */
export function cueBefore({ lower }: Words, first: number, lexicon: Lexicon): "past" | "future" | undefined {
  for (let at = first - 1; at >= Math.max(0, first - longestCue); at--) {
    const found = lexicon.find("tense_before", lower, at);
    if (found?.end === first) return found.value === "past" ? "past" : "future";
  }
  return undefined;
}

/** Words of the longest phrase of class `tense_before`. */
const longestCue = 4;

/** How many infinitives are followed back: "wants to try to meet". */
const chain = 3;

function tenseAt(words: Words, i: number, lexicon: Lexicon, depth = chain): Tense {
  const word = words.lower[i]!;
  const classes = lexicon.classes(word);
  if (classes?.has("future_word") === true) return isPastPerfect(words, i) ? "past" : "future";
  if (classes?.has("past_word") === true) return "past";
  if (classes?.has("present_word") === true) return "present";
  const token = words.tokens[words.tokenOf[i]!]!;
  if (token.upos !== "VERB" && token.upos !== "AUX") return "none";
  switch (verbForm(word, token)) {
    case "past":
      // "to be completed": the tense of the infinitive.
      return words.lower[i - 1] === "be"
        ? tenseOfBase(words, i - 1, lexicon, depth)
        : (auxiliary(words, i, lexicon) ?? "past");
    case "present":
      return "present";
    case "base":
      return tenseOfBase(words, i, lexicon, depth);
    default:
      return "none";
  }
}

/** "had been due", "had planned": what was to come then has gone by. */
function isPastPerfect({ lower }: Words, i: number): boolean {
  return lower[lower[i - 1] === "been" ? i - 2 : i - 1] === "had";
}

/** The form by its Penn tag; with coarse tags by its ending. */
function verbForm(word: string, { xpos, lemma }: Token): "past" | "present" | "base" | "other" {
  if (xpos === "VBD" || xpos === "VBN") return "past";
  if (xpos === "VBZ" || xpos === "VBP" || xpos === "MD") return "present";
  if (xpos === "VB") return "base";
  if (xpos === "VBG" || word.endsWith("ing")) return "other";
  if (word.endsWith("ed")) return "past";
  if (word === lemma.toLowerCase()) return "base";
  return word.endsWith("s") ? "present" : "past";
}

/** How many words a verb group may hold before its verb: "will not have been". */
const group = 4;

/** The auxiliary that gives a participle its tense: "will be replaced", "is expected", "had been due". */
function auxiliary(words: Words, i: number, lexicon: Lexicon): Tense | undefined {
  for (let j = i - 1; j >= Math.max(0, i - group); j--) {
    const word = words.lower[j]!;
    const classes = lexicon.classes(word);
    if (classes?.has("future_word") === true) return isPastPerfect(words, j) ? "past" : "future";
    if (classes?.has("past_word") === true && word !== "been") return "past";
    if (classes?.has("present_word") === true) return "present";
    const upos = words.tokens[words.tokenOf[j]!]!.upos;
    if (upos !== "AUX" && upos !== "ADV" && upos !== "PART" && upos !== "VERB") return undefined;
  }
  return undefined;
}

/**
 * An infinitive: after "will" it is to come; after "to" it takes the tense of the verb before: "plans to meet" and "is
 * expected to meet" are to come, "declined to comment" and "had been due to expire" are past.
 */
function tenseOfBase(words: Words, i: number, lexicon: Lexicon, depth: number): Tense {
  const before = auxiliary(words, i, lexicon);
  if (before === "future" || depth === 0) return before ?? "none";
  for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
    if (words.lower[j] !== "to") continue;
    for (let k = j - 1; k >= Math.max(0, j - 3); k--) {
      const governing = words.tokens[words.tokenOf[k]!]!;
      const isVerb = governing.upos === "VERB" || governing.upos === "AUX";
      const tense = isVerb
        ? tenseAt(words, k, lexicon, depth - 1)
        : (auxiliary(words, k + 1, lexicon) ?? "none");
      if (tense !== "none") return tense === "past" ? "past" : "future";
    }
    return "future";
  }
  return before ?? "none";
}
