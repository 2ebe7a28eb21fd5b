import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { sameSpan } from "../../../src/core/span.ts";
import { dayNumber, formatDay, weekday, ymd } from "../../../src/stages/dates/calendar.ts";
import { analyze, grammar, values } from "./read.ts";

const months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
]; // prettier-ignore
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const ordinal = (n: number): string =>
  `${n}${n % 10 === 1 && n !== 11 ? "st" : n % 10 === 2 && n !== 12 ? "nd" : n % 10 === 3 && n !== 13 ? "rd" : "th"}`;

/** Every way of printing a full date that is read back. */
const formats: readonly ((day: number) => string)[] = [
  (day) => formatDay(day),
  (day) => `${ymd(day).day} ${months[ymd(day).month - 1]!} ${ymd(day).year}`,
  (day) => `${months[ymd(day).month - 1]!} ${ymd(day).day}, ${ymd(day).year}`,
  (day) => `${months[ymd(day).month - 1]!} ${ordinal(ymd(day).day)}, ${ymd(day).year}`,
  (day) => `the ${ordinal(ymd(day).day)} of ${months[ymd(day).month - 1]!} ${ymd(day).year}`,
  (day) => `${weekdays[weekday(day) - 1]!}, ${months[ymd(day).month - 1]!} ${ymd(day).day}, ${ymd(day).year}`,
  (day) => `${weekdays[weekday(day) - 1]!} ${ymd(day).day} ${months[ymd(day).month - 1]!} ${ymd(day).year}`,
  (day) => `${ymd(day).month}/${ymd(day).day}/${ymd(day).year}`,
  (day) => `${ymd(day).day}.${String(ymd(day).month).padStart(2, "0")}.${ymd(day).year}`,
];

const day = fc.integer({ min: dayNumber(1500, 1, 1), max: dayNumber(2049, 12, 31) });

test.each(formats.map((format, index) => [format(dayNumber(2024, 5, 27)), index] as const))(
  "%s is read back for any day",
  (_, index) => {
    fc.assert(
      fc.property(day, (date) => {
        const printed = formats[index]!(date);
        expect(values(`The council met on ${printed}.`)).toEqual([`${printed} = ${formatDay(date)}`]);
      }),
      { numRuns: 25 },
    );
  },
);

/** Scraps of temporal language in any order, and anything else. */
const scraps = fc.oneof(
  fc.constantFrom(
    "the", "last", "next", "two", "weeks", "year", "ago", "later", "May", "1990", "27", ",", "-", "of", "in", "early", "'s",
    "Friday", "quarter", "third", "a", "half", "until", "BC", "10:30", "p.m.", "every", "past", "few", "decade", "'90s",
    "6-year-old", "1957-60", "Q3", "the end of", "Easter", "now", "old", "or so", "at least", "night", "31", "Feb.", "century",
    "99999999999", "2024-02-31", "0000", "P3D", "\n\n",
  ),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
); // prettier-ignore
const texts = fc.array(scraps, { maxLength: 30 }).map((parts) => parts.join(" "));
const publications = fc.option(day.map(formatDay), { nil: undefined });

const value =
  /^(?:(?:BC)?[\dX]{2,4}(?:-(?:[\dX]{2}|W[\dX]{2}|Q[\dX]|H\d|SP|SU|FA|WI))?(?:-(?:[\dX]{2}|\d|WE))?(?:T.+)?|P(?:T?[\d.X]+[A-Z]+)+|PXX|(?:PAST|PRESENT|FUTURE)_REF)$/;

test("whatever the text, spans are its pieces in order, values parse, days are in order, and twice is the same", () => {
  fc.assert(
    fc.property(texts, publications, (text, published) => {
      const options = published === undefined ? {} : { published };
      const { dates, publication } = analyze(text, options);
      let position = 0;
      for (const [index, date] of dates.entries()) {
        expect(date.start).toBeGreaterThanOrEqual(position);
        expect(date.end).toBeGreaterThan(date.start);
        position = date.end;
        expect(text.slice(date.start, date.end)).toBe(date.text);
        expect(date.value).toMatch(value);
        if (date.startDate !== undefined && date.endDate !== undefined)
          expect(date.startDate <= date.endDate).toBe(true);
        for (const iso of [date.startDate, date.endDate, date.anchorValue])
          if (iso !== undefined) expect(iso).toMatch(/^\d{4,}-\d\d-\d\d$/);
        if (date.interval !== undefined) expect(dates[date.interval.other]!.interval!.other).toBe(index);
      }
      expect(publication.start).toBeLessThanOrEqual(text.length);
      const again = analyze(text, options).dates;
      expect(again).toEqual(dates);
      expect(again.every((date, i) => sameSpan(date, dates[i]!))).toBe(true);
    }),
    { numRuns: 120 },
  );
});

afterEach(() => {
  vi.useRealTimers();
});

test("neither the clock nor the time zone matters", () => {
  const text = "He left yesterday, on Friday, last year, in May and two weeks ago, in '98 and at 10 p.m.";
  const zone = process.env.TZ;
  const found = new Set<string>();
  try {
    for (const [now, tz] of [["1999-12-31T23:59:59Z", "Pacific/Kiritimati"], ["2031-06-01T00:00:00Z", "America/Adak"]] as const) {
      process.env.TZ = tz;
      vi.useFakeTimers({ now: new Date(now), toFake: ["Date"] });
      found.add(JSON.stringify([analyze(text), analyze(text, { published: "2025-06-18" })]));
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
  expect(found.size).toBe(1);
}); // prettier-ignore

test("work grows with the length of the text", () => {
  const text = "The last two of the three, the early, the next - the past the year of the ".repeat(4);
  /** How often the rules look at a word. */
  const looks = (times: number): number => {
    const words = text
      .repeat(times)
      .toLowerCase()
      .match(/[a-z]+|[,-]/g)!;
    let count = 0;
    const lower = new Proxy(words, {
      get(target, key) {
        count++;
        return Reflect.get(target, key) as unknown;
      },
    });
    const spans = words.map((_, index) => ({ start: index, end: index + 1 }));
    const tokens = words.map((word, index) => ({
      start: index, end: index + 1, text: word, sentence: 0, upos: "X" as const, xpos: "X", lemma: word,
    })); // prettier-ignore
    grammar({ lower, spans, tokenOf: words.map((_, index) => index), tokens, text: "" });
    return count;
  };
  expect(looks(20)).toBeGreaterThan(0);
  expect(looks(160)).toBeLessThan(looks(20) * 9);
});
