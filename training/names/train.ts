import { documentWords } from "../../src/language/en/names/document.ts";
import { emptyFeatures, extract, styleOf } from "../../src/language/en/names/features.ts";
import { nerTypes } from "../../src/core/layers.ts";
import { labels, outside } from "../../src/language/en/names/labels.ts";
import { transitionKey } from "../../src/language/en/names/tagger.ts";
import type { HashTable } from "../../src/language/en/names/table.ts";
import { viterbi } from "../../src/language/en/names/viterbi.ts";
import type { Word } from "../../src/language/en/names/words.ts";
import { mix } from "../../src/language/model/hash.ts";
import { Perceptron } from "../perceptron.ts";
import { seeded, shuffle } from "../random.ts";
import type { TrainingDocument } from "./data.ts";

/** A sentence with its features laid end to end. */
export interface Example {
  readonly source: number;
  readonly gold: Uint8Array;
  readonly keys: Int32Array;
  /** Four numbers a token: first feature, end of the lexical ones, end of the gazetteers, end. */
  readonly marks: Int32Array;
  readonly partial: boolean;
}

export interface TrainingOptions {
  readonly epochs: number;
  readonly seed: number;
  /** What a wrong label must trail the right one by. */
  readonly margin: number;
  /** Shares of tokens whose word, and whose gazetteer matches, are hidden in an epoch. */
  readonly hideWord: number;
  readonly hideGazetteer: number;
  /** Share of sentences whose source is not told: they train the general copy alone, which is all there is at run time. */
  readonly hideSource: number;
}

/** The features of every sentence of the documents. */
export function examples(
  documents: readonly TrainingDocument[],
  word: (text: string) => Word,
  gazetteer: HashTable,
  source: number,
  partial: boolean,
): Example[] {
  const made: Example[] = [];
  const features = emptyFeatures();
  for (const document of documents) {
    const words = document.tokens.map(({ text }) => word(text));
    const context = documentWords(words, document.sentences, gazetteer);
    for (const { first, last } of document.sentences) {
      const sequence = { document: context, first, last };
      const style = styleOf(sequence);
      const marks = new Int32Array(4 * (last - first));
      const keys: number[] = [];
      for (let i = first; i < last; i++) {
        extract(sequence, i, style, features);
        const start = keys.length;
        for (let k = 0; k < features.count; k++) keys.push(features.keys[k]!);
        marks.set(
          [start, start + features.lexical, start + features.gazetteer, keys.length],
          4 * (i - first),
        );
      }
      made.push({
        source,
        partial,
        gold: document.gold.slice(first, last),
        keys: Int32Array.from(keys),
        marks,
      });
    }
  }
  return made;
}

export function train(
  data: readonly Example[],
  options: TrainingOptions,
  log: (line: string) => void,
): Perceptron {
  const { epochs, seed, margin, hideWord, hideGazetteer, hideSource } = options;
  const count = labels.length;
  const perceptron = new Perceptron(count);
  const random = seeded(seed);
  const order = data.map((_, i) => i);
  const longest = data.reduce((most, { gold }) => Math.max(most, gold.length), 0);
  const scores = new Float64Array(count);
  const emissions = new Float64Array(longest * count);
  const transitions = new Float64Array(count * count);
  const one = new Int32Array(1);
  const kept: Int32Array[] = Array.from({ length: longest }, () => new Int32Array(640));
  const keptCounts = new Int32Array(longest);
  const misc = nerTypes.indexOf("MISC");

  const readTransitions = (source: number): void => {
    for (let before = 0; before < count; before++) {
      one[0] = transitionKey(before);
      perceptron.score(one, 1, scores);
      for (let label = 0; label < count; label++) transitions[before * count + label] = scores[label]!;
      if (source < 0) continue;
      one[0] = mix(one[0], source);
      perceptron.score(one, 1, scores);
      for (let label = 0; label < count; label++) transitions[before * count + label]! += scores[label]!;
    }
  };

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    let tokens = 0;
    for (const index of order) {
      const { source, gold, keys, marks, partial } = data[index]!;
      const length = gold.length;
      const own = 1000 + source;
      const told = random() >= hideSource;
      tokens += length;
      for (let i = 0; i < length; i++) {
        let from = marks[4 * i]!;
        const to = marks[4 * i + 3]!;
        let skipFrom = -1;
        let skipTo = -1;
        if (to - from > 8) {
          if (random() < hideWord) from = marks[4 * i + 1]!;
          if (random() < hideGazetteer) {
            skipFrom = marks[4 * i + 1]!;
            skipTo = marks[4 * i + 2]!;
          }
        }
        const list = kept[i]!;
        let c = 0;
        for (let k = from; k < to; k++) {
          if (k >= skipFrom && k < skipTo) continue;
          list[c++] = keys[k]!;
          if (told) list[c++] = mix(keys[k]!, own);
        }
        keptCounts[i] = c;
        perceptron.score(list, c, scores);
        for (let label = 0; label < count; label++) emissions[i * count + label] = scores[label]!;
      }
      readTransitions(told ? own : -1);
      let target = gold;
      if (partial) {
        // The source does not mark MISC: outside the names it has, any MISC is as right as none.
        const constrained = emissions.slice(0, length * count);
        for (let i = 0; i < length; i++)
          for (let label = 0; label < count; label++) {
            const free = gold[i] === outside && (label === outside || (label - 1) >> 2 === misc);
            if (label !== gold[i] && !free) constrained[i * count + label] = -1e9;
          }
        target = viterbi(constrained, length, transitions);
      }
      for (let i = 0; i < length; i++)
        for (let label = 0; label < count; label++)
          if (label !== target[i]) emissions[i * count + label]! += margin;
      const found = viterbi(emissions, length, transitions);
      perceptron.tick();
      for (let i = 0; i < length; i++) {
        if (found[i] !== target[i]) {
          wrong++;
          perceptron.update(kept[i]!, keptCounts[i]!, target[i]!, 1);
          perceptron.update(kept[i]!, keptCounts[i]!, found[i]!, -1);
        }
        if (i > 0 && (found[i] !== target[i] || found[i - 1] !== target[i - 1])) {
          updateTransition(target[i - 1]!, target[i]!, told ? own : -1, 1);
          updateTransition(found[i - 1]!, found[i]!, told ? own : -1, -1);
        }
      }
    }
    log(`epoch ${epoch + 1}: ${((100 * wrong) / tokens).toFixed(2)} % wrong, ${perceptron.size} features`);
  }
  return perceptron;

  function updateTransition(before: number, label: number, source: number, amount: number): void {
    one[0] = transitionKey(before);
    perceptron.update(one, 1, label, amount);
    if (source < 0) return;
    one[0] = mix(one[0], source);
    perceptron.update(one, 1, label, amount);
  }
}
