import { numberAt } from "../../language/en/numbers.ts";
import type { NumberReading, Scene } from "./draft.ts";

/* "half of", "two thirds", "a fifth of", "one in five", "three twenty-firsts". */

/** The denominator that starts at `at`, as the part it stands for: "thirds" is 1/3, plural. */
export function partAt(
  scene: Scene,
  at: number,
): { value: number; end: number; plural: boolean } | undefined {
  const { words, vocabulary } = scene;
  const from = words[at] === "-" ? at + 1 : at;
  const word = words[from];
  if (word === undefined || word === "second" || word === "seconds") return undefined;
  if (word === "halves") return { value: 0.5, end: from + 1, plural: true };
  const single = singular(word);
  const named = vocabulary.numberWords.get(single ?? word);
  if (named?.kind === "fraction") return { value: named.value, end: from + 1, plural: single !== undefined };
  if (vocabulary.numberWords.get(single ?? word) === undefined) return undefined;
  let plural = false;
  const window = words.slice(from, from + 7).map((each) => {
    const stem = singular(each);
    const kind = stem === undefined ? undefined : vocabulary.numberWords.get(stem)?.kind;
    if (kind === undefined || !kind.startsWith("ordinal") || plural) return each;
    plural = true;
    return stem!;
  });
  const reading = numberAt(window, 0, vocabulary.numberWords);
  if (reading?.ordinal !== true || reading.digits || reading.value < 3) return undefined;
  const end = from + reading.end;
  return { value: 1 / reading.value, end, plural: plural && singular(words[end - 1]!) !== undefined };
}

function singular(word: string): string | undefined {
  return word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : undefined;
}

/** A fraction in words that starts at `at`, with "of a million" when that follows. */
export function fractionAt(scene: Scene, at: number): NumberReading | undefined {
  const found = halfAt(scene, at) ?? parts(scene, at);
  if (found === undefined) return undefined;
  const { words, vocabulary } = scene;
  if (words[found.end] === "of" && words[found.end + 1] === "a") {
    const scale = vocabulary.numberWords.get(words[found.end + 2] ?? "");
    if (scale?.kind === "scale")
      return reading(at, found.end + 3, Number((found.value * scale.value).toPrecision(12)), "words", true);
  }
  return reading(at, found.end, found.value, "fraction", false);
}

function reading(
  first: number,
  last: number,
  value: number,
  form: NumberReading["form"],
  scaled: boolean,
): NumberReading {
  return { first, last, low: value, high: value, form, scaled, scale: 1 };
}

interface Part {
  readonly value: number;
  readonly end: number;
}

/** "half of", "half the", "more than half"; not "second half", "half-hour" or "half way". */
function halfAt({ words, lexemes, vocabulary }: Scene, at: number): Part | undefined {
  if (words[at] !== "half") return undefined;
  const next = words[at + 1];
  const before = words[at - 1] ?? "";
  if (next === "-" || vocabulary.contextWords.half_before.has(before)) return undefined;
  const kind = vocabulary.numberWords.get(
    next === "a" || next === "an" ? (words[at + 2] ?? "") : (next ?? ""),
  )?.kind;
  if (kind === "scale" || kind === "hundred" || kind === "dozen") return undefined;
  const determined = next !== undefined && vocabulary.contextWords.half_after.has(next);
  const hedged =
    vocabulary.hedges.before.has(before) || before === "than" || before === "by" || before === "in";
  const atEnd = lexemes[at + 1] === undefined || lexemes[at + 1]!.kind === "mark";
  if (words[at - 1] === "a" && vocabulary.hedges.before.has(words[at - 2] ?? "") && atEnd)
    return { value: 0.5, end: at + 1 };
  return determined || (hedged && (before !== "in" || atEnd)) ? { value: 0.5, end: at + 1 } : undefined;
}

/** NUMBER and denominator: "two thirds", "one-third", "a fifth of". */
function parts(scene: Scene, at: number): Part | undefined {
  const { words, lexemes, vocabulary } = scene;
  const article = words[at] === "a" || words[at] === "an";
  const head = vocabulary.numberWords.get(words[at]!);
  if (head === undefined || head.kind === "fraction" || head.kind.startsWith("ordinal")) return undefined;
  const top = article ? { value: 1, end: at + 1 } : numberAt(words, at, vocabulary.numberWords);
  if (top === undefined || ("ordinal" in top && top.ordinal)) return undefined;
  const part = partAt(scene, top.end);
  if (part === undefined) return undefined;
  // "one hundred and three quarters" is 100.75, but "one hundred and thirty fifths" is 26.
  const isAdded = vocabulary.numberWords.get(words[top.end]!.replace(/s$/, ""))?.kind === "fraction";
  if (isAdded && words.slice(at, top.end).includes("and")) return undefined;
  const next = lexemes[part.end];
  if (!part.plural) {
    if (top.value !== 1) return undefined;
    const hyphen = !article && words[top.end] === "-";
    const ends =
      next === undefined ||
      next.text === "." ||
      (!article && ((next.kind === "mark" && next.text !== "-") || next.word === "and"));
    const quarter = words[top.end] === "quarter" && article;
    if (!hyphen && next?.word !== "of" && (!ends || quarter)) return undefined;
  } else if (top.value === 1) return undefined;
  return { value: Number((top.value * part.value).toPrecision(12)), end: part.end };
}

/** "one in five", "three out of 10", "one of every 35,000", "one over three": the share; the second number starts at the returned place. */
export function ratioLink({ words }: Scene, at: number): { from: number; strong: boolean } | undefined {
  const [first, second] = [words[at], words[at + 1]];
  if (first === "out" && second === "of")
    return { from: words[at + 2] === "every" ? at + 3 : at + 2, strong: true };
  if ((first === "in" || first === "of") && second === "every") return { from: at + 2, strong: true };
  if (first === "in" || first === "over") return { from: at + 1, strong: false };
  return undefined;
}
