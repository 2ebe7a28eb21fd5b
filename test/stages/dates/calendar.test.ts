import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dayNumber, daysInMonth, easter, formatDay, isoWeek, shiftMonth, weekStart, weekday, weeksInYear, ymd,
} from "../../../src/stages/dates/calendar.ts"; // prettier-ignore

const days = fc.integer({ min: -1_000_000, max: 1_000_000 });

test("days agree with the proleptic Gregorian calendar of the language", () => {
  fc.assert(
    fc.property(days, (day) => {
      const date = new Date(day * 86_400_000);
      const parts = ymd(day);
      expect(parts).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
      expect(dayNumber(parts.year, parts.month, parts.day)).toBe(day);
      expect(weekday(day) % 7).toBe(date.getUTCDay());
    }),
  );
});

test("every day lies in its ISO week", () => {
  fc.assert(
    fc.property(days, (day) => {
      const { year, week } = isoWeek(day);
      const monday = weekStart(year, week);
      expect(day - monday).toBe(weekday(day) - 1);
      expect(week).toBeGreaterThanOrEqual(1);
      expect(week).toBeLessThanOrEqual(weeksInYear(year));
    }),
  );
});

test("years with 53 weeks", () => {
  const long = Array.from({ length: 31 }, (_, i) => 2000 + i).filter((year) => weeksInYear(year) === 53);
  expect(long).toEqual([2004, 2009, 2015, 2020, 2026]);
});

test.each([
  [2024, 2, 29], [2023, 2, 28], [1900, 2, 28], [2000, 2, 29], [2024, 4, 30], [2024, 12, 31],
])("%i-%i has %i days", (year, month, count) => {
  expect(daysInMonth(year, month)).toBe(count);
}); // prettier-ignore

test("months shift over years", () => {
  expect(shiftMonth(2025, 1, -1)).toEqual({ year: 2024, month: 12 });
  expect(shiftMonth(2024, 12, 14)).toEqual({ year: 2026, month: 2 });
});

test.each([
  [1998, "1998-04-12"], [2000, "2000-04-23"], [2008, "2008-03-23"], [2025, "2025-04-20"], [2038, "2038-04-25"],
])("Easter %i", (year, date) => {
  expect(formatDay(easter(year))).toBe(date);
}); // prettier-ignore

test("years before Christ are counted without a year 0", () => {
  expect(formatDay(dayNumber(0, 12, 31))).toBe("BC0001-12-31");
  expect(formatDay(dayNumber(1, 1, 1) - 1)).toBe("BC0001-12-31");
});
