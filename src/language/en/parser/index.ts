import { scorer, type ReadyModel } from "../../model/scorer.ts";
import { readTag, tagName, type Tag } from "../tagger/index.ts";
import { wordReader } from "../words.ts";
import { parseFeatures, parserFeatures } from "./features.ts";
import { ParserState } from "./state.ts";
import { bestAction, readActions, type Actions } from "./transitions.ts";

/** What a parser file holds besides weights: the tagger's labels, whose numbers its features were trained on. */
export interface ParserOptions {
  readonly tags: readonly string[];
}

export interface Tree {
  /** Index of the governor of each word, -1 for the root. */
  readonly heads: Int32Array;
  /** Universal Dependencies relation of each word, with subtype. */
  readonly relations: readonly string[];
}

export interface Parser {
  /** The tree of a sentence with the tagger's tags. Greedy, left to right, in linear time; projective. */
  parse(words: readonly string[], tags: readonly Tag[]): Tree;
}

export function parser(file: ReadyModel<ParserOptions>): Parser {
  const model = scorer(file.weights);
  const actions = readActions(file.labels);
  const upos = uposNumbers(file.options.tags);
  const tagNumber = new Map(file.options.tags.map((label, index) => [label, index]));
  const read = wordReader();
  const state = new ParserState();
  const features = new Int32Array(parserFeatures);
  const scores = new Int32Array(file.labels.length);
  return {
    parse(words, tags) {
      const numbers = tags.map((tag) => tagNumber.get(tagName(tag)) ?? -1);
      state.start(
        words.map(read),
        numbers,
        numbers.map((number) => upos[number] ?? -1),
      );
      while (!state.done) {
        model.score(features, parseFeatures(state, features), scores);
        actions.apply(state, bestAction(state, actions, scores));
      }
      return finishTree(state, actions);
    },
  };
}

/** Number of the universal part of each tag. */
export function uposNumbers(labels: readonly string[]): readonly number[] {
  const names = labels.map((label) => readTag(label).upos);
  const order = [...new Set(names)].sort();
  return names.map((name) => order.indexOf(name));
}

/** Words left without governor: the first is the root, the others hang on it as parataxis. */
function finishTree(state: ParserState, { relations }: Actions): Tree {
  const heads = state.head.slice(0, state.size);
  const names: string[] = [];
  const root = heads.indexOf(-1);
  for (let i = 0; i < heads.length; i++) {
    if (i === root) names.push("root");
    else if (heads[i]! < 0) {
      heads[i] = root;
      names.push("parataxis");
    } else names.push(relations[state.relation[i]!]!);
  }
  return { heads, relations: names };
}
