import type { RawDocument } from "../../src/evaluate/raw-text.ts";
import { sentenceFeatures, splitFeatures } from "../../src/language/en/sentences/features.ts";
import { splitEnds, splitReader, type Abbreviations } from "../../src/language/en/sentences/index.ts";
import { winkTokens } from "../../src/language/en/wink.ts";
import type { ModelFile } from "../../src/language/model/file.ts";
import { quantize } from "../../src/language/model/weights.ts";
import { Perceptron } from "../perceptron.ts";
import { seeded, shuffle } from "../random.ts";

export interface SentenceSettings {
  readonly epochs: number;
  readonly seed: number;
  /** Averaged weights below this are dropped. */
  readonly threshold: number;
  /** A decision less sure than this is corrected although it is right. */
  readonly margin: number;
  /** Added to the margin where no sentence ends: a sentence cut in two costs more than two in one. */
  readonly caution: number;
  /** Share of paragraph breaks lost in training, so that headlines that ran into the text are found. */
  readonly lostBreaks: number;
}

/** Trains the classifier of sentence ends on raw text with wink's tokens. */
export function trainSentences(
  documents: readonly RawDocument[],
  abbreviations: Abbreviations,
  settings: SentenceSettings,
  report: (line: string) => void = () => undefined,
): ModelFile {
  const read = splitReader();
  const items = documents.flatMap(({ text, sentences }) => {
    const ends = new Set(sentences.map(({ end }) => end));
    return [...paragraphSpans(text)].map(({ start, end }) => {
      const paragraph = text.slice(start, end);
      const tokens = winkTokens(paragraph);
      return {
        split: read(paragraph, tokens, abbreviations),
        isEnd: tokens.map((token) => ends.has(start + token.end)),
      };
    });
  });
  const perceptron = new Perceptron(2);
  const random = seeded(settings.seed);
  const features = new Int32Array(sentenceFeatures);
  const scores = new Float64Array(2);
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    shuffle(items, random);
    let wrong = 0;
    let decided = 0;
    for (const { split, isEnd } of items)
      splitEnds(split, (history, at) => {
        const count = splitFeatures(split, at, history, features);
        perceptron.score(features, count, scores);
        const sure = scores[1]! - scores[0]!;
        const right = isEnd[at] === true;
        decided++;
        if (sure > 0 !== right) wrong++;
        if (right ? sure <= settings.margin : sure >= -settings.margin - settings.caution) {
          perceptron.update(features, count, right ? 1 : 0, 1);
          perceptron.update(features, count, right ? 0 : 1, -1);
        }
        perceptron.tick();
        return right;
      });
    report(`epoch ${String(epoch)}: ${((100 * wrong) / decided).toFixed(2)} % wrong, ${String(perceptron.size)} features`);
  } // prettier-ignore
  return {
    kind: "sentences",
    labels: ["inside", "end"],
    options: {},
    weights: quantize(perceptron.averaged(settings.threshold)),
  };
}

/** The lines of a text: what raw documents have between paragraph breaks. */
export function* paragraphSpans(text: string) {
  for (const { 0: paragraph, index } of text.matchAll(/[^\n]+/g))
    yield { start: index, end: index + paragraph.length };
}
