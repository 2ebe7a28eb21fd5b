import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadResource, resourceFiles } from "../../../src/core/resource.ts";
import { noiseResource } from "../../../src/language/en/noise.ts";
import { clean } from "../../../src/stages/clean/index.ts";

const run = clean.prepare({ options: {}, resources: { noise: loadResource(noiseResource) } });

function cleaned(text: string, title?: string) {
  const article = { id: "a1", text, sourceFile: "a.txt", ...(title === undefined ? {} : { title }) };
  const { noise, paragraphs } = run({ article, layers: {} }, () => undefined);
  return {
    noise: noise.map((span) => [span.kind, text.slice(span.start, span.end)]),
    paragraphs: paragraphs.map((span) => text.slice(span.start, span.end)),
    spans: [...noise, ...paragraphs],
  };
}

const lead =
  "Officials from the two capitals met for six hours on the border question and parted without a text.";
const body =
  "The delegation of the upper state had asked for a map, and the other side answered that maps come last.";
const article = (...lines: readonly string[]): string => [lead, body, ...lines].join("\n");

test("the noise list is sound", () => {
  expect(resourceFiles(noiseResource).flatMap((file) => noiseResource.check!(file))).toEqual([]);
});

describe("teasers at the end", () => {
  const teasers = [
    "Farmers in the northern valleys have turned to drought-proof barley as wells…",
    '"We never asked for a stadium," says the mayor of a town of ninety.…',
    "When the last typewriter factory closed its doors, nobody expected the…",
  ];
  test("several cut-off lines are marked, and nothing else", () => {
    expect(cleaned(article(...teasers)).noise).toEqual(teasers.map((line) => ["teaser", line]));
    expect(cleaned(article(...teasers.slice(0, 2))).noise).toHaveLength(2);
    expect(cleaned(article(teasers[2]!)).noise).toEqual([["teaser", teasers[2]]]);
  });
  test.each([
    "And the map, of course, came last…",
    "So the border stays where it was: on paper, and on nobody's table...",
    "The delegation said that maps of the border question come after the…",
    "Maps, then, can wait.",
  ])("a closing paragraph survives: %s", (line) => {
    expect(cleaned(article(line)).noise).toEqual([]);
  });
});

describe("lines that are no prose", () => {
  test.each([
    ["related", "Read also: Talks to resume in spring"],
    ["social", "Follow us on Twitter and Facebook"],
    ["social", "Sign up for our weekly newsletter here"],
    ["byline", "By Ann Lee and Omar Faruk, Associated Press"],
    ["byline", "By ANN LEE"],
    ["caption", "Photo: The delegations at the lake (Agency/Pool)"],
    ["caption", "The lake at dawn. (Image: GETTY)"],
    ["boilerplate", "Copyright 2024 The Lakeside Post. All rights reserved."],
    ["boilerplate", "ADVERTISEMENT"],
  ])("%s: %s", (kind, line) => {
    expect(cleaned([lead, line, body].join("\n")).noise).toEqual([[kind, line]]);
  });
  test.each([
    "By Monday evening the map was on the table.",
    "By the end of the week both sides had left.",
    "Also on Monday, the foreign minister flew home.",
    "Read more widely, the clause means that nobody may build on the shore before the survey is done, and that the survey may take as long as the two commissions please, which is to say that nobody builds.",
    "“Follow us,” the guard said.",
    "March 14",
    "Why it matters",
    "Advertisement revenue fell by half.",
  ])("prose: %s", (line) => {
    expect(cleaned([lead, line, body].join("\n")).noise).toEqual([]);
  });
  test("a list of related stories ends where prose begins", () => {
    const text = [lead, "More on this:", "Maps come last", "Ten questions about the lake", body].join("\n");
    expect(cleaned(text).noise.map(([, line]) => line)).toEqual([
      "More on this:",
      "Maps come last",
      "Ten questions about the lake",
    ]);
  });
  test("the headline, repeated before the text", () => {
    expect(cleaned(`Talks End Without Text\n${lead}\n${body}`, "Talks end without text").noise).toEqual([
      ["headline", "Talks End Without Text"],
    ]);
    expect(cleaned(`${lead}\n${body}`, "Talks end without text").noise).toEqual([]);
  });
  test("time stamps before the text", () => {
    expect(
      cleaned(`Updated 11:02 pm EST, Tuesday, March 5, 2024\n${lead}\n${body}`).noise.map(([kind]) => kind),
    ).toEqual(["boilerplate"]);
  });
});

