import { rawDocuments, type RawDocument } from "../../src/evaluate/raw-text.ts";
import type { TreebankSentence } from "../../src/evaluate/conllu.ts";
import type { HashTable } from "../../src/language/en/names/table.ts";
import { sentenceFeatures, splitFeatures } from "../../src/language/en/sentences/features.ts";
import {
  splitEnds, splitReader, type Abbreviations, type SplitterOptions,
} from "../../src/language/en/sentences/index.ts"; // prettier-ignore
import { winkTokens } from "../../src/language/en/wink.ts";
import type { ModelFile } from "../../src/language/model/file.ts";
import { quantize, type Weights } from "../../src/language/model/weights.ts";
import { meanRows } from "../mean.ts";
import { Perceptron } from "../perceptron.ts";
import { seeded, shuffle } from "../random.ts";
import { usualTags } from "./tags.ts";

export interface SentenceSettings {
  readonly epochs: number;
  /** A model is trained for each, with paragraph breaks lost of its own; the mean of all is what ships. */
  readonly seeds: readonly number[];
  /** A decision less sure than this is corrected although it is right. */
  readonly margin: number;
  /** Added to the margin where no sentence ends: a sentence cut in two costs more than two in one. */
  readonly caution: number;
  /** Share of paragraph breaks lost in training, so that headlines that ran into the text are found. */
  readonly lostBreaks: number;
  /** What a correction on GUM counts, whose prose is nearer to news; one on EWT counts 1. */
  readonly gumWeight: number;
  /** Times a form must occur to have a usual tag. */
  readonly tagFrom: number;
}

/** Trains the classifier of sentence ends on raw text with wink's tokens. */
export function trainSentences(
  { ewt, gum }: Readonly<Record<"ewt" | "gum", readonly TreebankSentence[]>>,
  abbreviations: Abbreviations,
  clusters: HashTable,
  settings: SentenceSettings,
  report: (line: string) => void = () => undefined,
): ModelFile<SplitterOptions> {
  const options = usualTags([...ewt, ...gum], clusters, settings.tagFrom);
  const read = splitReader(options, clusters);
  const models = settings.seeds.map((seed) => {
    const random = seeded(seed);
    const raw = (sentences: readonly TreebankSentence[]) =>
      rawDocuments(sentences, () => random() >= settings.lostBreaks);
    const items = [
      ...raw(ewt).flatMap((document) => paragraphs(document, read, abbreviations, 1)),
      ...raw(gum).flatMap((document) => paragraphs(document, read, abbreviations, settings.gumWeight)),
    ];
    return trainOne(items, settings, random, report);
  });
  return { kind: "sentences", labels: ["end"], options, weights: quantize(meanRows(models)) };
}

interface Item {
  readonly split: ReturnType<ReturnType<typeof splitReader>>;
  /** Whether a sentence ends after each token. */
  readonly isEnd: readonly boolean[];
  /** What a correction counts. */
  readonly weight: number;
}

function paragraphs(
  { text, sentences }: RawDocument,
  read: ReturnType<typeof splitReader>,
  abbreviations: Abbreviations,
  weight: number,
): Item[] {
  const ends = new Set(sentences.map(({ end }) => end));
  return [...paragraphSpans(text)].map(({ start, end }) => {
    const paragraph = text.slice(start, end);
    const tokens = winkTokens(paragraph);
    return {
      split: read(paragraph, tokens, abbreviations),
      isEnd: tokens.map((token) => ends.has(start + token.end)),
      weight,
    };
  });
}

function trainOne(
  items: Item[],
  settings: SentenceSettings,
  random: () => number,
  report: (line: string) => void,
): Weights {
  const perceptron = new Perceptron(1);
  const features = new Int32Array(sentenceFeatures);
  const score = new Float64Array(1);
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    shuffle(items, random);
    let wrong = 0;
    let decided = 0;
    for (const { split, isEnd, weight } of items)
      splitEnds(split, (history, at) => {
        const count = splitFeatures(split, at, history, features);
        perceptron.score(features, count, score);
        const sure = score[0]!;
        const right = isEnd[at] === true;
        decided++;
        if (sure > 0 !== right) wrong++;
        if (right ? sure <= settings.margin : sure >= -settings.margin - settings.caution)
          perceptron.update(features, count, 0, right ? weight : -weight);
        perceptron.tick();
        return right;
      });
    report(`epoch ${String(epoch)}: ${((100 * wrong) / decided).toFixed(2)} % wrong, ${String(perceptron.size)} features`);
  } // prettier-ignore
  return quantize(perceptron.averaged(0));
}

/** The lines of a text: what raw documents have between paragraph breaks. */
export function* paragraphSpans(text: string) {
  for (const { 0: paragraph, index } of text.matchAll(/[^\n]+/g))
    yield { start: index, end: index + paragraph.length };
}
