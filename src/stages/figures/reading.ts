import { numberAt, type NumberReading as WordReading } from "../../language/en/numbers.ts";
import type { NumberReading, Scene } from "./draft.ts";
import { fractionAt, partAt } from "./fraction.ts";

/*
 * Numbers by themselves: digits with their magnitudes, spelled-out numbers, vague plurals. What they measure comes later.
 */

/** The longest number that starts at lexeme `at`. `money`: a currency stands before it, so "$2t" is two trillion. */
export function readingAt(scene: Scene, at: number, money: boolean): NumberReading | undefined {
  const lexeme = scene.lexemes[at]!;
  if (lexeme.kind === "number") return inDigits(scene, at, money);
  if (lexeme.kind !== "word") return undefined;
  return vagueAt(scene, at) ?? fractionAt(scene, at) ?? inWords(scene, at);
}

function inDigits(scene: Scene, at: number, money: boolean): NumberReading {
  const numeral = scene.lexemes[at]!.numeral!;
  if (numeral.shape === "ordinal") return point(at, at + 1, numeral.value, "ordinal");
  let value = numeral.value;
  let last = at + 1;
  const decimals = spokenDecimals(scene, last);
  if (decimals !== undefined && Number.isInteger(value)) {
    value = Number(`${value}.${decimals.digits}`);
    last = decimals.end;
  }
  return scaled(scene, at, last, value, "digits", money);
}

function inWords(scene: Scene, at: number): NumberReading | undefined {
  const { words, vocabulary } = scene;
  const head = vocabulary.numberWords.get(words[at]!);
  if (head === undefined || (head.kind === "fraction" && !isMultiple(scene, at + 1)))
    return groupAt(scene, at);
  const reading: WordReading | undefined = numberAt(words, at, vocabulary.numberWords);
  if (reading === undefined) return groupAt(scene, at);
  const and = words.lastIndexOf("and", reading.end - 1);
  if (and > at && partAt(scene, reading.end)?.plural === true) {
    const whole = numberAt(words.slice(0, and), at, vocabulary.numberWords);
    if (whole !== undefined && !whole.ordinal)
      return scaled(scene, at, whole.end, whole.value, "words", false);
  }
  if (reading.ordinal) return point(at, reading.end, reading.value, "ordinal");
  let { value, end } = reading;
  const decimals = spokenDecimals(scene, end);
  if (decimals !== undefined && Number.isInteger(value)) {
    value = Number(`${value}.${decimals.digits}`);
    end = decimals.end;
  }
  return scaled(scene, at, end, value, "words", false);
}

/** "a score" of ships. */
function groupAt(scene: Scene, at: number): NumberReading | undefined {
  const { words, vocabulary } = scene;
  if (words[at] !== "a") return undefined;
  const size = vocabulary.magnitudes.groups.get(words[at + 1] ?? "");
  return size === undefined || words[at + 2] !== "of" ? undefined : point(at, at + 2, size, "words");
}

function isMultiple({ words, vocabulary }: Scene, at: number): boolean {
  let next = at;
  if (words[next] === "a" || words[next] === "-") next++;
  const kind = vocabulary.numberWords.get(words[next] ?? "")?.kind;
  return kind === "scale" || kind === "hundred" || kind === "dozen";
}

/** Adds what follows the first value: "million", "and a half", "bn". */
function scaled(
  scene: Scene,
  first: number,
  end: number,
  start: number,
  form: "digits" | "words",
  money: boolean,
): NumberReading {
  // prettier-ignore
  let value = start;
  let part = additionAt(scene, end);
  if (part !== undefined) [value, end] = [value + part.value, part.end];
  const words = scaleWords(scene, end);
  if (part !== undefined && words.scale > 1 && value > 1000 && words.scale < value) {
    // "one billion and three quarters million"
    return {
      ...point(first, words.end, clean(value - part.value + part.value * words.scale), form),
      scaled: true,
    };
  }
  const letter = words.end === end && form === "digits" ? letterScale(scene, end, value, money) : undefined;
  const scale = letter?.scale ?? words.scale;
  end = letter?.end ?? words.end;
  value = clean(value * scale);
  if (part === undefined && scale > 1) {
    part = additionAt(scene, end);
    if (part !== undefined) [value, end] = [value + part.value * scale, part.end];
  }
  if (form === "digits" && words.scale > 1) {
    const more = smallerPart(scene, end, scale);
    if (more !== undefined) [value, end] = [value + more.value, more.end];
  }
  // The number reader takes "five thousand" whole: its last word is a scale too.
  const last = form === "words" ? scaleWords(scene, end - 1).scale : 1;
  const whole = scale > 1 ? scale : last > 1 && end - first > 1 ? last : 1;
  return { ...point(first, end, value, form), scaled: whole > 1, scale: whole };
}

/** "4 thousand [3 hundred and 21]": smaller parts in digits after a scale word. */
function smallerPart(scene: Scene, at: number, below: number): { value: number; end: number } | undefined {
  const { words, lexemes } = scene;
  const and = words[at] === "and";
  const from = and ? at + 1 : at;
  const lexeme = lexemes[from];
  if (lexeme?.kind !== "number" || lexeme.numeral!.shape !== "plain" || (and && below !== 100))
    return undefined;
  const { scale, end } = scaleWords(scene, from + 1);
  const value = lexeme.numeral!.value * scale;
  if (value < 1 || value >= below || (!and && scale === 1)) return undefined;
  const rest = scale > 1 ? smallerPart(scene, end, scale) : undefined;
  return rest === undefined ? { value, end } : { value: value + rest.value, end: rest.end };
}

