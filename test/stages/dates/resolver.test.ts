import { describe, expect, test } from "vitest";
import { analyze, values } from "./read.ts";

describe("news counts from the day of publication", () => {
  test.each([
    // leap years
    ["2024-03-01", "He left yesterday.", "yesterday = 2024-02-29"],
    ["2023-03-01", "He left yesterday.", "yesterday = 2023-02-28"],
    ["1900-03-01", "He left yesterday.", "yesterday = 1900-02-28"],
    ["2000-03-01", "He left yesterday.", "yesterday = 2000-02-29"],
    ["2024-03-31", "He left last month.", "last month = 2024-02"],
    // year boundaries
    ["2025-01-01", "He left yesterday.", "yesterday = 2024-12-31"],
    ["2024-12-31", "He leaves tomorrow.", "tomorrow = 2025-01-01"],
    ["2025-01-10", "He left last month.", "last month = 2024-12"],
    ["2025-01-10", "He left last quarter.", "last quarter = 2024-Q4"],
    ["2025-01-10", "He left in December.", "December = 2024-12"],
    ["2024-12-20", "He will leave in January.", "January = 2025-01"],
    ["2025-01-05", "He left on Dec. 30.", "Dec. 30 = 2024-12-30"],
    ["2024-12-30", "He leaves on Jan. 5.", "Jan. 5 = 2025-01-05"],
    ["2023-12-08", "Thousands died on 6 February.", "6 February = 2023-02-06"],
    ["2023-12-08", "The vote is to be held on 6 February.", "6 February = 2024-02-06"],
    ["2023-10-31", "The sale is expected to be completed by Dec. 15.", "Dec. 15 = 2023-12-15"],
    ["2023-10-27", "The board declared a dividend, payable Dec. 7.", "Dec. 7 = 2023-12-07"],
    // "that summer" told in the past is no summer to come
    ["2024-03-10", "Embassies reopened that summer.", "that summer = 2023-SU"],
    ["2024-10-10", "Embassies reopened that summer.", "that summer = 2024-SU"],
    // ISO weeks: 2020 has 53, and the first days of 2021 and 2027 belong to week 53 of the year before
    ["2021-01-06", "He left last week.", "last week = 2020-W53"],
    ["2021-01-02", "He left this week.", "this week = 2020-W53"],
    ["2027-01-01", "He left this week.", "this week = 2026-W53"],
    ["2024-12-30", "He left this week.", "this week = 2025-W01"],
    ["2020-12-28", "He will leave next week.", "next week = 2021-W01"],
    // weekdays: the most recent one, the day of publication included
    ["2025-06-18", "He left on Wednesday.", "Wednesday = 2025-06-18"],
    ["2025-06-18", "He left on Thursday.", "Thursday = 2025-06-12"],
    ["2025-06-18", "He will leave on Thursday.", "Thursday = 2025-06-19"],
    ["2025-06-18", "He declined to comment on Thursday.", "Thursday = 2025-06-12"],
    ["2025-06-18", "He is expected to leave on Thursday.", "Thursday = 2025-06-19"],
    ["2025-06-18", "He left over the weekend.", "the weekend = 2025-W24-WE"],
    // a winter belongs to the year it starts in
    ["2025-02-10", "He left last winter.", "last winter = 2023-WI"],
    ["2025-04-10", "He left last winter.", "last winter = 2024-WI"],
    // holidays that move
    ["2025-04-25", "He left on Easter Monday.", "Easter Monday = 2025-04-21"],
    ["2024-11-30", "He left on Thanksgiving.", "Thanksgiving = 2024-11-28"],
    ["2024-11-10", "He won on Election Day.", "Election Day = 2024-11-05"],
    ["2022-11-10", "He won on Election Day.", "Election Day = 2022-11-08"],
  ])("%s: %s", (published, sentence, found) => {
    expect(values(sentence, published)).toEqual([found]);
  }); // prettier-ignore
});

test("since a weekday looks back, from the dateline as from a day told before", () => {
  const found = "Saturday = 2023-04-15";
  expect(values("Dozens died on Sunday and since Saturday.", "2023-04-16").at(-1)).toBe(found);
  expect(values("On April 16, 2023 it went on. 56 civilians had died since Saturday.").at(-1)).toBe(found);
});

test("figures of a quarter are compared with the quarter a year before", () => {
  const found = values("Profit fell in the third quarter. A year earlier it had risen.", "2024-11-01");
  expect(found).toEqual(["the third quarter = 2024-Q3", "A year earlier = 2023-Q3"]);
  expect(values("Profit fell. A year earlier it had risen.", "2024-11-01")).toEqual([
    "A year earlier = 2023",
  ]);
});

test("the quarter is the one that ended on the day told", () => {
  const found = values("Sales for the quarter ended Sept. 30 fell.", "2024-11-01");
  expect(found).toEqual(["the quarter = 2024-Q3", "Sept. 30 = 2024-09-30"]);
});

describe("a story counts from the date told last", () => {
  const story =
    "In 1914 the war began. On 4 August the army crossed the border. Two days later it was halted.";

  test.each([undefined, "2009-12-19"])("published %s", (published) => {
    const more = " In 1915 the front froze. In 1916 it broke. In July the assault began.";
    const found = values(story + more, published);
    expect(found.slice(0, 3)).toEqual([
      "1914 = 1914",
      "4 August = 1914-08-04",
      "Two days later = 1914-08-06",
    ]);
    expect(found.at(-1)).toBe("July = 1916-07");
  });

  test("paragraph by paragraph", () => {
    const text =
      "The minister resigned yesterday. He had been accused on 3 June.\n\n" +
      "In 1988 the clashes started, and in 1991 they became a war. In May the city fell.\n\n" +
      "He will be replaced on Monday.";
    expect(values(text, "2025-06-18")).toEqual([
      "yesterday = 2025-06-17", "3 June = 2025-06-03", "1988 = 1988", "1991 = 1991", "May = 1991-05", "Monday = 2025-06-23",
    ]); // prettier-ignore
  });
});