describe("datelines: the prefix alone", () => {
  test.each([
    "BAKU, July 4 (Reuters) — ", "WASHINGTON (AP) -- ", "MOSCOW (AP)_ ", "TBILISI, March 5. /TASS/. ", "SANTA FE, N.M. — ",
    "Geneva (AFP) – ", "ISLAMABAD: ", "BRUSSELS/KYIV, Oct. 1 (Reuters) - ", "BRUSSELS (Reuters) — LONDON (AP) — ",
    "KHARTOUM, April 16, 2023 (Northern Wire) - ", "THE HAGUE, Jan 26 (Delta News) — ",
  ])("%s", (dateline) => {
    const { noise } = cleaned(`${dateline}${lead}\n${body}`);
    expect(noise.map(([kind]) => kind)).toEqual(noise.map(() => "dateline"));
    expect(noise.map(([, text]) => text).join("")).toBe(dateline);
  }); // prettier-ignore
  test.each([
    "NATO — the alliance of thirty — waited for a text that never came, and then waited again.",
    "The ministers (Reuters was told) — both of them — left before noon without another word.",
    "NATO (North Atlantic Treaty Organization) - The alliance has thirty members, and more of them wish to join.",
    "UNESCO, May 5 (its anniversary) - The agency of thirty members waited for a text that never came to it.",
    "Geneva – not Vienna – is where the parties will meet if they meet at all this year.",
    "One thing is clear: The border stays where it was, and the survey goes on as before.",
  ])("none: %s", (line) => {
    expect(cleaned(`${line}\n${body}`).noise).toEqual([]);
  });
}); // prettier-ignore

describe("paragraphs", () => {
  const wrapped = (text: string): string => text.replace(/(.{50,60}) /g, "$1\n");
  test("one a line, with or without empty lines", () => {
    expect(cleaned(`${lead}\n${body}`).paragraphs).toEqual([lead, body]);
    expect(cleaned(`${lead}\n\n\n${body}\n`).paragraphs).toEqual([lead, body]);
  });
  test("wrapped lines are joined", () => {
    const long = `${lead} ${body} ${lead}`;
    expect(cleaned(`${wrapped(long)}\n\n${wrapped(long)}`).paragraphs).toEqual([
      wrapped(long),
      wrapped(long),
    ]);
  });
  test("wrapped lines without empty lines: a short line with a sentence end, or an indent, sets paragraphs apart", () => {
    const one = `${wrapped(`${lead} ${body}`)}`;
    expect(cleaned(`${one}\n${one}`).paragraphs).toHaveLength(2);
    expect(cleaned(`  ${one}\n  ${one}`).paragraphs).toHaveLength(2);
  });
});

test("any text: spans lie in it, in order, and come out the same twice", () => {
  const line = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(lead, body, "Read also: x", "so the…", "PARIS (AP) — X", ""),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join("\n");
      const found = cleaned(text);
      for (const { start, end } of found.spans)
        expect(0 <= start && start < end && end <= text.length).toBe(true);
      expect(cleaned(text)).toEqual(found);
    }),
    { numRuns: 60 },
  );
});

test("a megabyte takes a moment", () => {
  const started = performance.now();
  for (const text of [
    `${lead} `.repeat(10_000),
    `${lead}\n`.repeat(10_000),
    "- ".repeat(500_000),
    "A".repeat(1_000_000),
    "…\n".repeat(300_000),
  ])
    cleaned(text);
  expect(performance.now() - started).toBeLessThan(20_000);
});
