/** Trains the parser and writes its weights and model card: npm run train:parser (after npm run train:tagger) */
import { loadResource } from "../../src/core/resource.ts";
import { accuracy, treeScores } from "../../src/evaluate/conllu.ts";
import { parser } from "../../src/language/en/parser/index.ts";
import { foresight } from "../../src/language/en/parser/search.ts";
import { clusters } from "../../src/language/en/names/resources.ts";
import { tagger } from "../../src/language/en/tagger/index.ts";
import { taggerWeights } from "../../src/language/en/weights.ts";
import { encodeModel } from "../../src/language/model/file.ts";
import { readyModel } from "../../src/language/model/scorer.ts";
import { coarsen } from "../../src/language/model/weights.ts";
import { development, treebank } from "../treebank.ts";
import { writeModel } from "../weights.ts";
import { jackknifedTags } from "./jackknife.ts";
import { jackknife, parserCoarseness, parserSettings } from "./settings.ts";
import { trainParser } from "./train.ts";

const wordClusters = loadResource(clusters);
const sentences = treebank("ewt-train", "gum-train");
const tags = jackknifedTags(sentences, wordClusters, jackknife, console.log);
const trained = trainParser(sentences, tags, parserSettings, console.log);
const model = { ...trained, weights: coarsen(trained.weights, parserCoarseness) };
const ready = tagger(loadResource(taggerWeights), wordClusters);
const trees = parser(readyModel(model));
const scores = development.map((name) => {
  const found = treeScores(treebank(name), (words) => trees.parse(words, ready.tag(words)));
  const { uas, las, uasAll, lasAll } = found;
  return [name, accuracy(uas), accuracy(las), accuracy(uasAll), accuracy(lasAll)] as const;
});
writeModel({
  name: "parser",
  title: "Dependency parser",
  bytes: encodeModel(model),
  about: [
    "Gives each word its governor and relation (Universal Dependencies with subtypes). Arc-eager transitions chosen by an",
    "averaged perceptron over hashed features; where two are nearly equal both are followed for a few words, and the surer",
    "way is kept. Trained with a dynamic oracle and exploration, on tags by taggers that had not seen the sentence.",
  ],
  options: { ...parserSettings, ...parserCoarseness, jackknife, foresight },
  scores: { columns: ["set, predicted tags", "UAS, %", "LAS, %", "UAS with punctuation", "LAS with punctuation"], rows: scores },
  weaknesses: [
    "Trees are projective: crossing arcs (some relative clauses, some questions) cannot come out right.",
    "Coordination, appositions and adverbial clauses are the weakest frequent relations: take them as soft evidence.",
    "An error is taken back only while it is fresh; in long sentences errors follow from errors.",
  ],
}); // prettier-ignore
