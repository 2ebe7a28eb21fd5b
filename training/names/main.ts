/** Trains the name tagger and writes its weights and model card: npm run train:names */
import { writeFileSync } from "node:fs";
import { nameScores } from "../../bench/accuracy/names.ts";
import { encodeModel } from "../../src/language/model/file.ts";
import { labels } from "../../src/language/en/names/labels.ts";
import { weightsFolder, writeModel } from "../weights.ts";
import { learn } from "./learn.ts";
import { nameSettings } from "./settings.ts";

const weights = learn(nameSettings, console.log);
const bytes = encodeModel({ kind: "names", labels, options: {}, weights });
// The scores are those of the whole stage, which reads the weights from their file.
writeFileSync(`${weightsFolder}names.model`, bytes);
const scores = nameScores();
writeModel({
  name: "names",
  title: "Name tagger",
  bytes,
  about: [
    "Finds names of persons (PER), organizations (ORG), places (LOC) and other names (MISC) in English news: BIOES labels by",
    "Viterbi over hashed features of words, word clusters, a gazetteer and the rest of the article. The weights are the mean",
    "of four structured perceptrons; only the copy of each feature that all sources share is shipped. It needs",
    "`clusters.model` and `gazetteer.model`. CoNLL-2003 and WikiNEuRal were used for measuring only, never for training.",
    "Scores on re3d, cross-validated by document (`npm run train:names:folds`): bench/results/accuracy-names-re3d.md.",
  ],
  options: nameSettings,
  scores: {
    columns: ["names, set", "F1, %", "precision and recall"],
    rows: scores.map(({ name, value, note }) => [name, value, note ?? ""] as const),
  },
  weaknesses: [
    "Organizations are the weakest type: unknown companies, teams named after towns, newspapers without a word that tells.",
    "Names of one word at the start of a sentence, and sentences in capitals.",
    "Places written with a hyphen (Nagorno-Karabakh) in a text of a sentence or two.",
    "MISC follows no single convention in the sets: elections and wars are found, works and products often not.",
    "Tweets and chat are read much worse than news.",
  ],
});
