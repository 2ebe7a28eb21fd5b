import { digitsValue, numberAt, spokenYearAt } from "../../language/en/numbers.ts";
import type { DateExpression } from "../../core/layers.ts";
import type { Lexicon, TimePhrase } from "./lexicon.ts";
import type { Season, Shift, TimeUnit } from "./meaning.ts";
import type { Reader, Readers, Reading } from "./pattern.ts";
import type { Words } from "./words.ts";

/** What each class of word gives to a rule. */
export interface Terminals {
  readonly MONTH: number;
  readonly WEEKDAY: number;
  readonly WEEKDAYS: number;
  /** Abbreviated, so only beside a date. */
  readonly SHORT_WEEKDAY: number;
  /** Day of the month. */
  readonly DAY: number;
  /** Day of the month as an ordinal. */
  readonly DAYTH: number;
  /** Astronomical. */
  readonly YEAR: number;
  readonly DECADE: number;
  readonly CENTURY: number;
  readonly QUARTER: number;
  readonly HALF: number;
  readonly SEASON: Season;
  readonly NUMERIC: {
    readonly year: number;
    readonly month?: number;
    readonly day?: number;
    readonly time?: string;
  };
  readonly UNIT: TimeUnit;
  readonly UNITS: TimeUnit;
  readonly HALF_UNIT: TimeUnit;
  readonly COUNT: number | "X";
  readonly NUMBER: number;
  readonly ORDINAL: number;
  readonly SPEECH: number;
  readonly REFERENCE: number;
  readonly DEICTIC: { readonly by: number; readonly time?: string };
  readonly DIRECTION: { readonly by: -1 | 1; readonly from: Shift["from"] };
  readonly QUANTITY: DateExpression["modifier"];
  readonly QUANTITY_TAIL: DateExpression["modifier"];
  readonly PART: DateExpression["modifier"];
  readonly DAYPART: string;
  /** TIMEX3 time of day with its T. */
  readonly CLOCK: string;
  readonly PHRASE: TimePhrase;
  readonly HOLIDAY: string;
  readonly SET_WORD: string;
  readonly EACH: string;
  readonly PER: string;
  readonly FILLER: string;
  readonly SEQUENCE: string;
  readonly LATEST: string;
  readonly RECENT: string;
  readonly AHEAD: string;
  readonly YEAR_BEFORE: string;
  readonly PERIOD_NOUN: string;
  readonly AGE_TAIL: string;
  readonly DURATION_TAIL: string;
  readonly SOMEDAY: string;
  readonly LAST_DAY: string;
}

