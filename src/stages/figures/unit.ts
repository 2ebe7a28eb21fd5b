import { type NumberReading, type Scene } from "./draft.ts";
import type { Lexeme } from "./lexeme.ts";
import type { Unit } from "./vocabulary.ts";

/** Units are at most this many pieces long: "° Fahrenheit", "pounds per square inch". */
const longest = 5;
/** Symbols of one letter that may stand apart from their number. */
const apart = /^[gmLlCFKWVNJ°%]$/u;

interface UnitPlace {
  readonly unit: Unit;
  readonly last: number;
}

/** The unit after the number: "km", "-inch", "square miles", "more years", "an hour" after half. */
export function unitAfter(scene: Scene, number: NumberReading): UnitPlace | undefined {
  const { lexemes, words } = scene;
  const next = lexemes[number.last];
  if (next === undefined || next.kind === "break") return undefined;
  if (number.form === "vague" && next.word === "of") return unitAt(scene, number.last + 1, number);
  const hyphen = words[number.last] === "-" && lexemes[number.last + 1]?.kind === "word";
  if (hyphen) {
    const tight = next.glued && lexemes[number.last + 1]!.glued;
    const apartToo = !next.glued && !lexemes[number.last + 1]!.glued && next.text === "-";
    return tight || apartToo ? unitAt(scene, number.last + 1, number) : undefined;
  }
  const article = words[number.last] === "a" || words[number.last] === "an";
  if (number.form === "fraction" && (article || words[number.last] === "of")) {
    const from = number.last + (words[number.last + 1] === "a" ? 2 : 1);
    const whole = unitAt(scene, article ? number.last + 1 : from, number);
    return whole !== undefined && whole.unit.dimension !== "percent" ? whole : undefined;
  }
  const bracketed = /^[[{<]$/.test(next.text) ? unitAt(scene, number.last + 1, number) : undefined;
  if (bracketed !== undefined && /^[\]}>]$/.test(lexemes[bracketed.last]?.text ?? ""))
    return { ...bracketed, last: bracketed.last + 1 };
  return unitAt(scene, number.last, number) ?? afterAdjective(scene, number);
}

/** "four long years", "two more weeks": one adjective may stand before a unit of time or length. */
function afterAdjective(scene: Scene, number: NumberReading): UnitPlace | undefined {
  const at = number.last;
  const adjective = scene.lexemes[at]!;
  if (adjective.kind !== "word" || adjective.glued || adjective.text !== adjective.word) return undefined;
  if (!scene.vocabulary.contextWords.time_adjective.has(adjective.word)) return undefined;
  const found = unitAt(scene, at + 1, number);
  return found !== undefined && (found.unit.dimension === "time" || found.unit.dimension === "length")
    ? found
    : undefined;
}

/** The longest unit that starts at lexeme `at`. */
export function unitAt(scene: Scene, at: number, number: NumberReading | undefined): UnitPlace | undefined {
  const power = powerAt(scene, at);
  if (power !== undefined) {
    const base = unitAt(scene, at + power.length, undefined);
    if (base !== undefined && base.unit.dimension === "length")
      return {
        unit: {
          ...base.unit,
          code: base.unit.code + power.exponent,
          dimension: power.exponent === "2" ? "area" : "volume",
        },
        last: base.last,
      };
  }
  const { text, lexemes, vocabulary } = scene;
  const first = lexemes[at];
  if (first === undefined) return undefined;
  for (let length = Math.min(longest, lexemes.length - at); length > 0; length--) {
    const end = lexemes[at + length - 1]!.end;
    if (end - first.start > 32) continue;
    const surface = text.slice(first.start, end);
    const symbol = vocabulary.units.symbols.get(surface);
    if (symbol !== undefined && symbolStands(scene, at, at + length, symbol, number))
      return { unit: symbol, last: at + length };
    const word = vocabulary.units.words.get(surface.toLowerCase().replaceAll("-", " "));
    if (word !== undefined && wordStands(scene, at, at + length, word, number))
      return { unit: word, last: at + length };
  }
  return undefined;
}

function powerAt({ words }: Scene, at: number): { exponent: string; length: number } | undefined {
  const word = words[at];
  const exponent =
    word === "square" || word === "sq" ? "2" : word === "cubic" || word === "cu" ? "3" : undefined;
  return exponent === undefined
    ? undefined
    : { exponent, length: words[at + 1] === "." || words[at + 1] === "-" ? 2 : 1 };
}

