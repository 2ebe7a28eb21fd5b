import { z } from "zod";
import { changes, comparators, countedClasses, figureCategories } from "../../core/layers.ts";
import { csvResource, type Resource } from "../../core/resource.ts";
import { numberWords } from "../../language/en/numbers.ts";

/* The word lists of the stage, each built into what the recognisers look things up in. */

const source = z.string().min(1);

export interface Unit {
  /** UCUM code, or the plain word where UCUM has none. */
  readonly code: string;
  readonly dimension: string;
  /** Spacing at which the form counts: any, only `glued` to the number, `glued` to a `decimal` (4.3s), only `spaced`, or `cautious` (before a stop). */
  readonly style: "word" | "symbol" | "glued" | "decimal" | "spaced" | "cautious";
}

export interface Units {
  /** Lower-case words, singular and plural, hyphens as spaces. */
  readonly words: ReadonlyMap<string, Unit>;
  /** Case-sensitive symbols. */
  readonly symbols: ReadonlyMap<string, Unit>;
}

/** SI prefixes by word and symbol: BIPM, The International System of Units, 9th edition, table 7. */
const siPrefixes = [
  ["tera", "T"], ["giga", "G"], ["mega", "M"], ["kilo", "k"], ["hecto", "h"], ["centi", "c"], ["milli", "m"],
  ["micro", "u"], ["nano", "n"], ["pico", "p"],
] as const; // prettier-ignore

export const units = csvResource({
  name: "en/units",
  summary: "Units of measure and their UCUM codes.",
  file: "en/units.csv",
  row: z.object({
    form: z.string().min(1),
    unit: z.string().min(1),
    dimension: z.string().min(1),
    style: z.enum(["word", "symbol", "glued", "decimal", "spaced", "cautious"]),
    prefixes: z.enum(["si", "no"]),
    source,
  }),
  build: (rows): Units => {
    const words = new Map<string, Unit>();
    const symbols = new Map<string, Unit>();
    const stated = new Set(rows.map(({ form }) => form));
    for (const { form, unit: code, dimension, style, prefixes } of rows) {
      const unit: Unit = { code, dimension, style };
      if (style === "word") {
        addWord(words, form, unit);
        if (prefixes === "si")
          for (const [word, sign] of siPrefixes) addWord(words, word + form, { ...unit, code: sign + code });
        continue;
      }
      addSymbol(symbols, form, unit);
      if (prefixes === "si")
        for (const [, sign] of siPrefixes)
          for (const mark of sign === "u" ? ["u", "µ", "μ"] : [sign])
            if (!stated.has(mark + form)) addSymbol(symbols, mark + form, { ...unit, code: sign + code });
    }
    return { words, symbols };
  },
});

function addWord(words: Map<string, Unit>, form: string, unit: Unit): void {
  const key = form.replaceAll("-", " ");
  words.set(key, unit);
  const plural = /(?:s|x|z|ch|feet|hertz)$/.test(key) ? undefined : `${key}s`;
  if (plural !== undefined && !words.has(plural)) words.set(plural, unit);
  const [first, ...rest] = key.split(" ");
  if (rest.length > 0 && !first!.endsWith("s")) words.set([`${first!}s`, ...rest].join(" "), unit);
}

function addSymbol(symbols: Map<string, Unit>, form: string, unit: Unit): void {
  symbols.set(form, unit);
  if (unit.dimension !== "length" || unit.style !== "symbol") return;
  for (const [power, dimension, marks] of [
    ["2", "area", "2²"],
    ["3", "volume", "3³"],
  ] as const)
    for (const mark of marks) symbols.set(form + mark, { ...unit, code: unit.code + power, dimension });
}

/**
 * `symbol` and `code` stand on either side of the number; `glued` only without a space, as does `code_word`, a code that
 * is also an English word (ALL, TOP); `name_large` is a word of other meanings too (pound, won) and needs a large number
 * or a word of cost; `subunit`s are hundredths; `suffix` makes a sign precise ("$76 US"); `hash` stands for a lost "£".
 */
const currencyStyles = [
  "symbol", "glued", "code", "code_word", "name", "name_large", "subunit", "subunit_symbol", "suffix", "hash",
] as const; // prettier-ignore

export interface Currency {
  /** ISO 4217, or the plain name of what has no code. */
  readonly code: string;
  /** What the text says when it does not say which: "dollar", "rupee"; for hundredths "cent", "pence". */
  readonly generic?: string;
  /** The code is a guess from a bare sign or name. */
  readonly inferred: boolean;
  readonly style: (typeof currencyStyles)[number];
}

