/** Trains the tagger and writes its weights and model card: npm run train:tagger */
import { loadResource } from "../../src/core/resource.ts";
import { clusters } from "../../src/language/en/names/resources.ts";
import { tagger } from "../../src/language/en/tagger/index.ts";
import { encodeModel } from "../../src/language/model/file.ts";
import { readyModel } from "../../src/language/model/scorer.ts";
import { coarsen } from "../../src/language/model/weights.ts";
import { accuracy, tagScores } from "../../src/evaluate/conllu.ts";
import { development, treebank } from "../treebank.ts";
import { writeModel } from "../weights.ts";
import { taggerCoarseness, taggerSettings } from "./settings.ts";
import { trainTagger } from "./train.ts";

const wordClusters = loadResource(clusters);
const trained = trainTagger(treebank("ewt-train", "gum-train"), wordClusters, taggerSettings, console.log);
const model = { ...trained, weights: coarsen(trained.weights, taggerCoarseness) };
const ready = tagger(readyModel(model), wordClusters);
const scores = development.map((name) => {
  const sentences = treebank(name);
  const { upos, xpos } = tagScores(sentences, (words) => ready.tag(words));
  return [name, accuracy(upos), accuracy(xpos)] as const;
});
writeModel({
  name: "tagger",
  title: "Part-of-speech tagger",
  bytes: encodeModel(model),
  about: [
    "Gives each word its universal part of speech and its Penn Treebank tag, left to right, from the word's own form, its",
    "neighbors and the two tags before. A greedy averaged perceptron over hashed features.",
  ],
  options: { ...taggerSettings, ...taggerCoarseness },
  scores: { columns: ["set", "UPOS, %", "XPOS, %"], rows: scores },
  weaknesses: [
    "Proper noun or common noun: capitalized words in titles and headings are the most frequent error.",
    "Forms outside edited prose (chat, slang, misspellings) are tagged clearly worse than news.",
    "Trained on the treebanks' own tokens; at run time the tokens are wink-nlp's, which differ in web addresses and some contractions.",
  ],
});