/** "and a half", "and two thirds", "and three quarters". */
function additionAt(scene: Scene, at: number): { value: number; end: number } | undefined {
  const { words, vocabulary } = scene;
  const from = words[at] === "-" ? at + 1 : at;
  if (words[from] !== "and") return undefined;
  const start = words[from + 1] === "-" ? from + 2 : from + 1;
  const count = numberAt(words, start, vocabulary.numberWords);
  const article = words[start] === "a";
  if (!article && (count === undefined || count.ordinal || count.digits || count.value < 1)) return undefined;
  const part = partAt(scene, article ? start + 1 : count!.end);
  if (part === undefined) return undefined;
  const top = article ? 1 : count!.value;
  if (part.plural !== top > 1) return undefined;
  return { value: top * part.value, end: part.end };
}

/** "million", "hundred thousand", "lakh crore", "dozens" after a number. */
export function scaleWords({ words, vocabulary }: Scene, at: number): { scale: number; end: number } {
  let scale = 1;
  let end = at;
  for (;;) {
    const next = words[end] === "-" ? end + 1 : end;
    const word = vocabulary.numberWords.get(words[next] ?? "");
    const isScale = word?.kind === "scale" || word?.kind === "hundred" || word?.kind === "dozen";
    const factor = isScale
      ? word.value
      : end === at
        ? vocabulary.magnitudes.plurals.get(words[next] ?? "")
        : undefined;
    if (factor === undefined || scale * factor > 1e15) return { scale, end };
    scale *= factor;
    end = next + 1;
  }
}

/** "bn", "k", "m" after digits. A lone "m" may be meters, a lone "K" kelvin: see the conditions. */
function letterScale(
  { lexemes, vocabulary: { magnitudes, units } }: Scene,
  at: number,
  value: number,
  money: boolean,
): { scale: number; end: number } | undefined {
  // prettier-ignore
  const letter = lexemes[at];
  if (letter?.kind !== "word") return undefined;
  const scale =
    magnitudes.letters.get(letter.text) ?? (money ? magnitudes.moneyLetters.get(letter.text) : undefined);
  if (scale === undefined) return undefined;
  const found = { scale, end: at + 1 };
  if (money || letter.text.length > 1) return found;
  const next = lexemes[at + 1];
  // "3 B-52 bombers"
  if (!letter.glued && next?.word === "-" && next.glued && lexemes[at + 2]?.kind === "number")
    return undefined;
  if (!letter.glued)
    return letter.text !== "m" && letter.text !== "b" && letter.text !== "K" && next?.kind !== "word"
      ? found
      : undefined;
  if (letter.text === "G" && value < 7) return undefined; // a mobile generation
  if (letter.text === "m") {
    if (next?.kind !== "word") return undefined;
    const unit = units.words.get(next.word) ?? units.symbols.get(next.text);
    const isNoun =
      /^\p{Ll}{3,}s$/u.test(next.text) || next.word === "people" || /^\p{Lu}\p{L}+s$/u.test(next.text);
    return (unit !== undefined && unit.style !== "cautious") || isNoun ? found : undefined;
  }
  return found;
}

/** "point nought four", "point 1", "point eleven" as the digits after the point. */
function spokenDecimals(
  { words, lexemes, vocabulary }: Scene,
  at: number,
): { digits: string; end: number } | undefined {
  if (words[at] !== "point") return undefined;
  let digits = "";
  let end = at + 1;
  while (end < words.length && digits.length < 12) {
    const lexeme = lexemes[end]!;
    const word = vocabulary.numberWords.get(words[end]!);
    if (lexeme.kind === "number" && digits === "" && /^\d+$/.test(lexeme.text))
      return { digits: lexeme.text, end: end + 1 };
    if (word?.kind === "unit" && (word.value < 10 || digits === "")) digits += String(word.value);
    else break;
    end++;
  }
  return digits === "" ? undefined : { digits, end };
}

/** "dozens", "tens of thousands", "several hundred": a number nobody counted. */
function vagueAt(scene: Scene, at: number): NumberReading | undefined {
  const { words, vocabulary } = scene;
  const { plurals, few } = vocabulary.magnitudes;
  if (few.has(words[at]!)) {
    const { scale, end } = scaleWords(scene, at + 1);
    return scale === 1 ? undefined : { ...point(at, end, 3 * scale, "vague"), high: 9 * scale, scaled: true };
  }
  let value = plurals.get(words[at]!);
  if (value === undefined) return undefined;
  let end = at + 1;
  for (;;) {
    const next = words[end] === "of" ? plurals.get(words[end + 1] ?? "") : undefined;
    if (next === undefined || value * next > 1e15) break;
    value *= next;
    end += 2;
  }
  const needsOf = words[at] === "scores" || words[at] === "tens";
  if (needsOf && end === at + 1 && words[end] !== "of") return undefined;
  return { ...point(at, end, value, "vague"), high: value * 10, scaled: true };
}

function point(first: number, last: number, value: number, form: NumberReading["form"]): NumberReading {
  return { first, last, low: value, high: value, form, scaled: false, scale: 1 };
}

/** Takes the noise of binary fractions off a product: 4.1 million is 4100000. */
function clean(value: number): number {
  return Number(value.toPrecision(15));
}
