import { isCapitalized, isWord, tokenAt, type Scene } from "./draft.ts";
import type { Quantity } from "./quantity.ts";

/** Ages: "14-year-old", "aged 8-10", "at the age of 56", "87 yo", "Papermaster, 49, had left". Others come back as they are. */
export function asAge(scene: Scene, found: Quantity): Quantity {
  const { words } = scene;
  const { last, first } = found;
  if (found.currency !== undefined || found.form === "ordinal" || found.form === "fraction") return found;
  if (found.dimension === "time") {
    const old = words[last] === "-" ? last + 1 : last;
    if (words[old] === "old" || words[old] === "olds") return { ...found, dimension: "age", last: old + 1 };
    if (words[last] === "of" && words[last + 1] === "age")
      return { ...found, dimension: "age", last: last + 2 };
    if (words[first - 1] === "aged" || words[first - 1] === "ages") return { ...found, dimension: "age" };
    if (words[first - 1] === "of" && words[first - 2] === "age") return { ...found, dimension: "age" };
    return found;
  }
  if (found.unit !== undefined || found.scaled || found.low < 0 || found.high > 125) return found;
  const age: Quantity = { ...found, unit: "a", dimension: "age" };
  if (words[last] === "yo" || (words[last] === "y" && words[last + 1] === "/"))
    return { ...age, last: last + 1 };
  const before = words[first - 1] ?? "";
  const two = words[first - 2] ?? "";
  if (before === "aged" || (before === "ages" && two !== "all")) return age;
  if (before === "between" && two === "aged") return age;
  if ((before === "of" || before === "at") && two === "age") return age;
  if (before === "age" && two !== "of") return age;
  if (before === "as" && two === "young") return age;
  if (isApposition(scene, found) || isBirthday(scene, found)) return age;
  return found;
}

/** A number in digits between commas or brackets after a name: "Thomas Sam, 42, and ..." */
function isApposition(scene: Scene, { first, last, form, low, high }: Quantity): boolean {
  const { lexemes, words } = scene;
  if (form !== "digits" || low !== high || !Number.isInteger(low) || low < 1 || low > 115) return false;
  const open = words[first - 1] === "now" && words[first - 2] === "," ? first - 2 : first - 1;
  const name = lexemes[open - 1];
  if (
    words[open] !== "," ||
    !isWord(name) ||
    !isCapitalized(name) ||
    (tokenAt(scene, open - 1)?.upos === "NOUN" && open - 1 === 0)
  )
    return false;
  const close = lexemes[last];
  return (
    close === undefined ||
    close.text === "," ||
    close.text === "." ||
    close.text === ")" ||
    close.text === ";" ||
    (close.word === "of" && low > 15) ||
    close.word === "from"
  );
}

/** "She turned 50", "He will be 35 by the end of the year". */
function isBirthday({ lexemes, words, vocabulary }: Scene, { first, last, form, low }: Quantity): boolean {
  if (form !== "digits" || low > 115 || low < 1 || !Number.isInteger(low)) return false;
  const close = lexemes[last];
  if (close !== undefined && close.kind === "word" && !vocabulary.contextWords.age_after.has(close.word))
    return false;
  if (close?.kind === "mark" && close.text !== "," && close.text !== ".") return false;
  const verb = words[first - 1] === "be" ? words[first - 3] : words[first - 2];
  const isVerb = vocabulary.contextWords.age_verb.has(words[first - 1] ?? "");
  return isVerb && vocabulary.contextWords.person_pronoun.has(verb ?? "");
}
