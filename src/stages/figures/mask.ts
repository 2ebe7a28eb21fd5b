import type { DateExpression, Name } from "../../core/layers.ts";
import { indexAfter } from "../../core/span.ts";
import { comparatorOf } from "./comparator.ts";
import { afterModel, isCapitalized, isWord, tokenAt, type Scene } from "./draft.ts";
import type { Lexeme } from "./lexeme.ts";
import type { Quantity } from "./quantity.ts";

/*
 * Numbers that are no figures: dates, times, years, scores, references, phone numbers and parts of names. Each test
 * looks at a few pieces on either side.
 */

export type MaskKind = "code" | "phone" | "time" | "date" | "year" | "score" | "reference" | "name" | "item";

/** What other stages know of the text; each may be missing. */
export interface Knowledge {
  readonly names: readonly Name[];
  readonly dates: readonly DateExpression[];
  /** Numbers that are names elsewhere in the article: the 787 of "Boeing 787". */
  readonly models: ReadonlySet<string>;
}

interface Masked {
  readonly kind: MaskKind;
  readonly last: number;
}

/** Why the number is no figure, if it is none. `previous` is the masked number before it. */
export function maskOf(
  scene: Scene,
  found: Quantity,
  known: Knowledge,
  previous: Masked | undefined,
): MaskKind | undefined {
  const measured = found.unit !== undefined || found.currency !== undefined;
  if (measured) {
    if (found.unit === "pm" && found.high < 24) return "time";
    if (found.dimension === "time" && isWithinDate(scene, found, known)) return "date";
    return found.currency === undefined && isMeasuredCode(scene, found) ? "code" : undefined;
  }
  if (isPhone(scene, found)) return "phone";
  if (isTime(scene, found)) return "time";
  if (isDate(scene, found, previous)) return "date";
  if (isCode(scene, found)) return "code";
  if (isItem(scene, found)) return "item";
  if (isReference(scene, found, previous)) return "reference";
  if (isYear(scene, found, previous)) return "year";
  if (isScore(scene, found)) return "score";
  if (isNamePart(scene, found, known)) return "name";
  return isKnownDate(scene, found, known) ? "date" : undefined;
}

/** A number with a unit is a code only beside letters and digits in one: "A330-200 m". */
function isMeasuredCode({ lexemes }: Scene, { first, last }: Quantity): boolean {
  const next = lexemes[last];
  if (next?.glued === true && (next.kind === "code" || next.kind === "word")) return true;
  const before = lexemes[first - 1];
  if (before === undefined || !lexemes[first]!.glued) return false;
  if (isAddressMark(before)) return true;
  return (
    before.kind === "code" || (before.word === "-" && before.glued && lexemes[first - 2]?.kind === "code")
  );
}

/** A sign of a web address before the number: "q=30%25". */
function isAddressMark({ text, glued }: Lexeme): boolean {
  return text === "%" || text === "&" || text === "?" || (text === "=" && glued);
}

/** A number glued to letters or signs that make it part of something else: 787s, F-16, 3G, f/4, #1, 320x240. */
function isCode(
  { lexemes, words, vocabulary }: Scene,
  { first, last, numberFirst, form }: Quantity,
): boolean {
  const own = lexemes[numberFirst]!;
  const next = lexemes[last];
  if (next?.glued === true && (next.kind === "code" || (next.kind === "word" && form === "digits")))
    return true;
  if (form === "words" || form === "vague") return false;
  const outer = lexemes[first]!;
  const before = lexemes[first - 1];
  if (vocabulary.contextWords.slash_idiom.has(own.word)) return true;
  if (before === undefined || !outer.glued) return false;
  if (before.kind === "code" || before.kind === "word" || isAddressMark(before)) return true;
  if (before.text === "-" || before.word === "-") {
    const head = lexemes[first - 2];
    if (!before.glued || head === undefined) return false;
    if (head.kind === "code") return true;
    if (head.kind === "word") return head.word !== "sub" && head.word !== "minus";
    return false;
  }
  if (before.text === "/" || before.text === ":") return before.glued && lexemes[first - 2]?.kind !== "mark";
  return "#№'’@_.".includes(before.text) && words[first - 1] !== "";
}

