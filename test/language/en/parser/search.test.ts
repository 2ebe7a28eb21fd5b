import { expect, test } from "vitest";
import { search, type Foresight } from "../../../../src/language/en/parser/search.ts";
import { ParserState } from "../../../../src/language/en/parser/state.ts";
import { readActions } from "../../../../src/language/en/parser/transitions.ts";
import { readWord } from "../../../../src/language/en/words.ts";

const labels = ["SHIFT", "REDUCE", "LEFT dep", "RIGHT dep"];
const actions = readActions(labels);
const foresight: Foresight = { doubt: 10, words: 3, softness: 10 };

/** Parses four words; `score` tells what each action is worth in a state. */
function parse(score: (state: ParserState, scores: Int32Array) => void, options = foresight): number[] {
  const state = new ParserState();
  const words = ["a", "b", "c", "d"].map((word) => readWord(word));
  state.start(words, [0, 0, 0, 0], [0, 0, 0, 0]);
  const model = { scale: 1, score: () => undefined, add: () => undefined };
  search(actions, model, score, options)(state);
  return [...state.head.subarray(0, 4)];
}

/** The second word hangs on the first or comes beside it, by a hair; if it hangs, all that follows is a guess. */
const misled = (state: ParserState, scores: Int32Array): void => {
  scores.fill(0);
  if (state.next === 0) scores[0] = 100;
  else if (state.next === 1) scores[3] = 1;
  else if (state.head[1]! < 0) scores[0] = 100;
};

test("a doubtful decision is settled by what comes after it", () => {
  expect(parse(misled, { ...foresight, doubt: 0 })[1]).toBe(0);
  expect(parse(misled)[1]).not.toBe(0);
});

test("a clear decision stands", () => {
  const clear = (state: ParserState, scores: Int32Array): void => {
    misled(state, scores);
    if (state.next === 1) scores[3] = 10;
  };
  expect(parse(clear)[1]).toBe(0);
});

test("the work grows with the sentence, however deep the stack", () => {
  const decisions = (size: number): number => {
    const state = new ParserState();
    const words = Array.from({ length: size }, () => readWord("word"));
    state.start(
      words,
      words.map(() => 0),
      words.map(() => 0),
    );
    let count = 0;
    const score = (at: ParserState, scores: Int32Array): void => {
      count++;
      scores.fill(0);
      scores[at.next < size - 1 ? 0 : 2] = 1; // shifts all, then takes them back one by one, in doubt all along
    };
    search(actions, { scale: 1, score: () => undefined, add: () => undefined }, score, foresight)(state);
    return count;
  };
  expect(decisions(4000)).toBeLessThan(2.1 * decisions(2000));
});
