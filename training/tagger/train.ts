import type { TreebankSentence } from "../../src/evaluate/conllu.ts";
import type { HashTable } from "../../src/language/en/names/table.ts";
import { tagFeatures, taggerFeatures } from "../../src/language/en/tagger/features.ts";
import {
  firstLook,
  inCapitals,
  type Reading,
  type TaggerOptions,
} from "../../src/language/en/tagger/first-look.ts";
import { tagName } from "../../src/language/en/tagger/index.ts";
import {
  clauseParts, lookAgain, secondLookFeatures, setRivals, type Rivals,
} from "../../src/language/en/tagger/second-look.ts"; // prettier-ignore
import { readWord } from "../../src/language/en/words.ts";
import type { ModelFile } from "../../src/language/model/file.ts";
import { best, readyModel } from "../../src/language/model/scorer.ts";
import { coarsen, quantize, type Coarseness, type Row } from "../../src/language/model/weights.ts";
import { meanRows } from "../mean.ts";
import { Perceptron } from "../perceptron.ts";
import { seeded, shuffle } from "../random.ts";

interface LookSettings {
  readonly epochs: number;
  readonly seed: number;
  /** A wrong tag that comes this near to the right one is corrected too. */
  readonly margin: number;
}

export interface FirstLookSettings {
  readonly first: LookSettings;
  /** Averaged weights below this are dropped. */
  readonly threshold: number;
  /** Times a form must occur, always with one tag, to get that tag without a look at its context. */
  readonly alwaysFrom: number;
  /** How near another tag comes to that of a word that is looked at again. */
  readonly doubt: number;
}

export interface TaggerSettings extends FirstLookSettings {
  readonly second: LookSettings;
  /** Seeds of the first looks whose mean is shipped: together they are right more often than one. */
  readonly seeds: readonly number[];
  /** The second look is trained on first looks by taggers that had not seen the sentence: one for each fold. */
  readonly folds: number;
  /** Sentences in a row that go to the same fold: neighbors share their words. */
  readonly block: number;
  readonly coarseness: Coarseness;
}

type Report = (line: string) => void;
type Model = ModelFile<TaggerOptions>;

/** A treebank sentence for training: its words are read, its tags are numbers. */
interface Item {
  readonly texts: readonly string[];
  readonly gold: readonly number[];
}

/** A sentence as a tagger that had not seen it reads it, and its true tags. */
interface HeldOut {
  readonly reading: Reading;
  readonly gold: readonly number[];
}

/** Trains the tagger on treebank sentences. */
export function trainTagger(
  sentences: readonly TreebankSentence[],
  clusters: HashTable,
  settings: TaggerSettings,
  report: Report = () => undefined,
): Model {
  const { labels, items } = numbered(sentences);
  const heldOut = heldOutReadings(items, labels, clusters, settings, report);
  report("first look");
  const looks = settings.seeds.map((seed) =>
    trainFirstLook(items, labels, clusters, { ...settings, first: { ...settings.first, seed } }, report),
  );
  const mean = meanRows(looks.map(({ rows }) => quantize(rows)));
  report("second look");
  const rows = [...mean, ...trainSecondLook(heldOut, labels, settings, report)];
  return shipped(labels, looks[0]!.options, rows, settings);
}

/** A tagger that leaves it at the first look, its weights as they were trained. */
export function trainQuickTagger(
  sentences: readonly TreebankSentence[],
  clusters: HashTable,
  settings: FirstLookSettings,
  report: Report = () => undefined,
): Model {
  const { labels, items } = numbered(sentences);
  const { options, rows } = trainFirstLook(items, labels, clusters, settings, report);
  return { kind: "tagger", labels, options, weights: quantize(rows) };
}

/** First looks at all sentences by taggers that had not seen them. */
function heldOutReadings(
  items: readonly Item[],
  labels: readonly string[],
  clusters: HashTable,
  settings: TaggerSettings,
  report: Report,
): HeldOut[] {
  const { folds, block } = settings;
  const found: HeldOut[] = [];
  for (let fold = 0; fold < folds; fold++) {
    report(`first look without fold ${String(fold + 1)} of ${String(folds)}`);
    const heldOut = (index: number): boolean => Math.floor(index / block) % folds === fold;
    const others = items.filter((_, index) => !heldOut(index));
    const { options, rows } = trainFirstLook(others, labels, clusters, settings, report);
    const read = firstLook(readyModel(shipped(labels, options, rows, settings)), clusters);
    items.forEach(({ texts, gold }, index) => {
      if (heldOut(index)) found[index] = { reading: read(texts), gold };
    });
  }
  return found;
}

const shipped = (
  labels: readonly string[],
  options: TaggerOptions,
  rows: readonly Row[],
  { coarseness }: TaggerSettings,
): Model => ({ kind: "tagger", labels, options, weights: coarsen(quantize(rows), coarseness) });