/** Three numbers or more tied by hyphens or points: 910-432-3383. */
function isPhone({ lexemes, words }: Scene, { first, last, form }: Quantity): boolean {
  if (form !== "digits" && form !== "fraction") return false;
  const tied = (at: number): boolean =>
    lexemes[at]?.glued === true && (words[at] === "-" || words[at] === "." || words[at] === "/");
  let count = 1;
  for (
    let at = first - 1;
    count < 4 && tied(at) && lexemes[at + 1]!.glued && lexemes[at - 1]?.kind === "number";
    at -= 2
  )
    count++;
  for (
    let at = last;
    count < 4 && tied(at) && lexemes[at + 1]?.glued === true && lexemes[at + 1]!.kind === "number";
    at += 2
  )
    count++;
  return count >= 3;
}

/** 18:00, 5.30pm, 10 a.m., GMT +8, two o'clock. */
function isTime({ lexemes, words, vocabulary }: Scene, { first, last, form }: Quantity): boolean {
  const { clock } = vocabulary.contextWords;
  const next = lexemes[last];
  if (next !== undefined && clock.has(next.word) && next.word !== "est" && form !== "vague") return true;
  if (words[last] === "o" && words[last + 2] === "clock") return true;
  if (form !== "digits") return false;
  const before = lexemes[first - 1];
  if (before !== undefined && clock.has(before.word) && (words[first] === "+" || words[first] === "-"))
    return true;
  const colon = (at: number, other: number): boolean =>
    words[at] === ":" &&
    lexemes[at]!.glued &&
    lexemes[other]?.kind === "number" &&
    lexemes[Math.max(at + 1, other)]!.glued;
  if (colon(last, last + 1) || colon(first - 1, first - 2)) return true;
  // "between 5 and 6 pm", "9-11 a.m."
  const link = words[last];
  return (
    (link === "-" || link === "and" || link === "to") &&
    lexemes[last + 1]?.kind === "number" &&
    clock.has(words[last + 2] ?? "")
  );
}

/** "June 27", "27th of June", "5-6 April", "June 27, 2025", "7/8/07", 2025-06-27. */
function isDate(
  scene: Scene,
  { first, last, low, high, form, scaled }: Quantity,
  previous: Masked | undefined,
): boolean {
  const { lexemes, words, vocabulary } = scene;
  if (form === "vague" || scaled || low !== high || !Number.isInteger(low)) return false;
  const day = low >= 1 && low <= 31;
  const isMonth = (at: number): boolean => isMonthAt(scene, at);
  if (day) {
    const stop = words[first - 1] === "." ? first - 2 : first - 1;
    if (isMonth(stop)) return stop < first - 1 || words[stop - 1] !== "in" || !isPlural(scene, last);
    if (words[stop] === "the" && isMonth(stop - 1)) return true;
    if (isMonth(last) || (words[last] === "of" && isMonth(last + 1))) return true;
    const link = words[last];
    const tied = vocabulary.contextWords.date_link.has(link ?? "");
    if (tied && lexemes[last + 1]?.kind === "number" && isMonth(last + 2)) return true;
    const before = words[first - 1];
    if (
      vocabulary.contextWords.date_link.has(before ?? "") &&
      previous?.kind === "date" &&
      previous.last === first - 1 &&
      !isPlural(scene, last)
    )
      return true;
  }
  if (form === "ordinal") return false;
  if (low < 1000 || low > 2999) return false;
  if (isMonth(first - 1) || (words[first - 1] === "." && isMonth(first - 2))) return true;
  if (previous?.kind === "date" && previous.last === first) return true;
  const comma = words[first - 1] === ",";
  return comma && (isMonth(first - 2) || (previous?.kind === "date" && previous.last === first - 1));
}

function isMonthAt({ lexemes, vocabulary }: Scene, at: number): boolean {
  const lexeme = lexemes[at];
  return isWord(lexeme) && vocabulary.contextWords.month.has(lexeme.word) && isCapitalized(lexeme);
}

/** A plural or a noun follows, so that the number may count it. */
function countsSomething(scene: Scene, at: number): boolean {
  const lexeme = scene.lexemes[at];
  if (!isWord(lexeme) || lexeme.glued) return false;
  const upos = tokenAt(scene, at)?.upos;
  if (upos === "NOUN") return true;
  // "sell Ankara 40 F-16 fighter jets"
  const model = afterModel(scene, at);
  if (model !== undefined) return countsSomething(scene, model);
  return upos === "ADJ" && tokenAt(scene, at + 1)?.upos === "NOUN" && isWord(scene.lexemes[at + 1]);
}

