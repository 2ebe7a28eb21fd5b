/** Trains the tagger and writes its weights and model card: npm run train:tagger */
import { loadResource } from "../../src/core/resource.ts";
import { clusters } from "../../src/language/en/names/resources.ts";
import { tagger } from "../../src/language/en/tagger/index.ts";
import { encodeModel } from "../../src/language/model/file.ts";
import { readyModel } from "../../src/language/model/scorer.ts";
import { accuracy, tagScores } from "../../src/evaluate/conllu.ts";
import { development, treebank } from "../treebank.ts";
import { writeModel } from "../weights.ts";
import { taggerSettings } from "./settings.ts";
import { trainTagger } from "./train.ts";

const wordClusters = loadResource(clusters);
const model = trainTagger(treebank("ewt-train", "gum-train"), wordClusters, taggerSettings, console.log);
const ready = tagger(readyModel(model), wordClusters);
const scores = development.map((name) => {
  const { upos, xpos } = tagScores(treebank(name), (words) => ready.tag(words));
  return [name, accuracy(upos), accuracy(xpos)] as const;
});
writeModel({
  name: "tagger",
  title: "Part-of-speech tagger",
  bytes: encodeModel(model),
  about: [
    "Gives each word its universal part of speech and its Penn Treebank tag: first from left to right, by the word's own form,",
    "its neighbors and the two tags before; then doubtful words again, by the tags on both sides. Averaged perceptrons over",
    "hashed features: for the first look the mean of two, for the second one trained on first looks by taggers that had not",
    "seen the sentence.",
  ],
  options: taggerSettings,
  scores: { columns: ["set", "UPOS, %", "XPOS, %"], rows: scores },
  weaknesses: [
    "Proper noun or common noun: capitalized words in titles and headings are the most frequent error.",
    "Forms outside edited prose (chat, slang, misspellings) are tagged clearly worse than news.",
    "Trained on the treebanks' own tokens; at run time the tokens are wink-nlp's, which differ in web addresses and some contractions.",
  ],
});
