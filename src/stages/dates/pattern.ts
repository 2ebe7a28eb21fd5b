import type { Words } from "./words.ts";

/*
 * Patterns over words: "the? MONTH DAY ,? YEAR". Lower case is a word as it stands, upper case a class with a reader
 * (terminals.ts), `|` separates alternatives, `?` makes an element optional. Patterns are short and have no repetition,
 * so trying one costs a constant.
 */

export interface Reading<T> {
  /** Index of the word after it. */
  readonly end: number;
  readonly value: T;
}

export interface Reader<T> {
  /** Lexicon classes, `#digit` or `#number` its first word may have: the trigger for trying it at all. */
  readonly starts: readonly string[];
  read(words: Words, at: number): Reading<T> | undefined;
}

export type Readers<C> = { readonly [K in keyof C & string]: Reader<C[K]> };

interface Atom {
  readonly literal?: string;
  readonly name?: string;
}

interface Element {
  readonly atoms: readonly Atom[];
  readonly optional: boolean;
}

export type Pattern = readonly Element[];

export function parsePattern(text: string): Pattern {
  return text.split(" ").map((part) => {
    const optional = part.length > 1 && part.endsWith("?");
    const body = optional ? part.slice(0, -1) : part;
    const atoms = body
      .split("|")
      .map((atom): Atom => (/^[A-Z_]+$/.test(atom) ? { name: atom } : { literal: atom }));
    return { atoms, optional };
  });
}

/** What a pattern's first word may be: `=word` for words as they stand, else the classes of its readers. */
export function firstSet(pattern: Pattern, readers: Readers<Record<string, unknown>>): ReadonlySet<string> {
  const first = new Set<string>();
  for (const { atoms, optional } of pattern) {
    for (const { literal, name } of atoms)
      if (literal !== undefined) first.add(`=${literal}`);
      else for (const start of readers[name!]!.starts) first.add(start);
    if (!optional) return first;
  }
  return first;
}

export interface Match<C> {
  readonly end: number;
  readonly captured: Partial<C>;
}

/** The pattern at word `at`; elements take what they can, then give back. */
export function matchPattern<C>(
  pattern: Pattern,
  readers: Readers<C>,
  words: Words,
  at: number,
): Match<C> | undefined {
  const captured: Record<string, unknown> = {};
  const end = step(pattern, 0, readers as unknown as AnyReaders, words, at, captured);
  return end < 0 || end === at ? undefined : { end, captured: captured as Partial<C> };
}

type AnyReaders = Readers<Record<string, unknown>>;

/** Index of the word after the elements from `index` on, read at word `i`; -1 when they do not fit. */
function step(
  pattern: Pattern,
  index: number,
  readers: AnyReaders,
  words: Words,
  i: number,
  captured: Record<string, unknown>,
): number {
  const element = pattern[index];
  if (element === undefined) return i;
  for (const { literal, name } of element.atoms) {
    if (literal !== undefined) {
      if (words.lower[i] !== literal) continue;
      const end = step(pattern, index + 1, readers, words, i + 1, captured);
      if (end >= 0) return end;
      continue;
    }
    const reading = readers[name!]!.read(words, i);
    if (reading === undefined) continue;
    const end = step(pattern, index + 1, readers, words, reading.end, captured);
    if (end < 0) continue;
    captured[name!] ??= reading.value;
    return end;
  }
  return element.optional ? step(pattern, index + 1, readers, words, i, captured) : -1;
}
