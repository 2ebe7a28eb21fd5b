import { z } from "zod";
import { dateTypes, type DateExpression } from "../../core/layers.ts";
import { csvResource } from "../../core/resource.ts";
import type { NumberWords } from "../../language/en/numbers.ts";

/** Words and phrases of time, by class: `month`, `unit`, `shift_speech`. What `value` holds depends on the class. */
export interface TimeWord {
  readonly phrase: string;
  readonly class: string;
  readonly value: string;
}

const source = z.string().min(1);

export const timeWords = csvResource({
  name: "en/time-words",
  summary: "Words of time by class: months, weekdays, units, seasons, shifts (last, next), modifiers, tense.",
  file: "en/time-words.csv",
  row: z.object({ phrase: z.string().min(1), class: z.string().min(1), value: z.string(), source }),
  build: (rows): readonly TimeWord[] => rows,
});

export interface TimePhrase {
  readonly phrase: string;
  readonly type: DateExpression["type"];
  readonly value: string;
}

export const timePhrases = csvResource({
  name: "en/time-phrases",
  summary: "Fixed expressions whose value is the same everywhere: now, recently, the near future.",
  file: "en/time-phrases.csv",
  row: z.object({ phrase: z.string().min(1), type: z.enum(dateTypes), value: z.string().min(1), source }),
  build: (rows): readonly TimePhrase[] => rows,
});

export interface Holiday {
  readonly name: string;
  /** `MM-DD`, `MM weekday n` (n-th of the month, -1 the last; `1+1` the day after the first) or `easter+n`. */
  readonly rule: string;
}

export const holidays = csvResource({
  name: "en/holidays",
  summary: "Named days and the rule that gives their date in a year.",
  file: "en/holidays.csv",
  row: z.object({
    name: z.string().min(1),
    rule: z
      .string()
      .regex(/^(?:\d\d-\d\d|easter[+-]\d+|\d\d (?:mon|tue|wed|thu|fri|sat|sun) (?:-?\d|\d\+\d))$/),
    source,
  }),
  build: (rows): readonly Holiday[] => rows,
});

/** A phrase that starts with a given word. */
interface Entry {
  readonly words: readonly string[];
  readonly value: string;
}

/** Finds phrases by their first word: one look-up a token, longest phrase first. */
export interface Lexicon {
  readonly numbers: NumberWords;
  readonly phrases: readonly TimePhrase[];
  /** Every word that starts a phrase. */
  firstWords(): Iterable<string>;
  /** Classes whose phrases start with this word; undefined for nearly every word. */
  classes(word: string): ReadonlySet<string> | undefined;
  /** Whether a phrase of the class starts with this word. */
  is(word: string | undefined, name: string): boolean;
  /** The longest phrase of a class at token `at`. */
  find(
    name: string,
    words: readonly string[],
    at: number,
  ): { readonly end: number; readonly value: string } | undefined;
}

export function buildLexicon(
  words: readonly TimeWord[],
  phrases: readonly TimePhrase[],
  named: readonly Holiday[],
  numbers: NumberWords,
): Lexicon {
  const byWord = new Map<string, Map<string, Entry[]>>();
  const add = (phrase: string, name: string, value: string): void => {
    const parts = phrase.split(" ");
    const classes = byWord.get(parts[0]!) ?? new Map<string, Entry[]>();
    byWord.set(parts[0]!, classes);
    const entries = classes.get(name) ?? [];
    classes.set(name, entries);
    entries.push({ words: parts, value });
  };
  for (const { phrase, class: name, value } of words) add(phrase, name, value);
  phrases.forEach(({ phrase }, index) => add(phrase, "phrase", String(index)));
  for (const { name, rule } of named) add(name, "holiday", rule);
  for (const classes of byWord.values())
    for (const entries of classes.values()) entries.sort((a, b) => b.words.length - a.words.length);
  const names = new Map([...byWord].map(([word, classes]) => [word, new Set(classes.keys())] as const));
  return {
    numbers,
    phrases,
    firstWords: () => names.keys(),
    classes: (word) => names.get(word),
    is: (word, name) => names.get(word ?? "")?.has(name) === true,
    find(name, list, at) {
      for (const { words: parts, value } of byWord.get(list[at] ?? "")?.get(name) ?? []) {
        let i = 1;
        while (i < parts.length && list[at + i] === parts[i]) i++;
        if (i === parts.length) return { end: at + i, value };
      }
      return undefined;
    },
  };
}