function numbered(sentences: readonly TreebankSentence[]): { labels: string[]; items: Item[] } {
  const name = (word: object): string => tagName(word as never);
  const labels = [...new Set(sentences.flatMap(({ words }) => words.map(name)))].sort();
  const labelOf = new Map(labels.map((label, index) => [label, index]));
  const items = sentences.map(({ words }) => ({
    texts: words.map(({ form }) => form),
    gold: words.map((word) => labelOf.get(name(word))!),
  }));
  return { labels, items };
}

function trainFirstLook(
  sentences: readonly Item[],
  labels: readonly string[],
  clusters: HashTable,
  { first: { epochs, seed, margin }, threshold, alwaysFrom, doubt }: FirstLookSettings,
  report: Report,
): { readonly options: TaggerOptions; readonly rows: readonly Row[] } {
  const always = alwaysTagged(sentences, alwaysFrom);
  const items = sentences.map(({ texts, gold }) => {
    const words = texts.map((text) => readWord(text, clusters));
    const capitals = inCapitals(words);
    return { words, capitals, gold, known: texts.map((text) => (capitals ? undefined : always.get(text))) };
  });
  const perceptron = new Perceptron(labels.length);
  const random = seeded(seed);
  const features = new Int32Array(taggerFeatures);
  const scores = new Float64Array(labels.length);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(items, random);
    let wrong = 0;
    let decided = 0;
    for (const { words, capitals, gold, known } of items) {
      let previous = -1;
      let beforePrevious = -1;
      for (let at = 0; at < words.length; at++) {
        let tag = known[at];
        if (tag === undefined) {
          const count = tagFeatures(words, at, previous, beforePrevious, capitals, features);
          perceptron.score(features, count, scores);
          tag = best(scores);
          decided++;
          if (tag !== gold[at]) wrong++;
          correct(perceptron, features, count, scores, gold[at]!, margin);
        }
        beforePrevious = previous;
        previous = tag;
      }
    }
    report(`epoch ${epoch}: ${((100 * wrong) / decided).toFixed(2)} % wrong, ${perceptron.size} features`);
  }
  return {
    options: { always: Object.fromEntries(always), doubt },
    rows: [...perceptron.averaged(threshold)],
  };
}

/** What the second look adds to the scores of doubtful words. */
function trainSecondLook(
  heldOut: readonly HeldOut[],
  labels: readonly string[],
  { second: { epochs, seed, margin }, threshold, coarseness: { step } }: TaggerSettings,
  report: Report,
): Row[] {
  const parts = clauseParts(labels);
  const items = heldOut.filter(({ reading }) => reading.doubts.length > 0);
  const perceptron = new Perceptron(labels.length);
  const random = seeded(seed);
  const features = new Int32Array(secondLookFeatures);
  const scores = new Float64Array(labels.length);
  const rivals: Rivals = { first: 0, second: 0 };
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(items, random);
    let wrong = 0;
    let decided = 0;
    for (const { reading, gold } of items) {
      const tags = [...reading.tags];
      for (const { at, scores: before } of reading.doubts) {
        setRivals(before, rivals);
        const count = lookAgain(reading, at, tags, parts, rivals, features);
        perceptron.score(features, count, scores);
        for (let label = 0; label < scores.length; label++) scores[label]! += before[label]! * step;
        tags[at] = best(scores);
        decided++;
        if (tags[at] !== gold[at]) wrong++;
        correct(perceptron, features, count, scores, gold[at]!, margin);
      }
    }
    report(`epoch ${epoch}: ${((100 * wrong) / decided).toFixed(2)} % wrong, ${perceptron.size} features`);
  }
  return [...perceptron.averaged(threshold)];
}

/** Takes a step: when a wrong tag has the best score or comes near the right one's, both get what they deserve. */
function correct(
  perceptron: Perceptron,
  features: Int32Array,
  count: number,
  scores: Float64Array,
  right: number,
  margin: number,
): void {
  scores[right]! -= margin;
  const rival = best(scores);
  if (rival !== right) {
    perceptron.update(features, count, right, 1);
    perceptron.update(features, count, rival, -1);
  }
  perceptron.tick();
}

/** Forms of one tag only. Capitalized forms at the start of a sentence count as evidence like all others. */
function alwaysTagged(sentences: readonly Item[], from: number): Map<string, number> {
  const counts = new Map<string, { tag: number; count: number; single: boolean }>();
  for (const { texts, gold } of sentences)
    texts.forEach((text, at) => {
      const tag = gold[at]!;
      const entry = counts.get(text);
      if (entry === undefined) counts.set(text, { tag, count: 1, single: true });
      else {
        entry.count++;
        entry.single &&= entry.tag === tag;
      }
    });
  return new Map(
    [...counts]
      .filter(([, { count, single }]) => single && count >= from)
      .map(([text, { tag }]) => [text, tag] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
