import { expect, test } from "vitest";
import { DyadicError } from "../../src/core/problem.ts";
import { readConllu, writeConllu } from "../../src/evaluate/conllu.ts";
import { evaluateTreebank, treebankAnnotator } from "../../src/evaluate/treebank.ts";

const line = (...cells: string[]): string => cells.join("\t");
const sample = [
  "# newdoc id = visit",
  "# text = They don't agree.",
  line("1", "They", "they", "PRON", "PRP", "_", "4", "nsubj", "_", "_"),
  line("2-3", "don't", "_", "_", "_", "_", "_", "_", "_", "_"),
  line("2", "do", "do", "AUX", "VBP", "_", "4", "aux", "_", "_"),
  line("3", "n't", "not", "PART", "RB", "_", "4", "advmod", "_", "_"),
  line("4", "agree", "agree", "VERB", "VB", "_", "0", "root", "_", "SpaceAfter=No"),
  line("5", ".", ".", "PUNCT", ".", "_", "4", "punct", "_", "_"),
  "",
  "",
].join("\n");

test("what is read is written again, multiword tokens too", () => {
  expect(readConllu(sample).map(writeConllu).join("")).toBe(sample);
});

test("our annotation replaces the gold and leaves the words alone", () => {
  const blank = sample
    .replaceAll("VERB", "X")
    .replaceAll("nsubj", "dep")
    .replaceAll("agree\tagree", "agree\t_");
  const [annotated] = readConllu(blank).map(treebankAnnotator());
  expect(writeConllu(annotated!)).toBe(sample);
});

test("a treebank is scored by document", () => {
  const { records, measures } = evaluateTreebank(
    readConllu(sample.replace("They\tthey\tPRON", "They\tthey\tNOUN")),
    "a",
  );
  expect(records.map(({ id }) => id)).toEqual(["visit"]);
  const counts = Object.fromEntries(
    measures.map(({ name, counts: { correct, gold } }) => [name, [correct, gold]]),
  );
  expect(counts).toEqual({
    "segment.upos": [4, 5], "segment.xpos": [5, 5], "segment.lemma": [5, 5], "segment.sentences": [1, 1],
    "syntax.uas": [4, 4], "syntax.las": [4, 4],
    "syntax.uas_with_punctuation": [5, 5], "syntax.las_with_punctuation": [5, 5],
  }); // prettier-ignore
});

test.each([
  ["too few columns", sample.replace("\tSpaceAfter=No", ""), 7],
  ["no number", sample.replace("5\t.\t", "five\t.\t"), 8],
  ["a gap in the numbers", sample.replace("4\tagree\t", "6\tagree\t"), 7],
  ["a governor that is no number", sample.replace("\t0\troot", "\tnone\troot"), 7],
  ["a governor outside the sentence", sample.replace("\t4\tnsubj", "\t9\tnsubj"), 1],
  ["plain text", "The talks went on.", 1],
])("%s is refused with its line", (_, text, at) => {
  try {
    readConllu(text, "a.conllu");
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(DyadicError);
    expect((error as DyadicError).problems[0]).toMatchObject({
      code: "evaluate/bad-conllu",
      at: { file: "a.conllu", line: at },
    });
  }
});
