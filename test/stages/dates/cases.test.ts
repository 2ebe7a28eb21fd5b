import { describe, expect, test } from "vitest";
import { values } from "./read.ts";

/** A Wednesday. */
const published = "2025-06-18";

/** One meaning, many wordings: each line is a sentence, the expressions it holds and their values. */
const cases: Record<string, readonly (readonly [sentence: string, ...found: string[]])[]> = {
  "full dates": [
    ["The talks began on 27 May 2024.", "27 May 2024 = 2024-05-27"],
    ["The talks began on May 27, 2024.", "May 27, 2024 = 2024-05-27"],
    ["The talks began on Monday, May 27, 2024.", "Monday, May 27, 2024 = 2024-05-27"],
    ["The talks began on Monday, 27 May 2024.", "Monday, 27 May 2024 = 2024-05-27"],
    ["The talks began on May 27th, 2024.", "May 27th, 2024 = 2024-05-27"],
    ["The talks began on the 27th of May 2024.", "the 27th of May 2024 = 2024-05-27"],
    ["The talks began on Aug. 2, 1990.", "Aug. 2, 1990 = 1990-08-02"],
    ["The talks began on 2024-05-27.", "2024-05-27 = 2024-05-27"],
    ["The talks began on 5/27/2024.", "5/27/2024 = 2024-05-27"],
    ["The talks began on 27.05.2024.", "27.05.2024 = 2024-05-27"],
  ],
  "months, quarters, halves, seasons": [
    ["The treaty was signed in December 2024.", "December 2024 = 2024-12"],
    ["The treaty was signed in Dec. 2024.", "Dec. 2024 = 2024-12"],
    ["The treaty was signed in December of 2024.", "December of 2024 = 2024-12"],
    ["The treaty was signed in the third quarter of 2024.", "the third quarter of 2024 = 2024-Q3"],
    ["The treaty was signed in Q3 2024.", "Q3 2024 = 2024-Q3"],
    ["The treaty was signed in the second half of 2024.", "the second half of 2024 = 2024-H2"],
    ["The treaty was signed in the spring of 2024.", "the spring of 2024 = 2024-SP"],
    ["The treaty was signed in winter 2024.", "winter 2024 = 2024-WI"],
  ],
  "years, decades, centuries": [
    ["The state was founded in 1918.", "1918 = 1918"],
    ["It was founded in the year 1918.", "the year 1918 = 1918"],
    ["It grew in the 1990s.", "the 1990s = 199"],
    ["It grew in the late '90s.", "the late '90s = 199"],
    ["It grew in the nineties.", "the nineties = 199"],
    ["It was built in the 19th century.", "the 19th century = 18"],
    ["It was built in the twentieth century.", "the twentieth century = 19"],
    ["The city fell in 149 BC.", "149 BC = BC0149"],
    ["The city fell in 1453.", "1453 = 1453"],
    ["In nineteen ninety-six the party lost.", "nineteen ninety-six = 1996"],
  ],
  "days near the day of writing": [
    ["The minister resigned today.", "today = 2025-06-18"],
    ["The minister resigned yesterday.", "yesterday = 2025-06-17"],
    ["The minister resigns tomorrow.", "tomorrow = 2025-06-19"],
    ["The minister resigned the day before yesterday.", "the day before yesterday = 2025-06-16"],
    ["The minister resigned on Monday.", "Monday = 2025-06-16"],
    ["The minister resigned on Wednesday.", "Wednesday = 2025-06-18"],
    ["The minister will resign on Friday.", "Friday = 2025-06-20"],
    ["The vote was postponed until Friday.", "Friday = 2025-06-20"],
    ["The minister resigned last Friday.", "last Friday = 2025-06-13"],
    ["The minister resigned last night.", "last night = 2025-06-17TNI"],
    ["The minister resigned on Monday morning.", "Monday morning = 2025-06-16TMO"],
    ["The minister resigned at 10:30 p.m. Monday.", "10:30 p.m. Monday = 2025-06-16T22:30"],
  ],
  "periods near the day of writing": [
    ["Exports fell last week.", "last week = 2025-W24"],
    ["Exports fell this month.", "this month = 2025-06"],
    ["Exports will fall next year.", "next year = 2026"],
    ["Exports fell last year.", "last year = 2024"],
    ["Exports fell earlier this year.", "earlier this year = 2025"],
    ["Exports fell two years ago.", "two years ago = 2023"],
    ["Exports fell nearly four months ago.", "nearly four months ago = 2025-02"],
    ["Exports fell six weeks ago.", "six weeks ago = 2025-W19"],
    ["Exports fell ten days ago.", "ten days ago = 2025-06-08"],
    ["Exports fell a decade ago.", "a decade ago = 2015"],
    ["Exports fell in June last year.", "June last year = 2024-06"],
    ["Exports fell in last year's third quarter.", "last year's third quarter = 2024-Q3"],
  ],
  "months and days without a year": [
    ["The army withdrew on May 3.", "May 3 = 2025-05-03"],
    ["The army withdrew on 3 May.", "3 May = 2025-05-03"],
    ["The army withdrew in November.", "November = 2024-11"],
    ["The army will withdraw in November.", "November = 2025-11"],
    ["The army withdrew at Christmas.", "Christmas = 2024-12-25"],
  ],
  "dates told after another": [
    ["The war began on 3 May 1998. Two days later the port fell.", "3 May 1998 = 1998-05-03", "Two days later = 1998-05-05"],
    ["The war began on 3 May 1998. The next day the port fell.", "3 May 1998 = 1998-05-03", "The next day = 1998-05-04"],
    ["He won in 1998. The following year he died.", "1998 = 1998", "The following year = 1999"],
  ],
  durations: [
    ["The siege lasted three years.", "three years = P3Y"],
    ["The siege lasted two and a half years.", "two and a half years = P2.5Y"],
    ["The siege lasted more than four hours.", "more than four hours = PT4H"],
    ["The siege lasted several weeks.", "several weeks = PXW"],
    ["It was a 30-year war.", "30-year = P30Y"],
    ["It was a decades-long dispute.", "decades-long = PXDE"],
    ["It was a decades old dispute.", "decades old = PXDE"],
    ["The fleet left for the past two months.", "the past two months = P2M"],
    ["The fleet shrank in the first nine months.", "the first nine months = P9M"],
    ["They fought for years.", "years = PXY"],
  ],
  "repeated times": [
    ["The court meets every Tuesday.", "every Tuesday = XXXX-WXX-2"],
    ["The court meets every two weeks.", "every two weeks = P2W"],
    ["Some 300 people cross daily.", "daily = P1D"],
    ["It costs $5 million a year.", "a year = P1Y"],
  ],
  "vague times are kept, not guessed": [
    ["A deal is possible in the near future.", "the near future = FUTURE_REF"],
    ["Ties have worsened recently.", "recently = PAST_REF"],
    ["The bridge is now closed.", "now = PRESENT_REF"],
    ["The war began on 3 May 1998. The following days saw riots.", "3 May 1998 = 1998-05-03", "The following days = PXD"],
    ["He left years ago.", "years ago = PAST_REF"],
  ],
  "parts of a period": [
    ["It ended in late 1942.", "late 1942 = 1942"],
    ["It ended at the end of March 1942.", "the end of March 1942 = 1942-03"],
    ["It ended in mid-1996.", "mid-1996 = 1996"],
    ["It ended in early May 2024.", "early May 2024 = 2024-05"],
  ],
  "ends of ranges": [
    ["The war lasted from 1988 until 1994.", "1988 = 1988", "1994 = 1994"],
    ["The plan of 1957-60 failed.", "1957 = 1957", "60 = 1960"],
    ["The plan of 1957–60 failed.", "1957 = 1957", "60 = 1960"],
    ["It ran between May and July 1990.", "May = 1990-05", "July 1990 = 1990-07"],
    ["It ran between November and February 1990.", "November = 1989-11", "February 1990 = 1990-02"],
    ["The summit of June 5-8, 1990 failed.", "June 5 = 1990-06-05", "8, 1990 = 1990-06-08"],
    ["The summit of 5-8 June 1990 failed.", "5 = 1990-06-05", "8 June 1990 = 1990-06-08"],
    ["The revolt of 499-494 BC failed.", "499 = BC0499", "494 BC = BC0494"],
  ],
}; // prettier-ignore

describe.each(Object.entries(cases))("%s", (_, lines) => {
  test.each(lines)("%s", (sentence, ...found) => {
    expect(values(sentence, published)).toEqual(found);
  });
});

test.each([
  "He may resign and she may not.",
  "They march to the sea and the walls fall.",
  "The sun set on a mon repos villa.",
  "The case took place in 90 cases out of 100.",
  "A Boeing 747 landed on runway 1800 metres long.",
  "It cost 1995 dollars and weighed 2000 pounds.",
  "Some 1990 people were killed.",
  "About 2000 soldiers crossed the river.",
  "The 6-year-old boy and his 37 years old mother left.",
  "She came second and he came third.",
  "A second front opened; wait a second front.",
  "The Second Division and the Third Army met.",
  "He paid $ 10 billion, or 4.5 million tons.",
  "The ratio was 3/4 and the score 21.5.",
  "The present rift and a past mistake hurt.",
  "The fall of the city shocked all.",
  "The Long March changed the party.",
  "Jan Kavan signed the paper.",
  "Flight 1549 was delayed.",
  "They won three quarters of the seats.",
  "Resolution 1325 was adopted.",
])("no date: %s", (sentence) => {
  expect(values(sentence, published)).toEqual([]);
});