export interface Currencies {
  /** Signs and ISO codes, case-sensitive. */
  readonly signs: ReadonlyMap<string, Currency>;
  readonly longestSign: number;
  /** Signs that are letters alone, which the lexer must part from digits. */
  readonly letters: ReadonlySet<string>;
  /** Lower-case names, singular and plural. */
  readonly names: ReadonlyMap<string, Currency>;
}

export const currencies = csvResource({
  name: "en/currencies",
  summary: "Currencies, their signs and names, and their ISO 4217 codes.",
  file: "en/currencies.csv",
  row: z.object({
    form: z.string().min(1),
    currency: z.string(),
    style: z.enum(currencyStyles),
    generic: z.string(),
    inferred: z.enum(["yes", "no"]),
    source,
  }),
  build: (rows): Currencies => {
    const signs = new Map<string, Currency>();
    const names = new Map<string, Currency>();
    for (const { form, currency, style, generic, inferred } of rows) {
      const entry: Currency = {
        code: currency,
        inferred: inferred === "yes",
        style,
        ...(generic === "" ? {} : { generic }),
      };
      if (style === "name" || style === "name_large" || style === "subunit") {
        names.set(form, entry);
        if (!form.endsWith("s")) names.set(`${form}s`, entry);
      } else signs.set(form, entry);
      if (style === "code")
        for (const marked of [`${form}$`, `${form.toLowerCase()}$`, `${form.toLowerCase()} $`])
          if (!signs.has(marked)) signs.set(marked, { ...entry, style: "symbol" });
    }
    const forms = [...signs.keys()];
    return {
      signs,
      names,
      longestSign: Math.max(...forms.map((form) => form.length)),
      letters: new Set(forms.filter((form) => /^\p{L}{2,3}$/u.test(form))),
    };
  },
});

/** By the generic name of a money ("peso"): the countries that use it and the code of theirs. */
export type Issuers = ReadonlyMap<string, readonly { readonly country: string; readonly currency: string }[]>;

export const issuers = csvResource({
  name: "en/currency-issuers",
  summary: "Countries whose money shares a name: pesos, rupees, pounds.",
  file: "en/currency-issuers.csv",
  row: z.object({
    generic: z.string().min(1),
    country: z.string().regex(/^[A-Z]{3}$/),
    currency: z.string().regex(/^[A-Z]{3}$/),
    source,
  }),
  build: (rows): Issuers => {
    const byName = new Map<string, { country: string; currency: string }[]>();
    for (const { generic, country, currency } of rows)
      byName.set(generic, [...(byName.get(generic) ?? []), { country, currency }]);
    return byName;
  },
});

export interface Magnitudes {
  /** "bn", "k": case-sensitive. */
  readonly letters: ReadonlyMap<string, number>;
  /** Read so only beside a currency: "$2t". */
  readonly moneyLetters: ReadonlyMap<string, number>;
  /** "dozens", "thousands": from one to ten times the value. */
  readonly plurals: ReadonlyMap<string, number>;
  /** "several", "a few" before a scale word. */
  readonly few: ReadonlySet<string>;
  /** "a score". */
  readonly groups: ReadonlyMap<string, number>;
}

export const magnitudes = csvResource({
  name: "en/magnitudes",
  summary: "Letters, plurals and groups that multiply a number or stand for a vague one.",
  file: "en/magnitudes.csv",
  row: z.object({
    form: z.string().min(1),
    value: z.coerce.number().positive(),
    kind: z.enum(["letter", "money_letter", "word", "plural", "few", "group"]),
    source,
  }),
  build: (rows): Magnitudes => {
    const of = (...kinds: string[]) =>
      new Map(rows.filter(({ kind }) => kinds.includes(kind)).map(({ form, value }) => [form, value]));
    return {
      letters: of("letter", "word"),
      moneyLetters: of("money_letter"),
      plurals: of("plural"),
      few: new Set(of("few").keys()),
      groups: of("group"),
    };
  },
});

type Hedge = Exclude<(typeof comparators)[number], "range" | "vague">;

export interface Hedges {
  readonly before: ReadonlyMap<string, Hedge>;
  readonly after: ReadonlyMap<string, Hedge>;
}

export const hedges = csvResource({
  name: "en/comparators",
  summary: "Words before or after a number that make it a bound or an approximation.",
  file: "en/comparators.csv",
  row: z.object({
    phrase: z.string().min(1),
    position: z.enum(["before", "after"]),
    comparator: z.enum(["eq", "approx", "ge", "gt", "le", "lt"]),
    source,
  }),
  build: (rows): Hedges =>
    mapsBy(
      ["before", "after"],
      rows.map(({ position, phrase, comparator }) => [position, pieces(phrase), comparator]),
    ),
});

