import type { TreebankSentence } from "../../src/evaluate/conllu.ts";
import type { ModelFile } from "../../src/language/model/file.ts";
import { quantize } from "../../src/language/model/weights.ts";
import { parseFeatures, parserFeatures } from "../../src/language/en/parser/features.ts";
import { uposNumbers, type ParserOptions } from "../../src/language/en/parser/index.ts";
import { left, ParserState, reduce, right, shift } from "../../src/language/en/parser/state.ts";
import {
  allowed,
  choose,
  readActions,
  type Actions,
  type Choice,
} from "../../src/language/en/parser/transitions.ts";
import { tagName, type Tag } from "../../src/language/en/tagger/index.ts";
import { readWord } from "../../src/language/en/words.ts";
import { Perceptron } from "../perceptron.ts";
import { seeded, shuffle } from "../random.ts";

export interface ParserSettings {
  readonly epochs: number;
  readonly seed: number;
  /** Averaged weights below this are dropped. */
  readonly threshold: number;
  /** From the second epoch on, how often training goes on from the parser's own decision, right or wrong. */
  readonly exploration: number;
  /** A wrong action that comes this near to the best right one is corrected too. */
  readonly margin: number;
}

/** A tree to learn from. */
interface Gold {
  readonly heads: readonly number[];
  readonly relations: readonly number[];
  /** Dependents of each word, ascending. */
  readonly children: readonly (readonly number[])[];
}

/**
 * Trains the arc-eager parser with the dynamic oracle of Goldberg and Nivre (2012), "A dynamic oracle for arc-eager
 * dependency parsing". `tags` are those of a tagger that had not seen the sentence.
 */
export function trainParser(
  sentences: readonly TreebankSentence[],
  tags: readonly (readonly Tag[])[],
  settings: ParserSettings,
  report: (line: string) => void = () => undefined,
): ModelFile<ParserOptions> {
  const labels = actionLabels(sentences);
  const actions = readActions(labels);
  const tagLabels = [...new Set(tags.flatMap((sentence) => sentence.map(tagName)))].sort();
  const tagNumber = new Map(tagLabels.map((label, index) => [label, index]));
  const upos = uposNumbers(tagLabels);
  const items = sentences.map(({ words }, index) => {
    const numbers = tags[index]!.map((tag) => tagNumber.get(tagName(tag))!);
    return {
      words: words.map(({ form }) => readWord(form)),
      tags: numbers,
      upos: numbers.map((number) => upos[number]!),
      gold: goldTree(words, actions),
    };
  });
  const perceptron = new Perceptron(labels.length);
  const random = seeded(settings.seed);
  const state = new ParserState();
  const features = new Int32Array(parserFeatures);
  const scores = new Float64Array(labels.length);
  const choice: Choice = { best: 0, second: 0 };
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    shuffle(items, random);
    let errors = 0;
    let decided = 0;
    for (const item of items) {
      state.start(item.words, item.tags, item.upos);
      while (!state.done) {
        const count = parseFeatures(state, features);
        perceptron.score(features, count, scores);
        choose(state, actions, scores, choice);
        const guess = choice.best;
        const { right, wrong } = judge(state, actions, scores, item.gold);
        decided++;
        if (guess !== right) errors++;
        if (wrong >= 0 && scores[wrong]! > scores[right]! - settings.margin) {
          perceptron.update(features, count, right, 1);
          perceptron.update(features, count, wrong, -1);
        }
        perceptron.tick();
        const explore = epoch > 1 && random() < settings.exploration;
        actions.apply(state, explore ? guess : right);
      }
    }
    report(`epoch ${epoch}: ${((100 * errors) / decided).toFixed(2)} % wrong, ${perceptron.size} features`);
  }
  return {
    kind: "parser",
    labels,
    options: { tags: tagLabels },
    weights: quantize(perceptron.averaged(settings.threshold)),
  };
}

function actionLabels(sentences: readonly TreebankSentence[]): string[] {
  const seen = new Set<string>();
  for (const { words } of sentences)
    words.forEach(({ head, relation }, index) => {
      if (head >= 0) seen.add(`${head > index ? "LEFT" : "RIGHT"} ${relation}`);
    });
  return ["SHIFT", "REDUCE", ...[...seen].sort()];
}

function goldTree(words: TreebankSentence["words"], { relations }: Actions): Gold {
  const number = new Map(relations.map((name, index) => [name, index]));
  const children: number[][] = words.map(() => []);
  words.forEach(({ head }, index) => {
    if (head >= 0) children[head]!.push(index);
  });
  return {
    heads: words.map(({ head }) => (head < 0 ? words.length : head)),
    relations: words.map(({ relation }) => number.get(relation) ?? -1),
    children,
  };
}

/**
 * The highest scoring of the allowed actions that lose fewest gold arcs, and the highest scoring of the other allowed
 * ones (-1 when there is none).
 */
function judge(
  state: ParserState,
  actions: Actions,
  scores: Float64Array,
  gold: Gold,
): { readonly right: number; readonly wrong: number } {
  const costs = [shift, reduce, left, right].map((kind) =>
    allowed(state, kind) ? lostArcs(state, gold, kind) : Infinity,
  );
  const least = Math.min(...costs);
  const { next, top } = state;
  /** The relation an arc must bear, if it is in the tree; a wrong arc that loses nothing may bear any. */
  const leftRelation = gold.heads[top] === next ? gold.relations[top]! : -1;
  const rightRelation = gold.heads[next] === top ? gold.relations[next]! : -1;
  let bestRight = -1;
  let bestWrong = -1;
  for (let action = 0; action < scores.length; action++) {
    const kind = actions.kind[action]!;
    if (costs[kind] === Infinity) continue;
    const relation = kind === left ? leftRelation : kind === right ? rightRelation : -1;
    if (costs[kind] === least && (relation < 0 || actions.relation[action] === relation)) {
      if (bestRight < 0 || scores[action]! > scores[bestRight]!) bestRight = action;
    } else if (bestWrong < 0 || scores[action]! > scores[bestWrong]!) bestWrong = action;
  }
  return { right: bestRight, wrong: bestWrong };
}

/** Number of gold arcs that can still be made before, but not after an action of this kind. */
function lostArcs(state: ParserState, gold: Gold, kind: number): number {
  const { next, top, head } = state;
  let lost = 0;
  if (kind === left || kind === reduce) {
    for (const child of gold.children[top]!) if (child >= next) lost++;
    if (kind === left && gold.heads[top]! > next) lost++;
    return lost;
  }
  for (const child of gold.children[next]!)
    if (child < next && head[child]! < 0 && onStack(state, child)) lost++;
  const governor = gold.heads[next]!;
  if (kind === shift) return lost + (governor < next && onStack(state, governor) ? 1 : 0);
  if (governor === top) return lost;
  return lost + (governor > next || onStack(state, governor) ? 1 : 0);
}

/** The stack is ascending. */
function onStack({ stack, depth }: ParserState, word: number): boolean {
  let low = 0;
  let high = depth;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stack[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low < depth && stack[low] === word;
}
