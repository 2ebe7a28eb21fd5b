/** Trains the classifier of sentence ends and writes its weights and model card: npm run train:sentences */
import { loadResource } from "../../src/core/resource.ts";
import { ratios } from "../../src/core/score.ts";
import { rawDocuments } from "../../src/evaluate/raw-text.ts";
import { sentenceScores } from "../../src/evaluate/sentences.ts";
import { clusters } from "../../src/language/en/names/resources.ts";
import { abbreviations, sentenceSplitter } from "../../src/language/en/sentences/index.ts";
import { winkTokens } from "../../src/language/en/wink.ts";
import { encodeModel } from "../../src/language/model/file.ts";
import { readyModel } from "../../src/language/model/scorer.ts";
import { coarsen } from "../../src/language/model/weights.ts";
import { development, treebank } from "../treebank.ts";
import { writeModel } from "../weights.ts";
import { sentenceCoarseness, sentenceSettings } from "./settings.ts";
import { paragraphSpans, trainSentences } from "./train.ts";

const known = loadResource(abbreviations);
const wordClusters = loadResource(clusters);
const trained = trainSentences(
  { ewt: treebank("ewt-train"), gum: treebank("gum-train") },
  known,
  wordClusters,
  sentenceSettings,
  console.log,
);
const model = { ...trained, weights: coarsen(trained.weights, sentenceCoarseness) };
const { ends } = sentenceSplitter(readyModel(model), wordClusters);

const split = (text: string) =>
  [...paragraphSpans(text)].flatMap(({ start, end }) => {
    const tokens = winkTokens(text.slice(start, end), start);
    let first = 0;
    return ends(text.slice(start, end), winkTokens(text.slice(start, end)), known).map((last) => {
      const sentence = { start: tokens[first]!.start, end: tokens[last - 1]!.end };
      first = last;
      return sentence;
    });
  });

const scores = development.flatMap((name) =>
  [true, false].map((kept) => {
    const { precision, recall, f1 } = ratios(
      sentenceScores(
        rawDocuments(treebank(name), () => kept),
        split,
      ),
    );
    return [name, kept ? "kept" : "lost", precision, recall, f1] as const;
  }),
);
writeModel({
  name: "sentences",
  title: "Sentence splitter",
  bytes: encodeModel(model),
  about: [
    "Decides after each word or mark whether a sentence ends there: averaged perceptrons over the neighboring words, their",
    "clusters and the tags they have most often, what is open (quotation, bracket), the length so far, whether a finite verb",
    "stands on either side, how far the next full stop is and how the paragraph is written; the mean of several, each trained",
    "with other paragraph breaks lost. Of gaps between two words in small letters it looks at a few features only.",
  ],
  options: { ...sentenceSettings, ...sentenceCoarseness },
  scores: {
    columns: ["set, raw text", "paragraph breaks", "precision, %", "recall, %", "F1, %"],
    rows: scores,
  },
  weaknesses: [
    "Lists of names and headings that ran into the text after their line breaks were lost stay joined.",
    "Whether a semicolon, a colon or a dash ends a sentence differs between annotators; the splitter mostly says no.",
    "Sentences that begin with a small letter are seldom found but after a mark.",
  ],
});