/** Bare four-digit years, school years and decades. A year that counts a plural ("1800 people") is a figure. */
function isYear(
  scene: Scene,
  { first, last, low, form, scaled, numberFirst }: Quantity,
  previous: Masked | undefined,
): boolean {
  const { lexemes, words, vocabulary } = scene;
  const lexeme = lexemes[numberFirst]!;
  if (form !== "digits" || scaled || lexeme.numeral?.shape !== "plain" || lexeme.text.length > 4)
    return false;
  const before = lexemes[first - 1];
  const tiedTo = (at: number): boolean => {
    const year = lexemes[at];
    return (
      year?.kind === "number" &&
      year.numeral!.shape === "plain" &&
      isYearValue(year.numeral!.value) &&
      year.text.length === 4
    );
  };
  if (lexeme.text.length === 2)
    return (
      (before?.word === "-" || before?.word === "/") && lexeme.glued && before.glued && tiedTo(first - 2)
    );
  const { era } = vocabulary.contextWords;
  if (era.has(words[last] ?? "") || era.has(before?.word ?? "")) return true;
  if (
    vocabulary.contextWords.year_link.has(before?.word ?? "") &&
    previous?.kind === "year" &&
    previous.last === first - 1 &&
    !isPlural(scene, last)
  )
    return true;
  if (lexeme.text.length !== 4 || !isYearValue(low)) return false;
  if (before !== undefined && vocabulary.contextWords.year_before.has(before.word))
    return !(before.word !== "in" && before.word !== "since" && isPlural(scene, last));
  if (vocabulary.hedges.before.has(before?.word ?? "") || before?.word === "than") return false;
  if (before?.text === "=" || before?.text === ":") return false;
  // "the 2003 war", "its 2016 elections"
  const upos = tokenAt(scene, first - 1)?.upos;
  if (upos === "DET" || upos === "ADJ" || (upos === "PRON" && before?.kind === "word")) return true;
  return !isPlural(scene, last) && words[last] !== "or";
}

function isYearValue(value: number): boolean {
  return value >= 1600 && value <= 2150;
}

function isPlural(scene: Scene, at: number): boolean {
  const lexeme = scene.lexemes[at];
  if (!isWord(lexeme) || lexeme.glued) return false;
  const token = tokenAt(scene, at);
  if (
    token?.upos === "NOUN" &&
    (lexeme.word.endsWith("s") || token.xpos === "NNS" || isPeople(scene, lexeme.word, token.lemma))
  )
    return true;
  return (token?.upos === "ADJ" || token?.upos === "PROPN") && isPlural(scene, at + 1);
}

function isPeople({ vocabulary }: Scene, word: string, lemma: string): boolean {
  const known = vocabulary.countedClassWords;
  return word === "people" || (known.get(lemma.toLowerCase()) === "people" && lemma.toLowerCase() !== word);
}

/** 9-2, 2-2, a 52-48 vote. */
function isScore(
  { lexemes, words, vocabulary }: Scene,
  { first, last, low, form, scaled }: Quantity,
): boolean {
  if (form !== "digits" || scaled || !Number.isInteger(low) || low > 450) return false;
  const right =
    words[last] === "-" &&
    lexemes[last]!.glued &&
    lexemes[last + 1]?.kind === "number" &&
    lexemes[last + 1]!.glued;
  const left =
    words[first - 1] === "-" &&
    lexemes[first]!.glued &&
    lexemes[first - 1]!.glued &&
    lexemes[first - 2]?.kind === "number";
  if (right === left) return false;
  const other = lexemes[right ? last + 1 : first - 2]!.numeral!;
  const [a, b] = right ? [low, other.value] : [other.value, low];
  if (other.shape !== "plain") return false;
  const from = right ? first : first - 2;
  const to = right ? last + 2 : last;
  const { score_before: before, score_after: after } = vocabulary.contextWords;
  if (before.has(words[from - 1] ?? "") || after.has(words[to] ?? "")) return true;
  return a >= b && !(lexemes[to]?.glued === true && lexemes[to]!.kind === "word");
}

