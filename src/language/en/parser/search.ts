import type { Scorer } from "../../model/scorer.ts";
import type { ParserState } from "./state.ts";
import { allowedKinds, choose, type Actions, type Choice } from "./transitions.ts";

/*
 * Looking ahead, after Choi and McCallum (2013), "Transition-based dependency parsing with selectional branching": most
 * decisions are clear, and where one is not, the words to come often tell. So a doubtful decision is taken both ways,
 * each way goes on greedily for a few words, and the one whose decisions were surer on the whole is kept. What follows
 * is bounded for each decision, so the time stays linear.
 */

/** How the parser looks ahead; in steps of the trained weights. */
export interface Foresight {
  /** A decision is doubtful when the second best action, one of another kind, comes this near to the best. */
  readonly doubt: number;
  /** How many words both ways are followed. */
  readonly words: number;
  /** What scores are divided by before they are taken as logarithms of probabilities. */
  readonly softness: number;
}

/** Chosen on ewt-dev and gum-dev. */
export const foresight: Foresight = { doubt: 40, words: 6, softness: 40 };

/** Decisions that a way may take for its words: a long row of arcs to one word is not looked through. */
const decisionsPerWord = 4;
/** Actions whose chance is below e^-10 of the best one's are left out of the sum of chances. */
const faint = 10;

interface Decision {
  /** First word of the buffer when it was made. */
  readonly next: number;
  readonly action: number;
  /** The action to try instead; -1 when there is none or the decision is clear. */
  readonly rival: number;
  /** Logarithm of the chance of the action, and of the rival. */
  readonly chance: number;
  readonly rivalChance: number;
}

/** Makes a function that takes a state from its start to its end. `score` fills `scores` for a state. */
export function search(
  actions: Actions,
  { scale }: Scorer,
  score: (state: ParserState, scores: Int32Array) => void,
  { doubt, words, softness }: Foresight = foresight,
): (state: ParserState) => void {
  const scores = new Int32Array(actions.kind.length);
  const choice: Choice = { best: 0, second: 0 };
  /** Chance of an action by how many steps its score lies below the best one's. */
  const chances = Float64Array.from({ length: Math.ceil((faint * softness) / scale) }, (_, below) =>
    Math.exp((-below * scale) / softness),
  );
  const sumOfChances = (state: ParserState, top: number): number => {
    const mask = allowedKinds(state);
    const { kind } = actions;
    const least = top - chances.length;
    let sum = 0;
    for (let i = 0; i < scores.length; i++)
      if (scores[i]! > least && ((mask >> kind[i]!) & 1) !== 0) sum += chances[top - scores[i]!]!;
    return sum;
  };

  const decide = (state: ParserState): Decision => {
    score(state, scores);
    choose(state, actions, scores, choice);
    const { best, second } = choice;
    const top = scores[best]!;
    const gap = second < 0 ? Infinity : (top - scores[second]!) * scale;
    const chance = -Math.log(sumOfChances(state, top));
    return {
      next: state.next,
      action: best,
      rival: gap < doubt && actions.kind[second] !== actions.kind[best] ? second : -1,
      chance,
      rivalChance: chance - gap / softness,
    };
  };
  /** Takes the next decision. */
  const advance = (state: ParserState, path: Decision[]): number => {
    const decision = decide(state);
    path.push(decision);
    actions.apply(state, decision.action);
    return decision.chance;
  };
  /**
   * Goes on until the buffer begins at `end`, as long as the chance of the way is above `least`; whether it got there.
   * `chance` is that of the way so far.
   */
  const follow = (
    state: ParserState,
    path: Decision[],
    end: number,
    chance = 0,
    least = -Infinity,
  ): boolean => {
    for (let left = decisionsPerWord * words; state.next < end && !state.done; left--) {
      if (left === 0 || chance <= least) return false;
      chance += advance(state, path);
    }
    return chance > least;
  };

  return (state) => {
    const path: Decision[] = [];
    for (let at = 0; at < path.length || !state.done; at++) {
      if (at === path.length) advance(state, path);
      const { next, rival, rivalChance } = path[at]!;
      if (rival < 0) continue;
      const end = next + words;
      if (!follow(state, path, end)) continue;
      rewind(state, at);
      actions.apply(state, rival);
      const other: Decision[] = [{ next, action: rival, rival: -1, chance: rivalChance, rivalChance: 0 }];
      if (follow(state, other, end, rivalChance, chanceOf(path, at, end))) {
        path.splice(at, path.length, ...other);
        continue;
      }
      rewind(state, at);
      for (let i = at; i < path.length; i++) actions.apply(state, path[i]!.action);
    }
  };
}

const rewind = (state: ParserState, steps: number): void => {
  while (state.steps > steps) state.undo();
};

/** Logarithm of the chance of the decisions from `from` on that were made before the buffer began at `end`. */
function chanceOf(path: readonly Decision[], from: number, end: number): number {
  let sum = 0;
  for (let i = from; i < path.length && path[i]!.next < end; i++) sum += path[i]!.chance;
  return sum;
}
