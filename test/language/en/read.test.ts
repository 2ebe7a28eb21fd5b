import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, tag } from "../../../src/language/en/index.ts";

const surfaces = (text: string): string[] => tag(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  test.each([
    [["The minister left.", "Nobody followed her."]],
    [["Dr. Aliyeva met Gen. John B. Smith in Geneva.", "They talked for an hour."]],
    [["The U.S. envoy arrived on Monday.", "He left on Tuesday."]],
    [["“We will not sign,” he said.", "The talks went on."]],
    [["Was it a mistake?", "Nobody knows.", "But it happened!"]],
    [["The bill passed by 3.5 points, i.e. more than was hoped."]],
  ])("%j", (sentences) => {
    expect(surfaces(sentences.join(" "))).toEqual(sentences);
  });

  test("an empty line ends a sentence without a mark", () => {
    expect(surfaces("Talks resume in Vienna\n\nThe two sides met again.")).toEqual([
      "Talks resume in Vienna",
      "The two sides met again.",
    ]);
  });
});

test("in wrapped lines a break is a space", () => {
  expect(surfaces("The minister\nleft on Monday.\nNobody followed her\nto Vienna.")).toEqual([
    "The minister\nleft on Monday.",
    "Nobody followed her\nto Vienna.",
  ]);
});

test("tags, lemmas and trees of a plain sentence", () => {
  const text = "The president of Armenia sharply criticized two ministers.";
  const [sentence] = parse(text);
  expect(sentence!.tokens.map(({ text: word, upos, lemma }) => `${word} ${upos} ${lemma}`)).toEqual([
    "The DET the", "president NOUN president", "of ADP of", "Armenia PROPN Armenia", "sharply ADV sharply",
    "criticized VERB criticize", "two NUM two", "ministers NOUN minister", ". PUNCT .",
  ]); // prettier-ignore
  expect(sentence!.tokens.map(({ head, relation }) => `${head} ${relation}`)).toEqual([
    "1 det", "5 nsubj", "3 case", "1 nmod", "5 advmod", "-1 root", "7 nummod", "5 obj", "5 punct",
  ]); // prettier-ignore
});

/** Every span is a piece of its text, in order; every tree has one root and reaches it from everywhere. */
function expectSound(text: string): void {
  let position = 0;
  for (const { start, end, tokens } of parse(text)) {
    expect(start).toBe(tokens[0]!.start);
    expect(end).toBe(tokens.at(-1)!.end);
    for (const token of tokens) {
      expect(token.start).toBeGreaterThanOrEqual(position);
      expect(text.slice(position, token.start).trim()).toBe("");
      expect(text.slice(token.start, token.end)).toBe(token.text);
      expect(token.text).not.toBe("");
      position = token.end;
    }
    expect(tokens.filter(({ head }) => head < 0).length).toBe(1);
    for (let i = 0; i < tokens.length; i++) {
      let steps = 0;
      for (let at = i; at >= 0 && steps <= tokens.length; at = tokens[at]!.head) steps++;
      if (tokens.length < 500) expect(steps).toBeLessThanOrEqual(tokens.length);
    }
    if (tokens.length >= 500) break;
  }
}

test("any text: nothing lost, offsets right, trees sound", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      expectSound(text);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      expectSound(text);
    }),
  );
});

describe("bad input", () => {
  test.each([
    ["empty", ""],
    ["spaces", " \n\n \t "],
    ["emoji", "😀".repeat(1000)],
    ["right to left", "הממשלה דחתה את ההצעה. הנשיא לא הגיב. ".repeat(50)],
    ["zero width", "The\u200b mini\u200bster\ufeff left.\u200d"],
    ["lone surrogates", "a \ud800 b \udc00 c\ud83d."],
    ["another language", "Die Regierung lehnte den Vorschlag gestern ab. Niemand war überrascht."],
    ["capitals", "A".repeat(10_000)],
    ["capital words", "BAKU ".repeat(2500)],
    ["one long run", "a-".repeat(20_000)],
    ["quotes", "'".repeat(2000)],
  ])("%s", (_, text) => {
    expectSound(text);
  });

  test("a sentence of 200 kB takes about eight times as long as one of 25 kB", () => {
    const words = (size: number): string => "the envoy of Georgia said that ".repeat(size / 31);
    const time = (text: string): number => {
      const start = performance.now();
      parse(text);
      return performance.now() - start;
    };
    time(words(25_000));
    const small = time(words(25_000));
    expect(time(words(200_000))).toBeLessThan(40 * small + 500);
  });
});
