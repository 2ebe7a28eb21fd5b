import { left, reduce, right, shift, type ParserState } from "./state.ts";

/*
 * The classes of the parser: SHIFT, REDUCE, then LEFT and RIGHT with each relation they were seen with. A class is a
 * number; its kind and relation are read from its label (`LEFT nsubj:pass`).
 */
export const kinds = ["SHIFT", "REDUCE", "LEFT", "RIGHT"] as const;

export interface Actions {
  /** Names of the relations; arcs hold their numbers. */
  readonly relations: readonly string[];
  /** Kind and number of relation (-1 for none) of each class. */
  readonly kind: Uint8Array;
  readonly relation: Int16Array;
  apply(state: ParserState, action: number): void;
  allows(state: ParserState, action: number): boolean;
}

export function readActions(labels: readonly string[]): Actions {
  const parts = labels.map((label) => label.split(" "));
  const relations = [...new Set(parts.flatMap(([, name]) => (name === undefined ? [] : [name])))].sort();
  const kind = Uint8Array.from(parts, ([name]) => kinds.indexOf(name as (typeof kinds)[number]));
  const relation = Int16Array.from(parts, ([, name]) => (name === undefined ? -1 : relations.indexOf(name)));
  return {
    relations,
    kind,
    relation,
    apply(state, action) {
      const what = kind[action]!;
      if (what === shift) state.shift();
      else if (what === reduce) state.reduce();
      else if (what === left) state.attachLeft(relation[action]!);
      else state.attachRight(relation[action]!);
    },
    allows: (state, action) => allowed(state, kind[action]!),
  };
}

/** Whether an action of this kind can be taken: every word gets one governor, and none is thrown away without. */
export function allowed(state: ParserState, kind: number): boolean {
  if (kind === shift) return true;
  if (state.depth === 0) return false;
  if (kind === right) return true;
  const attached = state.head[state.top]! >= 0;
  return kind === reduce ? attached : !attached;
}

/** The kinds that can be taken, a bit each. */
export const allowedKinds = (state: ParserState): number =>
  (allowed(state, shift) ? 1 : 0) |
  (allowed(state, reduce) ? 2 : 0) |
  (allowed(state, left) ? 4 : 0) |
  (allowed(state, right) ? 8 : 0);

/** The two best of the allowed actions; of equals the first. */
export interface Choice {
  best: number;
  /** -1 when only one is allowed. */
  second: number;
}

/** Sets `choice` to the allowed actions of the highest scores. */
export function choose(
  state: ParserState,
  { kind }: Actions,
  scores: Int32Array | Float64Array,
  choice: Choice,
): void {
  const mask = allowedKinds(state);
  let best = -1;
  let second = -1;
  for (let i = 0; i < kind.length; i++) {
    if (((mask >> kind[i]!) & 1) === 0) continue;
    if (best < 0 || scores[i]! > scores[best]!) {
      second = best;
      best = i;
    } else if (second < 0 || scores[i]! > scores[second]!) second = i;
  }
  choice.best = best;
  choice.second = second;
}
