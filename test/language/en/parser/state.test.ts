import fc from "fast-check";
import { expect, test } from "vitest";
import { ParserState } from "../../../../src/language/en/parser/state.ts";
import { readActions } from "../../../../src/language/en/parser/transitions.ts";
import { readWord } from "../../../../src/language/en/words.ts";

const actions = readActions(["SHIFT", "REDUCE", "LEFT nsubj", "LEFT det", "RIGHT obj", "RIGHT punct"]);

/** Everything that features and trees are read from. */
const snapshot = (state: ParserState) => ({
  next: state.next,
  stack: [...state.stack.subarray(0, state.depth)],
  lists: [
    state.head, state.relation, state.left, state.left2, state.right, state.right2,
    state.leftCount, state.rightCount, state.leftSet, state.rightSet,
  ].map((list) => [...list.subarray(0, state.size + 2)]),
}); // prettier-ignore

test("steps taken back leave the state as it was, also in a sentence longer than those before", () => {
  const state = new ParserState();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(5)), (size, picks) => {
      const words = Array.from({ length: size }, () => readWord("word"));
      state.start(
        words,
        words.map(() => 0),
        words.map(() => 0),
      );
      const before = [snapshot(state)];
      for (const action of picks) {
        if (state.done) break;
        if (!actions.allows(state, action)) continue;
        actions.apply(state, action);
        before.push(snapshot(state));
      }
      expect(state.steps).toBe(before.length - 1);
      for (let step = state.steps; step > 0; step--) {
        expect(snapshot(state)).toEqual(before[step]);
        state.undo();
      }
      expect(snapshot(state)).toEqual(before[0]);
    }),
    { seed: 7, numRuns: 200 },
  );
});
