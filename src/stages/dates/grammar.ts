import type { Span } from "../../core/span.ts";
import { guards, type Guard } from "./guards.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Meaning, Shift, TimeUnit } from "./meaning.ts";
import {
  firstSet,
  matchPattern,
  parsePattern,
  type Pattern,
  type Reader,
  type Readers,
  type Reading,
} from "./pattern.ts";
import type { Classes, Rule } from "./rule.ts";
import { dateRules } from "./rules/dates.ts";
import { durationRules, offsetRules } from "./rules/offsets.ts";
import { timeRules } from "./rules/others.ts";
import { terminals } from "./terminals.ts";
import type { Words } from "./words.ts";

/** An expression found, not yet resolved. */
export interface Finding extends Span {
  /** Index of its first word and of the word after it. */
  readonly first: number;
  readonly last: number;
  readonly meaning: Meaning;
  readonly ruleId: string;
}

export type Grammar = (words: Words) => Finding[];

interface Compiled {
  readonly rule: Rule;
  readonly pattern: Pattern;
  readonly first: ReadonlySet<string>;
  readonly guard: Guard | undefined;
}

/** Classes whose words are worth a look; all others are only read next to one of these. */
const triggers: ReadonlySet<string> = new Set([
  "month", "weekday", "weekdays", "weekday_short", "unit", "units", "half_unit", "season", "daypart", "clock_word",
  "deictic", "phrase", "holiday", "set_word", "decade_word", "era", "quarter_code", "half",
]); // prettier-ignore

/** Longest distance in words from the start of an expression to its first trigger: "at least the past …". */
const reach = 6;

/** Compiles the rules once; the function it returns reads the words of one article in a single pass. */
export function buildGrammar(lexicon: Lexicon): Grammar {
  const readers: Readers<Classes> = {
    ...terminals(lexicon),
    PERIOD: {
      starts: ["=the", "shift_speech", "shift_reference"],
      read: (words, at) => period(words, at, readers),
    },
    DATE: { starts: [], read: (words, at) => readDate(words, at) },
  };
  const compile = (rules: readonly Rule[]): Compiled[] =>
    rules.map((rule) => {
      const pattern = parsePattern(rule.pattern);
      const first = firstSet(pattern, readers as unknown as Readers<Record<string, unknown>>);
      return { rule, pattern, first, guard: rule.guard === undefined ? undefined : guards[rule.guard] };
    });
  const dates = compile(dateRules);
  const starts = new Set(dates.flatMap(({ first }) => [...first]));
  (readers as { DATE: Reader<Meaning> }).DATE = { ...readers.DATE, starts: [...starts] };
  const all = [...dates, ...compile([...offsetRules, ...durationRules, ...timeRules])];

  const allIndex = index(all, lexicon);
  const dateIndex = index(dates, lexicon);
  const triggerWords = new Set(
    [...lexicon.firstWords()].filter((word) =>
      [...lexicon.classes(word)!].some((name) => triggers.has(name)),
    ),
  );
  /** What was found as DATE at each word of the article at hand, since several rules ask for the same one. */
  const known = new Map<number, Reading<Meaning> | undefined>();

  const best = (rules: Index, words: Words, at: number): Omit<Finding, "start" | "end"> | undefined => {
    let found: Omit<Finding, "start" | "end"> | undefined;
    for (const { rule, pattern, guard } of rules.get(firstKey(words.lower[at]!)) ?? []) {
      const match = matchPattern(pattern, readers, words, at);
      if (match === undefined || match.end <= (found?.last ?? at)) continue;
      const place = { words, start: at, end: match.end };
      if (guard !== undefined && !guard(place, lexicon)) continue;
      const meaning = rule.meaning(match.captured, place);
      if (meaning !== undefined) found = { first: at, last: match.end, meaning, ruleId: rule.id };
    }
    return found;
  };
  const readDate = (words: Words, at: number): Reading<Meaning> | undefined => {
    if (at >= words.lower.length) return undefined;
    if (known.has(at)) return known.get(at);
    const found = best(dateIndex, words, at);
    const reading = found === undefined ? undefined : { end: found.last, value: found.meaning };
    known.set(at, reading);
    return reading;
  };

  const isTrigger = (word: string): boolean => {
    const code = word.charCodeAt(0);
    if ((code >= 48 && code <= 57) || code === 39)
      return word.length > 3 || (word.length === 3 && word.endsWith("s"));
    return triggerWords.has(word) || lexicon.numbers.get(word)?.value === 19;
  };

  return (words) => {
    const { lower } = words;
    const found: Finding[] = [];
    known.clear();
    const near = new Int32Array(lower.length + 1).fill(1 << 30);
    for (let i = lower.length - 1; i >= 0; i--) near[i] = isTrigger(lower[i]!) ? 0 : near[i + 1]! + 1;
    for (let at = 0; at < lower.length;) {
      const match = near[at]! <= reach ? best(allIndex, words, at) : undefined;
      if (match === undefined) at++;
      else {
        found.push({ ...match, start: words.spans[at]!.start, end: words.spans[match.last - 1]!.end });
        at = match.last;
      }
    }
    return found;
  };
}

/** Rules by the first word they can start with; `#` for numbers in digits. */
type Index = ReadonlyMap<string, readonly Compiled[]>;

function index(rules: readonly Compiled[], lexicon: Lexicon): Index {
  const literals = rules.flatMap(({ first }) => [...first]).filter((name) => name.startsWith("="));
  const words = new Set([
    ...lexicon.firstWords(),
    ...lexicon.numbers.keys(),
    ...literals.map((name) => name.slice(1)),
  ]);
  const entries = [...words].map((word) => {
    const names = [
      `=${word}`,
      ...(lexicon.classes(word) ?? []),
      ...(lexicon.numbers.has(word) ? ["#number"] : []),
    ];
    return [word, rules.filter(({ first }) => names.some((name) => first.has(name)))] as const;
  });
  return new Map([...entries, ["#", rules.filter(({ first }) => first.has("#digit"))] as const]);
}

const firstKey = (word: string): string => (isDigit(word) ? "#" : word);

function isDigit(word: string): boolean {
  const code = word.charCodeAt(0) === 39 ? word.charCodeAt(1) : word.charCodeAt(0);
  return code >= 48 && code <= 57;
}

const periodUnits: ReadonlySet<TimeUnit> = new Set([
  "day", "week", "weekend", "month", "quarter", "year", "decade", "century", "season",
]); // prettier-ignore

/** "last week", "that year", "the next day" (after the last date told), "this quarter". */
function period(
  words: Words,
  at: number,
  readers: Readers<Classes>,
): { end: number; value: Shift } | undefined {
  const definite = words.lower[at] === "the";
  const from = definite ? at + 1 : at;
  const speech = readers.SPEECH.read(words, from);
  const reference = readers.REFERENCE.read(words, from);
  const shift =
    speech !== undefined && (reference === undefined || speech.end >= reference.end) ? speech : reference;
  if (shift === undefined) return undefined;
  const unit = readers.UNIT.read(words, shift.end);
  if (unit === undefined || !periodUnits.has(unit.value)) return undefined;
  const counted = shift === reference || (definite && shift.value === 1);
  return {
    end: unit.end,
    value: { unit: unit.value, by: shift.value, from: counted ? "reference" : "speech" },
  };
}