/** Resolution 2254, Article 5, page twelve, Flight 447; "and 2118" after one. */
function isReference(
  scene: Scene,
  { first, last, form, low, high }: Quantity,
  previous: Masked | undefined,
): boolean {
  const { lexemes, words, vocabulary } = scene;
  if (form !== "digits" && form !== "words") return false;
  if (low !== high) return false;
  if (ordinalSuffix.test(words[last] ?? "") && form === "digits") return true;
  if (form === "digits" && isAddress(scene, last)) return true;
  const dot = words[first - 1] === "." && lexemes[first - 1]!.glued;
  const before = lexemes[dot ? first - 2 : first - 1];
  if (isWord(before) && vocabulary.contextWords.reference.has(before.word)) {
    if (form === "words") return before.word === "number" || !isPlural(scene, last);
    return !/s$/.test(before.word) || !countsSomething(scene, last);
  }
  if (previous?.kind !== "reference" || form === "words") return false;
  return (
    vocabulary.contextWords.reference_link.has(words[first - 1] ?? "") &&
    previous.last === first - 1 &&
    !countsSomething(scene, last)
  );
}

const ordinalSuffix = /^(?:st|nd|rd|th)$/;

/** "49 Zorro Ranch Road": capitals up to a word for a street. */
function isAddress({ lexemes, vocabulary }: Scene, at: number): boolean {
  for (let next = at; next < at + 5; next++) {
    const lexeme = lexemes[next];
    if (
      lexeme === undefined ||
      lexeme.glued ||
      (isWord(lexeme) && !isCapitalized(lexeme)) ||
      lexeme.kind === "mark"
    )
      return false;
    if (next > at && isWord(lexeme) && vocabulary.contextWords.street.has(lexeme.word)) return true;
  }
  return false;
}

/** "Radio 4", "Boeing 737", "Eager Lion 16", "Unit Two", "Nine News": the number belongs to a proper name. */
function isNamePart(scene: Scene, found: Quantity, { names, models }: Knowledge): boolean {
  const { lexemes } = scene;
  const { first, last, numberFirst, form, scaled } = found;
  const lexeme = lexemes[numberFirst]!;
  const name = names[indexAfter(names, lexeme.start)];
  if (name !== undefined && name.start < lexeme.start && name.end >= lexeme.end) return true;
  if (form === "vague" || form === "fraction" || form === "ratio" || form === "ordinal") return false;
  if (models.has(lexeme.text)) return true;
  const before = lexemes[first - 1];
  if (form === "words") {
    if (!isCapitalized(lexeme) || lexeme.text === lexeme.text.toUpperCase()) return false;
    return (
      isWord(before) &&
      !lexeme.glued &&
      !isSentenceStart(scene, first) &&
      (isCapitalized(before) || lexemes[last]?.kind !== "word" || isCapitalized(lexemes[last]!))
    );
  }
  if (scaled || lexeme.numeral?.shape !== "plain" || first !== numberFirst) return false;
  if (before?.kind === "code") return true;
  return followsName(scene, first, last, names) || isLabel(scene, found);
}

/** "the 737 airliner", "its 90049 ZIP code": a determiner before and a singular after make the number a label. */
function isLabel(scene: Scene, { first, last, low }: Quantity): boolean {
  if (low < 100) return false;
  const isDetermined =
    tokenAt(scene, first - 1)?.upos === "DET" ||
    scene.words[first - 1] === "its" ||
    scene.words[first - 1] === "their";
  if (!isDetermined || !isWord(scene.lexemes[last])) return false;
  const token = tokenAt(scene, last);
  return (
    (token?.upos === "NOUN" || token?.upos === "PROPN") &&
    !/s$/.test(token.text) &&
    !isPlural(scene, last) &&
    !isPlural(scene, last + 1)
  );
}

