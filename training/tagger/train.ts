import type { TreebankSentence } from "../../src/evaluate/conllu.ts";
import type { ModelFile } from "../../src/language/model/file.ts";
import { best } from "../../src/language/model/scorer.ts";
import { quantize } from "../../src/language/model/weights.ts";
import { tagFeatures, taggerFeatures } from "../../src/language/en/tagger/features.ts";
import { inCapitals, tagName, type TaggerOptions } from "../../src/language/en/tagger/index.ts";
import type { HashTable } from "../../src/language/en/names/table.ts";
import { readWord } from "../../src/language/en/words.ts";
import { Perceptron } from "../perceptron.ts";
import { seeded, shuffle } from "../random.ts";

export interface TaggerSettings {
  readonly epochs: number;
  readonly seed: number;
  /** Averaged weights below this are dropped. */
  readonly threshold: number;
  /** A wrong tag that comes this near to the right one is corrected too. */
  readonly margin: number;
  /** Times a form must occur, always with one tag, to get that tag without a look at its context. */
  readonly alwaysFrom: number;
}

/** Trains the greedy tagger on treebank sentences. */
export function trainTagger(
  sentences: readonly TreebankSentence[],
  clusters: HashTable,
  settings: TaggerSettings,
  report: (line: string) => void = () => undefined,
): ModelFile<TaggerOptions> {
  const labels = [
    ...new Set(sentences.flatMap(({ words }) => words.map((word) => tagName(word as never)))),
  ].sort();
  const labelOf = new Map(labels.map((label, index) => [label, index]));
  const always = alwaysTagged(sentences, labelOf, settings.alwaysFrom);
  const items = sentences.map(({ words }) => {
    const read = words.map(({ form }) => readWord(form, clusters));
    const capitals = inCapitals(read);
    return {
      words: read,
      capitals,
      gold: words.map((word) => labelOf.get(tagName(word as never))!),
      known: words.map(({ form }) => (capitals ? undefined : always.get(form))),
    };
  });
  const perceptron = new Perceptron(labels.length);
  const random = seeded(settings.seed);
  const features = new Int32Array(taggerFeatures);
  const scores = new Float64Array(labels.length);
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    shuffle(items, random);
    let wrong = 0;
    let decided = 0;
    for (const { words, capitals, gold, known } of items) {
      let previous = -1;
      let beforePrevious = -1;
      for (let at = 0; at < words.length; at++) {
        let tag = known[at];
        if (tag === undefined) {
          const right = gold[at]!;
          const count = tagFeatures(words, at, previous, beforePrevious, capitals, features);
          perceptron.score(features, count, scores);
          tag = best(scores);
          decided++;
          if (tag !== right) wrong++;
          scores[right]! -= settings.margin;
          const rival = best(scores);
          if (rival !== right) {
            perceptron.update(features, count, right, 1);
            perceptron.update(features, count, rival, -1);
          }
          perceptron.tick();
        }
        beforePrevious = previous;
        previous = tag;
      }
    }
    report(`epoch ${epoch}: ${((100 * wrong) / decided).toFixed(2)} % wrong, ${perceptron.size} features`);
  }
  return {
    kind: "tagger",
    labels,
    options: { always: Object.fromEntries(always) },
    weights: quantize(perceptron.averaged(settings.threshold)),
  };
}

/** Forms of one tag only. Capitalized forms at the start of a sentence count as evidence like all others. */
function alwaysTagged(
  sentences: readonly TreebankSentence[],
  labelOf: ReadonlyMap<string, number>,
  from: number,
): Map<string, number> {
  const counts = new Map<string, { tag: number; count: number; single: boolean }>();
  for (const { words } of sentences)
    for (const word of words) {
      const tag = labelOf.get(tagName(word as never))!;
      const entry = counts.get(word.form);
      if (entry === undefined) counts.set(word.form, { tag, count: 1, single: true });
      else {
        entry.count++;
        entry.single &&= entry.tag === tag;
      }
    }
  return new Map(
    [...counts]
      .filter(([, { count, single }]) => single && count >= from)
      .map(([form, { tag }]) => [form, tag] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
