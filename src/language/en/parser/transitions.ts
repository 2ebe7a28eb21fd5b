import type { ParserState } from "./state.ts";

/*
 * The classes of the parser: SHIFT, REDUCE, then LEFT and RIGHT with each relation they were seen with. A class is a
 * number; its kind and relation are read from its label (`LEFT nsubj:pass`).
 */
export const kinds = ["SHIFT", "REDUCE", "LEFT", "RIGHT"] as const;
export const shift = 0;
export const reduce = 1;
export const left = 2;
export const right = 3;

export interface Actions {
  /** Names of the relations; arcs hold their numbers. */
  readonly relations: readonly string[];
  /** Kind and number of relation (-1 for none) of each class. */
  readonly kind: Uint8Array;
  readonly relation: Int16Array;
  apply(state: ParserState, action: number): void;
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

/** The allowed action of the highest score; the first of equals. */
export function bestAction(state: ParserState, { kind }: Actions, scores: Int32Array | Float64Array): number {
  const mask =
    (allowed(state, shift) ? 1 : 0) |
    (allowed(state, reduce) ? 2 : 0) |
    (allowed(state, left) ? 4 : 0) |
    (allowed(state, right) ? 8 : 0);
  let winner = -1;
  for (let i = 0; i < kind.length; i++)
    if ((mask >> kind[i]!) & 1 && (winner < 0 || scores[i]! > scores[winner]!)) winner = i;
  return winner;
}