/** A map for each name that entries are filed under: `before`, `after`. */
function mapsBy<Name extends string, Value>(
  names: readonly Name[],
  entries: readonly (readonly [name: Name, key: string, value: Value])[],
): Record<Name, ReadonlyMap<string, Value>> {
  const filed = (wanted: Name) =>
    new Map(entries.filter(([name]) => name === wanted).map(([, key, value]) => [key, value]));
  return Object.fromEntries(names.map((name) => [name, filed(name)])) as Record<Name, Map<string, Value>>;
}

/** A phrase as the lexer cuts it: every mark by itself. */
function pieces(phrase: string): string {
  return phrase
    .replace(/[^\p{L}\s-]/gu, " $& ")
    .trim()
    .replace(/\s+/g, " ");
}

type Change = (typeof changes)[number];

export interface ChangeWords {
  readonly before: ReadonlyMap<string, Change>;
  readonly after: ReadonlyMap<string, Change>;
}

export const changeWords = csvResource({
  name: "en/change-words",
  summary: "Words that say a figure rose or fell.",
  file: "en/change-words.csv",
  row: z.object({
    word: z.string().min(1),
    position: z.enum(["before", "after"]),
    direction: z.enum(changes),
    source,
  }),
  build: (rows): ChangeWords =>
    mapsBy(
      ["before", "after"],
      rows.map(({ position, word, direction }) => [position, word, direction]),
    ),
});

export const contextKinds = [
  "month", "weekday", "clock", "reference", "score_before", "score_after", "year_before", "slash_idiom", "one_before",
  "one_phrase", "half_before", "half_after", "rate_stop", "hedge_filler",
  "determiner", "phrase_stop", "phrase_end", "age_after", "age_verb", "person_pronoun", "change_filler",
  "time_adjective", "street", "era", "phrasal", "range_opener",
  "hedge_suffix", "one_determiner", "extent_word", "date_link", "year_link", "reference_link",
] as const; // prettier-ignore
export type ContextKind = (typeof contextKinds)[number];
export type ContextWords = Readonly<Record<ContextKind, ReadonlySet<string>>>;

export const contextWords = csvResource({
  name: "en/figure-context",
  summary:
    "Words beside which a number is a date, a time, a score, a reference or a pronoun and not a figure.",
  file: "en/figure-context.csv",
  row: z.object({ word: z.string().min(1), kind: z.enum(contextKinds), source }),
  build: (rows): ContextWords =>
    Object.fromEntries(
      contextKinds.map((kind) => [
        kind,
        new Set(rows.filter((row) => row.kind === kind).map(({ word }) => word)),
      ]),
    ) as unknown as ContextWords,
});

export type CountedClass = (typeof countedClasses)[number];

export const countedClassWords = csvResource({
  name: "en/counted-classes",
  summary: "Nouns by the class of what they count.",
  file: "en/counted-classes.csv",
  row: z.object({ noun: z.string().min(1), class: z.enum(countedClasses), source }),
  build: (rows): ReadonlyMap<string, CountedClass> => new Map(rows.map((row) => [row.noun, row.class])),
});

export type Category = (typeof figureCategories)[number];

export interface CategoryWords {
  /** Verb forms that make what is counted their object or subject: "killed". */
  readonly verbs: ReadonlyMap<string, Category>;
  /** Nouns that are counted or named before the figure: "troops", "death toll". */
  readonly nouns: ReadonlyMap<string, Category>;
}

export const categoryWords = csvResource({
  name: "en/figure-categories",
  summary: "Verbs and nouns that say what a figure tells: killed, arrested, troops, cost.",
  file: "en/figure-categories.csv",
  row: z.object({
    word: z.string().min(1),
    role: z.enum(["verb", "noun"]),
    category: z.enum(figureCategories),
    source,
  }),
  build: (rows): CategoryWords =>
    mapsBy(
      ["verbs", "nouns"],
      rows.map(({ role, word, category }) => [`${role}s` as const, word, category]),
    ),
});

/** Everything the stage loads. */
export const resources = {
  numberWords, units, currencies, issuers, magnitudes, hedges, changeWords, contextWords, countedClassWords, categoryWords,
}; // prettier-ignore

type Loaded<R> = { readonly [K in keyof R]: R[K] extends Resource<infer T> ? T : never };
export type Vocabulary = Loaded<typeof resources>;