/** Whether the number right after a capitalized name belongs to it; what it counts after a place or person does not. */
function followsName(scene: Scene, first: number, last: number, names: readonly Name[]): boolean {
  const { lexemes } = scene;
  const before = lexemes[first - 1];
  if (!isWord(before) || (before.glued && lexemes[first - 2]?.text === "'")) return false;
  const mixed = /^\p{Ll}+\p{Lu}/u.test(before.text);
  if (
    !mixed &&
    (!isCapitalized(before) ||
      (isSentenceStart(scene, first - 1) && tokenAt(scene, first - 1)?.upos !== "PROPN"))
  )
    return false;
  const token = tokenAt(scene, first - 1);
  if (
    !mixed &&
    token !== undefined &&
    token.upos !== "PROPN" &&
    token.upos !== "NOUN" &&
    before.text !== before.text.toUpperCase()
  )
    return false;
  if (before.text.length === 1 && before.word === "i") return false;
  if (scene.vocabulary.contextWords.weekday.has(before.word) || isMonthAt(scene, first - 1)) return false;
  const holder = names[indexAfter(names, before.start)];
  const inName = holder !== undefined && holder.start <= before.start;
  const isPlace =
    inName &&
    (holder.entityType === "state" || holder.entityType === "place" || holder.entityType === "person");
  return !((isPlace || afterModel(scene, last) !== undefined) && countsSomething(scene, last));
}

function isSentenceStart({ lexemes }: Scene, at: number): boolean {
  const before = lexemes[at - 1];
  return (
    before === undefined ||
    before.kind === "break" ||
    (before.kind === "mark" &&
      before.text !== "," &&
      before.word !== "-" &&
      before.text !== "'" &&
      before.text !== "’")
  );
}

/** The number of a list item: "1. " or "2) " where a paragraph begins. */
function isItem({ lexemes, words }: Scene, { first, last, form }: Quantity): boolean {
  if (form !== "digits" || lexemes.length < last + 3) return false;
  const before = lexemes[first - 1];
  if (before !== undefined && before.kind !== "break") return false;
  return (
    (words[last] === "." || words[last] === ")") &&
    lexemes[last]!.glued &&
    isWord(lexemes[last + 1]) &&
    !lexemes[last + 1]!.glued
  );
}

/** The `dates` layer reads a day or a time here that is more than this number, or this number counts nothing. */
function isKnownDate(scene: Scene, found: Quantity, { dates }: Knowledge): boolean {
  const { first, last } = found;
  const start = scene.lexemes[first]!.start;
  const end = scene.lexemes[last - 1]!.end;
  const date = dates[indexAfter(dates, start)];
  if (date === undefined || date.start >= end || date.type === "DURATION") return false;
  if (date.start === start && date.end === end && isBounded(scene, found)) return false;
  return date.start < start || date.end > end || !countsSomething(scene, last);
}

/** "two years ago", "one day" for some time to come: a date that is told by a distance. */
function isWithinDate({ lexemes }: Scene, { first, last }: Quantity, { dates }: Knowledge): boolean {
  const start = lexemes[first]!.start;
  const date = dates[indexAfter(dates, start)];
  return date?.type === "DATE" && date.start <= start && date.end >= lexemes[last - 1]!.end;
}

/** "below 1500", "1000-5000": a number under a bound, or tied to one that is no year, is no year either. */
function isBounded(scene: Scene, { first, last, low }: Quantity): boolean {
  if (isYearValue(low)) return false;
  const hedge = comparatorOf(scene, first, last);
  if (hedge !== "eq" && hedge !== "approx") return true;
  const { lexemes, words } = scene;
  const beside = (mark: number, number: number): boolean => {
    const other = lexemes[number]?.numeral;
    return words[mark] === "-" && other !== undefined && other.value >= 1000 && !isYearValue(other.value);
  };
  return beside(last, last + 1) || beside(first - 1, first - 2);
}

/** Model numbers of an article, from its names: the 787 of "Boeing 787", the 777 of "18 777s". */
export function modelNumbers(scenes: readonly Scene[], names: readonly Name[]): ReadonlySet<string> {
  const models = new Set<string>();
  for (const scene of scenes)
    scene.lexemes.forEach(({ kind, text, numeral }, at) => {
      if (
        kind !== "number" ||
        numeral!.shape !== "plain" ||
        text.length < 3 ||
        text.length > 4 ||
        isYearValue(numeral!.value)
      )
        return;
      const next = scene.lexemes[at + 1];
      const isPluralNumber = next?.glued === true && next.word === "s";
      const isFree = next === undefined || next.glued || !countsSomething(scene, at + 1);
      if (isPluralNumber || (isFree && !scene.lexemes[at]!.glued && followsName(scene, at, at + 1, names)))
        models.add(text);
    });
  return models;
}
