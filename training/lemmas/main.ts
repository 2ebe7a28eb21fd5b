/** Learns lemma rules and writes them with their card: npm run train:lemmas */
import { loadResource } from "../../src/core/resource.ts";
import { accuracy, lemmaScores } from "../../src/evaluate/conllu.ts";
import { irregularVerbs } from "../../src/language/en/inflect.ts";
import { lemmatizer } from "../../src/language/en/lemma.ts";
import { predicates } from "../../src/language/en/predicates.ts";
import { development, treebank } from "../treebank.ts";
import { writeModel } from "../weights.ts";
import { trainLemmas } from "./train.ts";

const rules = trainLemmas(treebank("ewt-train", "gum-train"), {
  regular: [...loadResource(predicates).verb.keys()],
  irregular: [...loadResource(irregularVerbs).keys()],
});
const lemma = lemmatizer(rules);
writeModel({
  name: "lemmas",
  title: "Lemma rules",
  bytes: Buffer.from(`${JSON.stringify(rules, undefined, 1)}\n`, "utf8"),
  about: [
    "The dictionary form by Penn Treebank tag: a list of exceptions, then the longest known ending says what to cut and add.",
    "A rule holds for at least two words of the treebanks, or of the verbs of the predicate lexicon and the irregular verbs,",
    "whose forms are learned too.",
  ],
  options: {},
  scores: {
    columns: ["set, given the treebank's tags", "lemma, %"],
    rows: development.map((name) => [name, accuracy(lemmaScores(treebank(name), lemma))]),
  },
  weaknesses: [
    "Verbs that neither the treebanks nor the lexicon have may lose a letter, or keep one too many.",
  ],
});
