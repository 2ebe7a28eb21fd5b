import { entityTypeOf, type Draft, type Reading } from "../reading.ts";
import type { ReferenceRow } from "../registry/resources.ts";
import { isPerson, isSubject, sideOf } from "./history.ts";
import type { Past } from "./past.ts";
import { refer, type References } from "./refer.ts";

const numerals: ReadonlyMap<string, number> = new Map([["two", 2], ["both", 2], ["three", 3], ["four", 4], ["five", 5]]); // prettier-ignore

/** What is counted: "both states", "the three allies", "the two", "neither". */
export interface Counted {
  readonly last: number;
  readonly count: number;
  /** The noun that is counted; undefined where the number stands alone. */
  readonly noun: ReferenceRow | undefined;
}

export function countedNoun(reading: Reading, references: References, at: number): Counted | undefined {
  const { tokens, lower } = reading;
  const { sentence } = tokens[at]!;
  const here = (index: number): string | undefined =>
    tokens[index]?.sentence === sentence ? lower[index] : undefined;
  let next = at;
  if (here(next) === "the" || here(next) === "these" || here(next) === "those") next++;
  if (here(next) === "same") next++;
  const numeral = here(next) ?? "";
  const alone = references.get(numeral)?.kind === "pair_pronoun";
  const count = numerals.get(numeral) ?? 2;
  const definite = next > at;
  if (definite ? !numerals.has(numeral) : !alone) return undefined;
  next++;
  if (here(next) === "the") next++;
  const afterNumeral = next;
  if (tokens[next]?.sentence === sentence && tokens[next]!.upos === "ADJ") next++;
  for (const length of [2, 1]) {
    const form = Array.from({ length }, (_, index) => here(next + index)).join(" ");
    const noun = references.get(form) ?? references.get(`${form}s`);
    if (noun?.kind !== "pair") continue;
    // "both countries" but not "both country leaders".
    if (tokens[next + length]?.sentence === sentence && tokens[next + length]!.upos === "NOUN")
      return undefined;
    return { last: next + length, count, noun };
  }
  return standsAlone(reading, at, afterNumeral) ? { last: afterNumeral, count, noun: undefined } : undefined;
}

/** A subject or object by itself: "both paid for it", "thanked both."; not "could both be right", "both Iran and Iraq". */
function standsAlone({ tokens }: Reading, first: number, after: number): boolean {
  const { sentence } = tokens[first]!;
  const before = tokens[first - 1]?.sentence === sentence ? tokens[first - 1]!.upos : "PUNCT";
  const next = tokens[after]?.sentence === sentence ? tokens[after]! : undefined;
  if (next?.upos === "VERB" || next?.upos === "AUX")
    return before === "PUNCT" || before === "CCONJ" || before === "SCONJ" || before === "VERB";
  return (before === "VERB" || before === "ADP") && (next === undefined || next.upos === "PUNCT");
}

/** Actors named together, or the only ones of the last sentences. */
export function pair(
  reading: Reading,
  past: Past,
  first: number,
  { last, count, noun }: Counted,
): Draft | undefined {
  const { sentence } = reading.tokens[first]!;
  const mentionType = noun === undefined ? "pronoun" : "nominal";
  const wanted = noun?.refers ?? "any";
  const subject = noun === undefined || isSubject(reading, { first, last, sentence });
  const members = past.pairBefore(sentence, wanted, count, subject);
  const draft: Draft = {
    first, last, sentence, mentionType, entityType: wanted === "person" ? "person" : "state", method: "none",
    confidence: 0.3, rule: "references/pair",
  }; // prettier-ignore
  if (members === undefined) return noun === undefined ? undefined : draft;
  const governments = noun?.form === "governments";
  const ids = members.map((id) => {
    if (governments) return `${sideOf(id)}.gov`;
    return (noun?.refers === "state" || noun?.refers === "body") &&
      reading.registry.actor(sideOf(id))?.type === "state"
      ? sideOf(id)
      : id;
  });
  const known = ids.every((id) => id.startsWith("x.") || reading.registry.actor(id) !== undefined)
    ? ids
    : members;
  return {
    ...draft, members: [...known].sort(), method: "coreference", confidence: 0.7,
    entityType: known.every((id) => isPerson(reading, id)) ? "person" : entityTypeOf(reading, known[0]!),
  }; // prettier-ignore
}

/** "the former", "the latter": the first of two that were named last, the last of them. */
export function inOrder(reading: Reading, past: Past, at: number, word: string): Draft | undefined {
  const { sentence } = reading.tokens[at]!;
  const named = past.namedLast(sentence);
  const draft: Draft = {
    first: at, last: at + 2, sentence, mentionType: "nominal", entityType: "other", method: "none", confidence: 0.3,
    rule: "references/order",
  }; // prettier-ignore
  // Where more than two were named, only the last is sure.
  const entry = word === "latter" ? named.at(-1) : named.length === 2 ? named[0] : undefined;
  return named.length < 2 || entry === undefined ? draft : refer(reading, draft, entry, 0.75);
}
