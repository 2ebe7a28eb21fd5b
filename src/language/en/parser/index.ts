import { scorer, type ReadyModel } from "../../model/scorer.ts";
import { readTag, tagName, type Tag } from "../tagger/index.ts";
import { wordReader } from "../words.ts";
import { parseFeatures, parserFeatures, parserGroups } from "./features.ts";
import { groupScorer } from "./memory.ts";
import { search } from "./search.ts";
import { ParserState } from "./state.ts";
import { readActions, type Actions } from "./transitions.ts";

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
  /** The tree of a sentence with the tagger's tags. Left to right, in linear time; projective. */
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
  const add = groupScorer(model, file.labels.length, parserGroups);
  const run = search(actions, model, (at, scores) => {
    add(features, parseFeatures(at, features), scores);
  });
  return {
    parse(words, tags) {
      const numbers = tags.map((tag) => tagNumber.get(tagName(tag)) ?? -1);
      state.start(
        words.map(read),
        numbers,
        numbers.map((number) => upos[number] ?? -1),
      );
      run(state);
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
