/** Learns lemma rules and writes them with their card: npm run train:lemmas */
import { accuracy, lemmaScores } from "../../src/evaluate/conllu.ts";
import { lemmatizer } from "../../src/language/en/lemma.ts";
import { development, treebank } from "../treebank.ts";
import { writeModel } from "../weights.ts";
import { trainLemmas } from "./train.ts";

const rules = trainLemmas(treebank("ewt-train", "gum-train"));
const lemma = lemmatizer(rules);
writeModel({
  name: "lemmas",
  title: "Lemma rules",
  bytes: Buffer.from(`${JSON.stringify(rules, undefined, 1)}\n`, "utf8"),
  about: [
    "The dictionary form by Penn Treebank tag: a list of exceptions, then the longest known ending says what to cut and add.",
    "A rule holds for at least two words of the treebanks.",
  ],
  options: {},
  scores: {
    columns: ["set, given the treebank's tags", "lemma, %"],
    rows: development.map((name) => [name, accuracy(lemmaScores(treebank(name), lemma))]),
  },
  weaknesses: [
    "Irregular forms that the treebanks do not have fall under the rule of their ending (`fled`).",
    "Verbs in -ed whose stem ends in a rare way may lose a letter.",
  ],
});