describe("a distant year told in passing draws no bare day to itself", () => {
  test.each([
    ["The pact of 1951 binds both. On 2 July the envoys met.", "2 July = 2024-07-02"],
    ["The pact of 1951, made public in 2005, binds both. On 2 July the envoys met.", "2 July = 2024-07-02"],
    ["He was born in 1948, elected in 1975 and again in 1994. In May he fell ill.", "May = 2024-05"],
    ["Under the pact of May 1951 both are bound. On 2 July the envoys met.", "2 July = 2024-07-02"],
    ["The war of 1991 had stopped in 1994. Yesterday, after talks on 2 July, it resumed.", "2 July = 2024-07-02"],
  ])("%s", (text, found) => {
    expect(values(text, "2024-07-05").at(-1)).toBe(found);
  });

  test.each([
    ["The war came in 1991. In 1992 the front broke. On 2 July the port fell.", "2 July = 1992-07-02"],
    ["The siege began on 19 September 2021; on 20 September the city fell.", "20 September = 2021-09-20"],
    ["The siege began on 19 September 2023. By 4 October the city had fallen.", "4 October = 2023-10-04"],
  ])("but a chain of dates does: %s", (text, found) => {
    expect(values(text, "2024-07-05").at(-1)).toBe(found);
  });
}); // prettier-ignore

test.each([
  ["2025-06", "He left last month.", "last month = 2025-05"],
  ["2025-06", "He left last year.", "last year = 2024"],
  ["2025-06", "He left in November.", "November = 2024-11"],
  ["2025-06", "He left yesterday.", "yesterday = XXXX-XX-XX"],
  ["2025-06", "He left on Friday.", "Friday = XXXX-WXX-5"],
  ["2025-06", "He left last Friday.", "last Friday = XXXX-WXX-5"],
  ["2025", "He left a decade ago.", "a decade ago = 2015"],
  ["2025", "He left this year.", "this year = 2025"],
  ["2025", "He left last month.", "last month = XXXX-XX"],
  ["2025", "He left in November.", "November = XXXX-11"],
  ["2025", "He left on May 3.", "May 3 = XXXX-05-03"],
  ["2025", "He left last week.", "last week = XXXX-WXX"],
])("published in %s, as far as that goes: %s", (published, sentence, found) => {
  expect(values(sentence, published)).toEqual([found]);
});

test.each([
  ["He left yesterday.", "yesterday = XXXX-XX-XX"],
  ["He left last year.", "last year = XXXX"],
  ["He left on Friday.", "Friday = XXXX-WXX-5"],
  ["He left on May 3.", "May 3 = XXXX-05-03"],
  ["He left in the spring.", "the spring = XXXX-SP"],
  ["He left last week.", "last week = XXXX-WXX"],
])("nothing to count from: %s", (sentence, found) => {
  expect(values(sentence)).toEqual([found]);
  expect(analyze(sentence).dates[0]).toMatchObject({ anchor: "unresolved" });
});

test("what a row says of its making", () => {
  const { dates } = analyze("He left on May 3, nearly two years after 1 June 2023.", {
    published: "2025-06-18",
  });
  expect(dates[0]).toMatchObject({
    value: "2025-05-03", startDate: "2025-05-03", endDate: "2025-05-03", precision: "day", anchor: "publication",
    anchorValue: "2025-06-18", implied: ["year"], ruleId: "month-day",
  }); // prettier-ignore
  expect(dates[1]).toMatchObject({
    value: "P2Y",
    modifier: "less_than",
    precision: "year",
    anchor: "absolute",
  });
  expect(dates[2]).toMatchObject({ value: "2023-06-01", anchor: "absolute", implied: [] });
});

test("what is counted from a guessed day of publication says that it may be wrong", () => {
  const text = "The raid came on 27 June 2025. The envoys left yesterday.";
  expect(analyze(text).dates[1]).toMatchObject({ value: "2025-06-26", confidence: 0.5 });
  expect(analyze(text, { published: "2025-06-27" }).dates[1]).toMatchObject({ confidence: 0.9 });
});

test("the days a value covers", () => {
  const days = (text: string): (string | undefined)[] => {
    const { startDate, endDate } = analyze(text, { published: "2025-06-18" }).dates[0]!;
    return [startDate, endDate];
  };
  expect(days("It grew in the 1990s.")).toEqual(["1990-01-01", "1999-12-31"]);
  expect(days("It grew in the 20th century.")).toEqual(["1901-01-01", "2000-12-31"]);
  expect(days("It grew in February 2024.")).toEqual(["2024-02-01", "2024-02-29"]);
  expect(days("It grew in winter 2023.")).toEqual(["2023-12-01", "2024-02-29"]);
  expect(days("It grew last week.")).toEqual(["2025-06-09", "2025-06-15"]);
  expect(days("It grew over the past two months.")).toEqual(["2025-04-18", "2025-06-18"]);
  expect(days("It grew in recent weeks.")).toEqual([undefined, "2025-06-17"]);
  expect(days("It fell in 490 BC.")).toEqual([undefined, undefined]);
});

test("the two ends of an interval know each other", () => {
  const { dates } = analyze("It lasted from 1988 until 1994, not from May to June 1999.");
  expect(dates.map(({ interval }) => interval)).toEqual([
    { other: 1, role: "begin" }, { other: 0, role: "end" }, { other: 3, role: "begin" }, { other: 2, role: "end" },
  ]); // prettier-ignore
});
