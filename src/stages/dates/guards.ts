import { numberAt } from "../../language/en/numbers.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Place, Rule } from "./rule.ts";

/** What refuses a match: the words fit the pattern, but mean something else. */
export type Guard = (place: Place, lexicon: Lexicon) => boolean;

const upos = ({ words }: Place, index: number): string =>
  words.tokens[words.tokenOf[index] ?? -1]?.upos ?? "";
const surface = ({ words }: Place, index: number): string => {
  const span = words.spans[index];
  return span === undefined ? "" : words.text.slice(span.start, span.end);
};
const before = ({ words, start }: Place): string => words.lower[start - 1] ?? "";
const after = ({ words, end }: Place): string => words.lower[end] ?? "";
const capital = (text: string): boolean => /^\p{Lu}/u.test(text);
const is = (lexicon: Lexicon, name: string, word: string): boolean => lexicon.is(word, name);

export const guards: Readonly<Record<NonNullable<Rule["guard"]>, Guard>> = {
  /** "may" and "march" are verbs more often than months; months are written with a capital. */
  month(place, lexicon) {
    let i = place.start;
    while (i < place.end && !is(lexicon, "month", place.words.lower[i]!)) i++;
    const text = surface(place, i);
    if (!capital(text)) return false;
    const word = place.words.lower[i]!;
    if (!is(lexicon, "ambiguous_month", word)) return true;
    if (place.end - place.start > 1) return true;
    const previous = before(place);
    const name = lexicon.find("ambiguous_month", [word], 0)?.value === "name";
    if (name && upos(place, place.end) === "PROPN") return false;
    if (is(lexicon, "month_before", previous)) return true;
    return (
      place.end < place.words.lower.length &&
      is(lexicon, "month_after", after(place)) &&
      upos(place, i) === "PROPN"
    );
  },

  /** A number of four digits is a year unless it counts, measures or names something. */
  year(place, lexicon) {
    const { words, start, end } = place;
    const next = after(place);
    const previous = before(place);
    const word = words.lower[start]!;
    if (end - start > 1) return true;
    if (is(lexicon, "money", previous) || is(lexicon, "money", next)) return false;
    // "2000 more soldiers" counts; "by the end of 2023 more than 10 million tonnes" does not.
    const measured = is(lexicon, "measure", next) && words.lower[end + 1] !== "than";
    if (is(lexicon, "unit", next) || is(lexicon, "units", next) || measured) return false;
    if (word.startsWith("'")) return true;
    if (is(lexicon, "year_before_word", previous)) return true;
    if (is(lexicon, "count_before", previous)) return false;
    if (next === "-" && is(lexicon, "measure", words.lower[end + 1] ?? "")) return false;
    if (previous === "-" && !/\d$/.test(words.lower[start - 2] ?? "") && capital(surface(place, start - 2)))
      return false;
    const value = Number(word);
    if (next === "-" && /^\d{2,4}$/.test(words.lower[end + 1] ?? "")) return true;
    if (value < 1400 || value > 2050) return false;
    const noun = words.tokens[words.tokenOf[end] ?? -1];
    const counts = noun?.upos === "NOUN" && /[^s]s$/.test(noun.text);
    return !counts || upos(place, start - 1) === "DET" || upos(place, start - 1) === "PRON";
  },

  season(place, lexicon) {
    const { words, start, end } = place;
    if (after(place) === "of" && is(lexicon, "ambiguous_season", words.lower[end - 1]!)) return false;
    const word = words.lower[end - 1]!;
    if (capital(surface(place, end - 1)) && start > 0 && capital(surface(place, start - 1))) return false;
    if (!is(lexicon, "ambiguous_season", word) && upos(place, end - 1) !== "VERB") return true;
    if (words.lower[start] === "the" && end - start > 1)
      return is(lexicon, "season_before", before(place)) && after(place) !== "of";
    return is(lexicon, "season_before", before(place)) && upos(place, end - 1) !== "VERB";
  },

  /** "This Week" is a name. */
  lower: (place) => !capital(surface(place, place.end - 1)) || place.end - place.start === 1,

  /** "the 28th" is a day when no noun follows: "the 28th Division", "the first of them". */
  dayth(place, lexicon) {
    if (!/^\d/.test(place.words.lower[place.end - 1]!) || !is(lexicon, "day_before", before(place)))
      return false;
    const tag = upos(place, place.end);
    return tag !== "NOUN" && tag !== "PROPN" && tag !== "ADJ" && tag !== "NUM" && after(place) !== "-";
  },

  weekday: (place) => capital(surface(place, place.start)),

  /** "the half" needs a date to be half of; "the second half" of a match is no date. */
  half: (place, lexicon) => is(lexicon, "month_before", before(place)) && after(place) !== "of",

  clock(place) {
    // A score ("won 6:30"), a verse or a ratio: after a bare "h:mm" a counted noun follows, or a capital stands before.
    const word = place.words.lower[place.start] ?? "";
    return !/^\d+\.\d+$/.test(word);
  },

  /** "the year of the dragon", "the day that …": pointing back only when nothing says which one. */
  back(place, lexicon) {
    const next = after(place);
    if (capital(surface(place, place.end - 1)) && place.end - place.start > 1) return false;
    return (
      !is(lexicon, "points_on", next) &&
      !(next === "-" && place.words.spans[place.end]?.start === place.words.spans[place.end - 1]?.end)
    );
  },

  /** "6-year-old", "37 years old" are ages: figures, not dates. */
  age(place, lexicon) {
    const next = after(place);
    if (next === "-") return !is(lexicon, "age_tail", place.words.lower[place.end + 1] ?? "");
    return !is(lexicon, "age_tail", next);
  },

  /** Words of time in idioms: "second" as an ordinal, "a day" as a rate, ages. */
  unit(place, lexicon) {
    const { words, end } = place;
    const last = words.lower[end - 1]!;
    if (is(lexicon, "idle_unit", last)) return false;
    const next = after(place);
    if (lexicon.find("age_tail", words.lower, end) !== undefined) return false;
    if (next === "-" && is(lexicon, "age_tail", words.lower[end + 1] ?? "")) return false;
    const first = words.lower[place.start]!;
    if (lexicon.find("someday", words.lower, place.start)?.end === end && isSomeday(place)) return false;
    if (is(lexicon, "article", first) && end - place.start === 2) {
      // "a day of mourning" is a kind of day, "a day of talks" a length.
      if (next === "of" && is(lexicon, "day_kind", words.lower[end + 1] ?? "")) return false;
      return next !== "-" && !rate(place, lexicon) && !is(lexicon, "idle_with_article", last);
    }
    const unit = lexicon.find("unit", [last], 0) ?? lexicon.find("units", [last], 0);
    if (unit?.value === "quarter") {
      const counted = numberAt(words.lower, end - 2, lexicon.numbers);
      return (
        (next !== "of" && counted !== undefined && counted.value > 1) ||
        is(lexicon, "sequence", words.lower[place.start + 1] ?? "")
      );
    }
    return true;
  },

  /** "will one day leave": at some time to come. */
  someday: (place) => isSomeday(place) && !opens(place),

  /** "two days before the vote" is a length; "two days before" alone, a date. */
  offset(place, lexicon) {
    if (!guards.unit(place, lexicon)) return false;
    return (
      !is(lexicon, "relative_to", place.words.lower[place.end - 1]!) ||
      !/^[\p{L}\p{N}$"'`“‘]/u.test(after(place))
    );
  },

  /** "a decades old case" has a length; "six years old" is an age. */
  uncounted: ({ words, start }) => {
    const previous = words.lower[start - 1] === "-" ? words.lower[start - 2] : words.lower[start - 1];
    const tag = words.tokens[words.tokenOf[start - 1] ?? -1]?.upos;
    return tag !== "NUM" && !/\d$/.test(previous ?? "");
  },

  /** "the third-quarter loss": the article belongs to the loss. */
  quarter: ({ words, start, end }) => words.lower[start] !== "the" || words.lower[end - 2] !== "-",

  /** "days", "the years": only where they measure time. */
  shortUnit(place, lexicon) {
    const { words, start } = place;
    const last = words.lower[place.end - 1]!;
    if (is(lexicon, "idle_units", last)) return false;
    if (words.lower[start] === "the") return is(lexicon, "bare_unit_before", before(place));
    return is(lexicon, "bare_unit_before", before(place)) && !capital(surface(place, start));
  },

  rate(place, lexicon) {
    const { words, start, end } = place;
    if (end - start === 1) {
      const word = words.lower[start]!;
      if (is(lexicon, "idle_set", word)) return false;
      return !capital(surface(place, start)) || start === 0;
    }
    return rate(place, lexicon);
  },

  /** "now" that starts "now that", a phrase inside a longer name. */
  phrase(place, lexicon) {
    const next = after(place);
    const tag = upos(place, place.end);
    if (
      is(lexicon, "state_noun", place.words.lower[place.end - 1]!) &&
      (tag === "NOUN" || tag === "PROPN" || tag === "ADJ")
    )
      return false;
    return !(is(lexicon, "idle_now", next) && place.end - place.start === 1) && next !== "-";
  },
};

/** "one day" as an adverb: before or within a verb group ("would one day be"), or opening a story ("One day, he …"). */
function isSomeday(place: Place): boolean {
  const next = upos(place, place.end);
  if (opens(place)) return after(place) === "," || next === "PRON" || next === "DET" || next === "PROPN";
  const previous = upos(place, place.start - 1);
  // Taggers take the verb of "to one day return" for a noun.
  if (before(place) === "to") return next === "VERB" || next === "AUX" || next === "NOUN";
  if (previous === "AUX") return next === "VERB" || next === "AUX" || after(place) === "to";
  return (
    (previous === "NOUN" || previous === "PROPN" || previous === "PRON") &&
    (next === "VERB" || next === "AUX")
  );
}

/** Whether a match stands first in its sentence. */
function opens({ words, start }: Place): boolean {
  const sentence = (i: number): number | undefined => words.tokens[words.tokenOf[i] ?? -1]?.sentence;
  return sentence(start - 1) !== sentence(start);
}

/** "$5 million a year", "15 a year", "twice a week", "barrels a day": so much per period. */
function rate(place: Place, lexicon: Lexicon): boolean {
  const previous = before(place);
  if (is(lexicon, "money", previous) || is(lexicon, "times", previous)) return true;
  if (/^[\d.,]+$/.test(previous) && previous !== "," && previous !== ".") return true;
  const tag = upos(place, place.start - 1);
  return tag === "NUM" || (tag === "NOUN" && previous.endsWith("s"));
}
