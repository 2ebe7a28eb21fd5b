import { expect, test } from "vitest";
import { compile } from "../../../src/core/pipeline.ts";
import { annotateRecord } from "../../../src/evaluate/annotate.ts";
import { stages } from "../../../src/stages/index.ts";

const pipeline = compile(
  { stages: ["clean", "segment", "syntax", "entities", "actors", "quotes", "stance"] },
  stages,
);

/** The stances found among listed actors, as `sentence source > target label`. */
function among(names: readonly string[], ...sentences: readonly string[]): readonly string[] {
  let from = 0;
  const spans = sentences.map((sentence) => {
    const start = from;
    from += sentence.length + 1;
    return [start, start + sentence.length];
  });
  const record = {
    id: "listed",
    text: sentences.join(" "),
    entities: names.map((name) => ({ name })),
    sentences: spans,
    stances: [],
  };
  const { stances } = annotateRecord(pipeline, record) as unknown as {
    readonly stances: readonly {
      readonly sentence: number;
      readonly source: { readonly name: string };
      readonly target: { readonly name: string };
      readonly label: string;
    }[];
  };
  return stances.map(
    ({ sentence, source, target, label }) => `${String(sentence)} ${source.name} > ${target.name} ${label}`,
  );
}

test("a listed actor stands wherever the registry's actor of that name is mentioned", () => {
  expect(
    among(
      ["Barack Obama", "Republican Party"],
      "President Barack Obama condemned Republicans in the United States on Friday.",
    ),
  ).toContain("0 Barack Obama > Republican Party negative");
});

test("what is quoted is the speaker's stance, also in a sentence that does not name him", () => {
  expect(
    among(
      ["Nancy Pelosi", "Mitch McConnell"],
      "“We will not wait,” Nancy Pelosi said on Friday.",
      "“Mitch McConnell is a shameless liar who has betrayed and disgraced this country.”",
    ),
  ).toContain("1 Nancy Pelosi > Mitch McConnell negative");
});
