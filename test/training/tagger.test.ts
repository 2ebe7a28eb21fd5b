import { expect, test } from "vitest";
import type { TreebankSentence } from "../../src/evaluate/conllu.ts";
import { tagger } from "../../src/language/en/tagger/index.ts";
import { encodeModel } from "../../src/language/model/file.ts";
import { readyModel } from "../../src/language/model/scorer.ts";
import { jackknifedTags } from "../../training/parser/jackknife.ts";
import { trainTagger, type TaggerSettings } from "../../training/tagger/train.ts";

const pass = { epochs: 4, seed: 1, margin: 1 };
const settings: TaggerSettings = {
  first: pass, second: pass, seeds: [1, 2], threshold: 0, alwaysFrom: 1000, doubt: 1000, folds: 2, block: 2,
  coarseness: { step: 0.01, least: 0 },
}; // prettier-ignore
const clusters = { find: () => -1 };

/** "mo" is what stands before it: a noun after "a", else a verb. */
const sentences = ["a mo", "to mo", "a mo to", "to mo a", "so a mo", "so to mo", "to so", "a so"].map(
  (line): TreebankSentence => {
    const forms = line.split(" ");
    const tag = (form: string, before: string | undefined) =>
      form === "mo" ? (before === "a" ? ["NOUN", "NN"] : ["VERB", "VB"]) : ["X", form];
    const words = forms.map((form, at) => {
      const [upos, xpos] = tag(form, forms[at - 1]);
      return { form, upos, xpos };
    });
    return { comments: [], words, multiwords: [] } as unknown as TreebankSentence;
  },
);

const train = () => trainTagger(sentences, clusters, settings);
const tagsOf = (tags: readonly { readonly upos: string; readonly xpos: string }[]): string =>
  tags.map(({ xpos }) => xpos).join(" ");

test("a trained tagger knows its sentences, and training again gives the same bytes", () => {
  const model = train();
  const { tag } = tagger(readyModel(model), clusters);
  for (const { words } of sentences) expect(tagsOf(tag(words.map(({ form }) => form)))).toBe(tagsOf(words));
  expect(encodeModel(train())).toEqual(encodeModel(model));
});

test("jackknifed tags are there for every word", () => {
  const tags = jackknifedTags(sentences, clusters, { folds: 2, block: 2, tagger: settings }, () => undefined);
  expect(tags.map((sentence) => sentence.length)).toEqual(sentences.map(({ words }) => words.length));
});
