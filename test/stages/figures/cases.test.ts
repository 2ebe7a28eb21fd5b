import { expect, test } from "vitest";
import { rows, values } from "./read.ts";

type Case = readonly [text: string, value: number | string, unit?: string, ...more: (number | string)[]];

const sameValue: Readonly<Record<string, readonly Case[]>> = {
  numerals: [
    ["They counted 4,500,000 bottles.", 4500000],
    ["They counted 4.5 million bottles.", 4500000],
    ["They counted 4 500 000 bottles.", 4500000],
    ["They counted 45 lakh bottles.", 4500000],
    ["They counted 2.5 crore bottles.", 25000000],
    ["They counted 12,34,567 bottles.", 1234567],
    ["They counted twenty-four bottles.", 24],
    ["They counted a dozen bottles.", 12],
    ["They counted two and a half million bottles.", 2500000],
    ["They counted half a million bottles.", 500000],
    ["They counted three hundred and five bottles.", 305],
    ["They counted 12k bottles.", 12000],
    ["They counted a score of bottles.", 20],
  ],
  money: [
    ["It cost $3bn.", 3e9, "USD"],
    ["It cost $ 3 Billion.", 3e9, "USD"],
    ["It cost 3 billion US dollars.", 3e9, "USD"],
    ["It cost Rs. 5120 million PKR.", 5120e6, "PKR"],
    ["It cost Rs 500.", 500, "INR"],
    ["It cost the bloc €30m.", 30e6, "EUR"],
    ["It cost 9.9 billion yuan.", 9.9e9, "CNY"],
    ["It cost RM120,000.", 120000, "MYR"],
    ["It cost 164p.", 164, "pence"],
    ["It cost thirteen dollars and forty-five cents.", 13.45, "USD"],
    ["It cost A$5.", 5, "AUD"],
    ["It cost £20 million.", 20e6, "GBP"],
  ],
  measures: [
    ["The village lies 45km away.", 45, "km"],
    ["The village lies 45 kilometres away.", 45, "km"],
    ["They moved 4.5 million tons of grain.", 4.5e6, "ton"],
    ["They hold 300 square miles of desert.", 300, "[mi_i]2"],
    ["They pump 800,000 barrels a day.", 800000, "[bbl_us]/d"],
    ["He drove at 80 km/h.", 80, "km/h"],
    ["Prices rose 5 per cent.", 5, "%"],
    ["Support fell by three percentage points.", 3, "{pp}"],
    ["The siege lasted four long years.", 4, "a"],
    ["The siege lasted 24 hours.", 24, "h"],
    ["It was minus 40 degrees Celsius.", -40, "Cel"],
    ["A 3-inch shell hit the roof.", 3, "[in_i]"],
    ["A 14-year-old boy was hurt.", 14, "a"],
    ["A decades-old feud flared up.", "1..10", "decade"],
    ["They bought a 7- or 8-inch gun.", 7, "[in_i]", 8, "[in_i]"],
  ],
  ranges: [
    ["Turnout was 5 to 7 per cent.", "5..7", "%"],
    ["It lies 5-7 km away.", "5..7", "km"],
    ["Between 10 and 20 villages are cut off.", "10..20"],
    ["Four to five thousand people fled.", "4000..5000"],
    ["A fine of $3 billion to $5 billion is due.", "3000000000..5000000000", "USD"],
    ["A fine of $3 to $5 billion is due.", "3000000000..5000000000", "USD"],
    ["Trade grew from 1.5 to 4.5 million tons.", "1500000..4500000", "ton"],
    ["Growth slowed from 4.8 to 4.7 percent.", "4.7..4.8", "%"],
    ["I sit there for six or seven hours.", "6..7", "h"],
  ],
  vague: [
    ["Dozens of people fled.", "12..120"],
    ["Tens of thousands of people fled.", "10000..100000"],
    ["Several hundred people fled.", "300..900"],
    ["They lost billions of dollars.", "1000000000..10000000000", "USD"],
  ],
  shares: [
    ["Two thirds of the voters stayed home.", 0.666666666667],
    ["One in five voters stayed home.", 0.2],
    ["Three out of 10 voters stayed home.", 0.3],
    ["Almost half of the voters stayed home.", 0.5],
  ],
};

for (const [form, cases] of Object.entries(sameValue))
  test(form, () => {
    const read = cases.map(([text]) => [text, ...values(text).flat()]);
    expect(read).toEqual(cases.map(([text, value, unit, ...more]) => [text, value, unit, ...more]));
  });

test.each([
  ["At least 40 people fled.", "ge"],
  ["More than 40 people fled.", "gt"],
  ["No more than 40 people fled.", "le"],
  ["No fewer than 40 people fled.", "ge"],
  ["Up to 40 people fled.", "le"],
  ["As many as 40 people fled.", "le"],
  ["Fewer than 40 people fled.", "lt"],
  ["Nearly 40 people fled.", "approx"],
  ["Some 40 people fled.", "approx"],
  ["An estimated 40 people fled.", "approx"],
  ["40 or more people fled.", "ge"],
  ["A 40-plus nation alliance fled.", "ge"],
  ["Just 40 people fled.", "eq"],
  ["The 40 people fled.", "eq"],
])("comparator: %s", (text, comparator) => {
  expect(rows(text).map((figure) => figure.comparator)).toEqual([comparator]);
});

test.each([
  ["They were founded in 1994."],
  ["On June 27, 2025 the talks began."],
  ["The talks of 5-6 April failed."],
  ["The talks began at 18:00 and ended at 10 p.m."],
  ["Resolutions 2254 and 2118 were ignored."],
  ["Article 5 was invoked."],
  ["An A380 and two-seat F-16 landed, said the G7."],
  ["Since the end of WW-2 nothing changed."],
  ["Call 910-432-3383 for details."],
  ["No one came, and one can only guess why."],
  ["They met one another on the one hand by chance."],
  ["One of the leaders resigned."],
  ["They won 3-1."],
  ["The 2003 war changed it."],
  ["He was innocent of recent offences."],
  ["In the 1990s the third war began."],
])("no figure: %s", (text) => {
  expect(rows(text).map((figure) => figure.text)).toEqual([]);
});
