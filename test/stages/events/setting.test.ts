import { expect, test } from "vitest";
import type { Article } from "../../../src/core/article.ts";
import { compile } from "../../../src/core/pipeline.ts";
import { stages } from "../../../src/stages/index.ts";

const names = ["clean", "segment", "entities", "dates", "actors", "quotes", "events"];
const parsed = compile({ stages: [...names.slice(0, 2), "syntax", ...names.slice(2)] }, stages);
const flat = compile({ stages: names }, stages);

/** Its events with their type, first day, precision and place: what the sentence does not say stays empty. */
function settingsOf(pipeline: typeof parsed, text: string): string[] {
  const article: Article = { id: "test", text, sourceFile: "test", published: "2024-06-14" };
  const { events = [], dates = [], names: places = [] } = pipeline.analyze(article).document.layers;
  return events.map(({ type, date, place }) => {
    const { startDate = "", precision = "" } = dates[date ?? -1] ?? {};
    return [type, startDate, precision, places[place ?? -1]?.text ?? ""]
      .join(" ")
      .trim()
      .replaceAll(/ +/g, " ");
  });
}

/** Sentence, then its events with when and where. */
const cases: readonly (readonly [string, ...string[]])[] = [
  ["Russia attacked Ukraine on 24 February 2022.", "ASSAULT 2022-02-24 day"],
  ["On 24 February 2022 Russia attacked Ukraine.", "ASSAULT 2022-02-24 day"],
  ["Ukraine was attacked by Russia in February 2022.", "ASSAULT 2022-02-01 month"],
  ["Russia attacked Ukraine.", "ASSAULT"],
  // The date of another clause.
  ["Finland applied in May 2022, three months after Russia attacked Ukraine.", "ASSAULT"],
  ["Russia attacked Ukraine before Finland joined in April 2023.", "ASSAULT"],
  ["Greece praised Serbia, and in May 2022 Turkey blamed Armenia.", "SUPPORT", "ACCUSE 2022-05-01 month"],
  ["Greece praised Serbia; Turkey had blamed Armenia in May 2022.", "SUPPORT", "ACCUSE 2022-05-01 month"],
  ["Turkey said on Monday that Russia had attacked Ukraine.", "ASSAULT"],
  ["Turkey said that Russia had attacked Ukraine on Monday.", "ASSAULT 2024-06-10 day"],
  // What opens the sentence dates all that is joined to it, and a participle shares its verb's date.
  [
    "In July 2018 Greece expelled two diplomats of Russia, blaming Serbia.",
    "SANCTION 2018-07-01 month",
    "ACCUSE 2018-07-01 month",
  ],
  // A date that says which, not when; spans and habits.
  ["Russia attacked Ukraine under the treaty of 1951.", "ASSAULT"],
  ["Russia attacked Ukraine for two years.", "ASSAULT"],
  // Places: after "in" and "near", of this clause, and no side of the event.
  ["Turkey met Greece in Geneva on 3 May 2022.", "CONSULT 2022-05-03 day Geneva"],
  ["Turkey and Greece signed a treaty in Geneva.", "SUPPORT Geneva"],
  ["Russia attacked Ukraine near Kharkiv.", "ASSAULT Kharkiv"],
  ["Turkey met Greece before rain fell in Geneva.", "CONSULT"],
  ["Turkey praised Greece, and Serbia met Armenia in Geneva.", "SUPPORT", "CONSULT Geneva"],
  ["Turkey thanked Greece for its way to Geneva.", "SUPPORT"],
];

test.each(cases)("%s", (text, ...expected) => {
  expect(settingsOf(parsed, text)).toEqual(expected);
});

test("without a parse a date or place of the same clause counts, and no other", () => {
  expect(settingsOf(flat, "Russia attacked Ukraine near Kharkiv on 24 February 2022.")).toEqual([
    "ASSAULT 2022-02-24 day Kharkiv",
  ]);
  expect(settingsOf(flat, "Finland applied in May 2022 when Russia attacked Ukraine.")).toEqual(["ASSAULT"]);
});