/** Whether a symbol that also is a letter or a quotation mark can be a unit here. */
function symbolStands(
  { lexemes, words, quoteOpen, vocabulary }: Scene,
  at: number,
  last: number,
  { style, dimension }: Unit,
  number: NumberReading | undefined,
): boolean {
  const piece = lexemes[at]!;
  const next = lexemes[last];
  if (next?.glued === true && next.kind !== "mark" && piece.kind === "word") return false;
  if (style === "glued")
    return (
      piece.glued &&
      number?.form !== "words" &&
      !(piece.text === '"' && quoteOpen(at)) &&
      !(piece.text === "”" && quoteOpen(at))
    );
  if (style === "decimal") return piece.glued && !Number.isInteger(number?.low ?? 0);
  if (style === "spaced") return !piece.glued || !Number.isInteger(number?.low ?? 0);
  if (style === "cautious")
    return next === undefined || next.kind === "mark" || vocabulary.contextWords.extent_word.has(next.word);
  if (number !== undefined && number.form === "words" && piece.text.length <= 2 && piece.kind === "word")
    return false;
  if (piece.kind === "word" && last === at + 1 && piece.text.length === 1 && !piece.glued) {
    if (!apart.test(piece.text)) return false;
    // "40 F-16 jets"
    if (words[last] === "-" && next?.glued === true && lexemes[last + 1]?.glued === true) return false;
    if (words[last] === "'" || words[last] === ".") return dimension !== "temperature" || words[last] === ".";
  }
  return true;
}

/** Unit words with everyday meanings ("bar", "gray", "bits") count only after digits. */
function wordStands(
  scene: Scene,
  at: number,
  last: number,
  unit: Unit,
  number: NumberReading | undefined,
): boolean {
  const { lexemes, words } = scene;
  const inWords = number !== undefined && number.form !== "digits";
  if (inWords && (unit.dimension === "physics" || unit.dimension === "pressure" || unit.dimension === "data"))
    return number.scaled;
  if (number !== undefined && words[last] === "-" && lexemes[last]!.glued && words[at] === "second")
    return false;
  if (
    unit.dimension === "percent" &&
    words[at] === "percentage" &&
    lexemes[last]?.word.startsWith("point") === true
  )
    return false;
  // "May 3 min", "the 2 mile": a capital inside running prose is a name ("5 Foot Locker shops"), save for shouted units.
  const piece: Lexeme = lexemes[at]!;
  if (number !== undefined && /^\p{Lu}\p{Ll}/u.test(piece.text) && isCapitalizedName(lexemes, last))
    return false;
  return true;
}

function isCapitalizedName(lexemes: readonly Lexeme[], next: number): boolean {
  const follower = lexemes[next];
  return follower?.kind === "word" && !follower.glued && /^\p{Lu}\p{Ll}/u.test(follower.text);
}

interface Rate {
  readonly unit: string;
  readonly last: number;
}

/** "per day", "a month", "/kg", "an hour" after a unit or sum; not "a year ago". */
export function rateAfter(scene: Scene, at: number): Rate | undefined {
  const { lexemes, words } = scene;
  const link = words[at];
  let from = at + 1;
  if (link === "-" && words[at + 1] === "a") [from] = [words[at + 2] === "-" ? at + 3 : at + 2];
  else if (link !== "per" && link !== "a" && link !== "an" && link !== "each" && link !== "/")
    return undefined;
  else if (link === "each" && lexemes[at]!.glued) return undefined;
  if (words[from] === "-" || words[from] === undefined) return undefined;
  if (words[from] === "share") return { unit: "share", last: from + 1 };
  const found = unitAt(scene, from, undefined);
  if (found === undefined || found.unit.dimension === "percent" || found.unit.dimension === "points")
    return undefined;
  if (scene.vocabulary.contextWords.rate_stop.has(words[found.last] ?? "")) return undefined;
  return { unit: found.unit.code, last: found.last };
}

/** Hours a week are a rate; "two years a month" is not. */
export function isTimeRate(unit: string, per: string): boolean {
  const order = ["ns", "us", "ms", "s", "min", "h", "d", "night", "wk", "mo", "a"];
  return order.indexOf(unit) < order.indexOf(per) || order.indexOf(per) < 0;
}