export function terminals(lexicon: Lexicon): Readers<Terminals> {
  const lex = <T>(name: string, convert: (value: string) => T): Reader<T> => ({
    starts: [name],
    read({ lower }, at) {
      if (lexicon.classes(lower[at] ?? "")?.has(name) !== true) return undefined;
      const found = lexicon.find(name, lower, at);
      return found === undefined ? undefined : { end: found.end, value: convert(found.value) };
    },
  });
  const text = (name: string): Reader<string> => lex(name, String);
  const reader = <T>(starts: string[], read: Reader<T>["read"]): Reader<T> => ({ starts, read });
  const { numbers } = lexicon;

  // Many rules ask for the number at the same word in turn: the last answer is kept.
  let asked:
    { readonly words: Words; readonly at: number; readonly reading: ReturnType<typeof numberAt> } | undefined;
  const number = (words: Words, at: number): ReturnType<typeof numberAt> => {
    if (asked?.words !== words || asked.at !== at)
      asked = { words, at, reading: numberAt(words.lower, at, numbers) };
    return asked.reading;
  };
  const wholeNumber = (words: Words, at: number): Reading<number> | undefined => {
    const found = number(words, at);
    if (found === undefined || found.ordinal || found.value <= 0) return undefined;
    return { end: found.end, value: found.value };
  };
  const ordinal = (words: Words, at: number): Reading<number> | undefined => {
    const found = number(words, at);
    return found?.ordinal === true ? { end: found.end, value: found.value } : undefined;
  };
  const dayTh = (words: Words, at: number): Reading<number> | undefined => {
    const number = ordinal(words, at);
    return number !== undefined && number.value >= 1 && number.value <= 31 ? number : undefined;
  };
  const day = (words: Words, at: number): Reading<number> | undefined => {
    const word = words.lower[at] ?? "";
    if (/^(?:0?[1-9]|[12]\d|3[01])$/.test(word)) return { end: at + 1, value: Number(word) };
    return dayTh(words, at);
  };
  const era = ({ lower }: Words, at: number): Reading<string> | undefined => lexicon.find("era", lower, at);
  const year = (words: Words, at: number): Reading<number> | undefined => {
    const word = words.lower[at] ?? "";
    if (/^\d{1,4}$/.test(word)) {
      const age = era(words, at + 1);
      if (age !== undefined)
        return { end: age.end, value: age.value === "bc" ? 1 - Number(word) : Number(word) };
      return word.length === 4 && word >= "1000" && word <= "2100"
        ? { end: at + 1, value: Number(word) }
        : undefined;
    }
    if (/^'\d\d$/.test(word)) return { end: at + 1, value: nearCentury(Number(word.slice(1))) };
    if (lexicon.is(word, "era_first")) {
      const number = digitsValue(words.lower[at + 1] ?? "");
      return number !== undefined && number >= 1 && number <= 2100
        ? { end: at + 2, value: number }
        : undefined;
    }
    return spokenYearAt(words.lower, at, numbers);
  };

  return {
    MONTH: lex("month", Number),
    WEEKDAY: lex("weekday", Number),
    WEEKDAYS: lex("weekdays", Number),
    SHORT_WEEKDAY: lex("weekday_short", Number),
    DAY: reader(["#digit", "#number"], day),
    DAYTH: reader(["#digit", "#number"], dayTh),
    YEAR: reader(["#digit", "#number", "era"], year),
    DECADE: reader(["#digit", "#number", "decade_word"], (words, at) => decade(words, at, lexicon)),
    CENTURY: reader(["#digit", "#number"], (words, at) => {
      const number = ordinal(words, at);
      if (number === undefined || number.value > 21 || number.value < 1) return undefined;
      const noun = words.lower[number.end] === "-" ? number.end + 1 : number.end;
      if (lexicon.find("unit", words.lower, noun)?.value !== "century") return undefined;
      const age = era(words, noun + 1);
      if (age?.value === "bc") return { end: age.end, value: -number.value };
      return { end: age?.end ?? noun + 1, value: number.value - 1 };
    }),
    QUARTER: reader(["#digit", "#number", "quarter_code"], (words, at) => {
      const code = lexicon.find("quarter_code", words.lower, at);
      if (code !== undefined) return { end: code.end, value: Number(code.value) };
      const number = ordinal(words, at);
      if (number === undefined || number.value > 4 || number.value < 1) return undefined;
      const noun = words.lower[number.end] === "-" ? number.end + 1 : number.end;
      return lexicon.find("unit", words.lower, noun)?.value === "quarter"
        ? { end: noun + 1, value: number.value }
        : undefined;
    }),
    HALF: lex("half", Number),
    SEASON: lex("season", (value) => value as Season),
    NUMERIC: reader(["#digit"], ({ lower }, at) => numericDate(lower[at] ?? "", at)),
    UNIT: lex("unit", (value) => value as TimeUnit),
    UNITS: lex("units", (value) => value as TimeUnit),
    HALF_UNIT: lex("half_unit", (value) => value as TimeUnit),
    COUNT: reader<number | "X">(["#digit", "#number", "vague_count", "couple"], (words, at) => {
      const { lower } = words;
      if (lexicon.find("vague_count", lower, at) !== undefined)
        return { end: lexicon.find("vague_count", lower, at)!.end, value: "X" };
      const couple = lexicon.find("couple", lower, at);
      if (couple !== undefined) return { end: couple.end, value: Number(couple.value) };
      const number = wholeNumber(words, at);
      if (number === undefined)
        return lexicon.is(lower[at], "article") ? { end: at + 1, value: 1 } : undefined;
      if (number.value === 0.5 && lexicon.is(lower[number.end], "article"))
        return { end: number.end + 1, value: 0.5 };
      const joint = lower[number.end];
      if (!lexicon.is(joint, "count_joint")) return number;
      const second = wholeNumber(words, number.end + 1);
      return second === undefined || second.value <= number.value
        ? number
        : { end: second.end, value: number.value };
    }),
    NUMBER: reader(["#digit", "#number"], wholeNumber),
    ORDINAL: reader(["#digit", "#number"], ordinal),
    SPEECH: lex("shift_speech", Number),
    REFERENCE: lex("shift_reference", Number),
    DEICTIC: lex("deictic", (value) => {
      const [by, part] = value.split(" ");
      return part === undefined ? { by: Number(by) } : { by: Number(by), time: `T${part}` };
    }),
    DIRECTION: lex("direction", (value) => {
      const [by, from] = value.split(" ");
      return { by: by === "-1" ? -1 : 1, from: from === "speech" ? "speech" : "reference" };
    }),
    QUANTITY: lex("quantity_modifier", asModifier),
    QUANTITY_TAIL: lex("quantity_tail", asModifier),
    PART: lex("part", asModifier),
    DAYPART: lex("daypart", (value) => `T${value}`),
    CLOCK: reader(["#digit", "#number", "clock_word"], (words, at) => clock(words, at, lexicon)),
    PHRASE: lex("phrase", (index) => lexicon.phrases[Number(index)]!),
    HOLIDAY: text("holiday"),
    SET_WORD: text("set_word"),
    EACH: text("each"),
    PER: text("per"),
    FILLER: text("filler"),
    SEQUENCE: text("sequence"),
    LATEST: text("latest"),
    RECENT: text("recent"),
    AHEAD: text("ahead"),
    YEAR_BEFORE: text("year_before"),
    PERIOD_NOUN: text("period_noun"),
    AGE_TAIL: text("age_tail"),
    DURATION_TAIL: text("duration_tail"),
    SOMEDAY: text("someday"),
    LAST_DAY: text("last_day"),
  };
}

const asModifier = (value: string): DateExpression["modifier"] => value as DateExpression["modifier"];

/** '98 is 1998, '07 is 2007: two digits lie in the hundred years that end in 2029. */
function nearCentury(twoDigits: number): number {
  return twoDigits < 30 ? 2000 + twoDigits : 1900 + twoDigits;
}

function decade(words: Words, at: number, lexicon: Lexicon): Reading<number> | undefined {
  const word = words.lower[at] ?? "";
  const digits = /^(\d{2,3})0'?s$/.exec(word);
  if (digits !== null) {
    const age = lexicon.find("era", words.lower, at + 1);
    if (age?.value === "bc") return { end: age.end, value: -Number(digits[1]) };
    return digits[1]!.length === 3 ? { end: at + 1, value: Number(digits[1]) } : undefined;
  }
  const short = /^('?)(\d)0'?s$/.exec(word);
  if (short !== null && (short[1] === "'" || lexicon.is(words.lower[at - 1], "decade_before")))
    return { end: at + 1, value: nearCentury(Number(short[2]) * 10) / 10 };
  if (/^[12]\d\d0$/.test(word) && words.lower[at + 1] === "'s" && words.lower[at - 1] === "the")
    return { end: at + 2, value: Number(word) / 10 };
  const spoken = lexicon.find("decade_word", words.lower, at);
  if (spoken !== undefined) return { end: spoken.end, value: Number(spoken.value) };
  if (lexicon.numbers.get(word)?.value === 19) {
    const rest = lexicon.find("decade_word", words.lower, at + 1);
    if (rest !== undefined) return { end: rest.end, value: Number(rest.value) };
  }
  return undefined;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** "10:35", "10:35 p.m. EDT", "8 pm", "noon", "4 o'clock", "1100 GMT", "7 in the morning". */
function clock({ lower }: Words, at: number, lexicon: Lexicon): Reading<string> | undefined {
  const word = lower[at] ?? "";
  const named = lexicon.find("clock_word", lower, at);
  if (named !== undefined) return { end: named.end, value: named.value };
  const zone = (i: number): number => {
    const opened = lower[i] === "(" ? i + 1 : i;
    const found = lexicon.find("zone", lower, opened);
    if (found === undefined) return i;
    return opened === i ? found.end : lower[found.end] === ")" ? found.end + 1 : i;
  };
  const universal = (from: number, to: number): string => {
    const found = lexicon.find("zone", lower, lower[from] === "(" ? from + 1 : from);
    return to > from && (found?.value === "GMT" || found?.value === "UTC") ? "Z" : "";
  };
  const parts = /^(\d{1,2})[:.](\d{2})(?::(\d{2}))?$/.exec(word);
  const military = parts === null ? /^([01]\d|2[0-4])([0-5]\d)$/.exec(word) : null;
  const bare = /^\d{1,2}$/.test(word) ? Number(word) : undefined;
  const spelt =
    bare === undefined && parts === null && military === null
      ? numberAt(lower, at, lexicon.numbers)
      : undefined;
  let hour =
    parts !== null ? Number(parts[1]) : military !== null ? Number(military[1]) : (bare ?? spelt?.value);
  if (hour === undefined || !Number.isInteger(hour) || hour > 24 || spelt?.ordinal === true) return undefined;
  const minute = parts?.[2] ?? military?.[2];
  if (minute !== undefined && Number(minute) > 59) return undefined;
  let end = spelt === undefined ? at + 1 : spelt.end;
  let sure = word.includes(":") && parts !== null && parts[1]!.length <= 2;
  if (military !== null) {
    const after = zone(end);
    if (after === end && !lexicon.is(lower[end], "clock_hours")) return undefined;
    return { end: Math.max(after, end + 1), value: `T${two(hour)}:${minute}${universal(end, after)}` };
  }
  const oclock = lexicon.find("clock_tail", lower, end);
  if (oclock !== undefined) {
    end = oclock.end;
    sure = true;
  }
  const half = lexicon.find("meridiem", lower, end);
  if (half !== undefined && hour <= 12) {
    if (half.value === "pm" && hour < 12) hour += 12;
    if (half.value === "am" && hour === 12) hour = 0;
    end = half.end;
    sure = true;
  } else if (lexicon.is(lower[end], "clock_hours") && sure) end++;
  else if (
    lower[end] === "in" &&
    lower[end + 1] === "the" &&
    (bare !== undefined || sure || spelt !== undefined)
  ) {
    const part = lexicon.find("daypart", lower, end + 2);
    if (part !== undefined && hour <= 12) {
      if (part.value !== "MO" && hour < 12) hour += 12;
      end = part.end;
      sure = true;
    }
  }
  if (!sure) return undefined;
  const after = zone(end);
  return { end: after, value: `T${two(hour)}:${minute ?? "00"}${universal(end, after)}` };
}

/** "2012-05-03", "2012-05", "5/12/07" (month first), "13.05.2012" (day first), "3/12/2012". */
function numericDate(word: string, at: number): Reading<Terminals["NUMERIC"]> | undefined {
  if (word.length < 6 || !/^\d+[-/.]\d/.test(word)) return undefined;
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2})(?:t(\d{2}:\d{2})(?::[\d.]+)?z?)?)?$/.exec(word);
  if (iso !== null) {
    const month = Number(iso[2]);
    if (month < 1 || month > 12) return undefined;
    const base = { year: Number(iso[1]), month };
    if (iso[3] === undefined) return { end: at + 1, value: base };
    const day = Number(iso[3]);
    if (day < 1 || day > 31) return undefined;
    const time = iso[4] === undefined ? {} : { time: `T${iso[4]}` };
    return { end: at + 1, value: { ...base, day, ...time } };
  }
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(word);
  if (parts === null) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const year = parts[4]!.length === 4 ? Number(parts[4]) : nearCentury(Number(parts[4]));
  const dayFirst = parts[2] === "." || first > 12;
  const [month, day] = dayFirst ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return { end: at + 1, value: { year, month, day } };
}
