import type { Sequence } from "./sequence.ts";

/*
 * A piecewise convolutional network after Zeng et al. (2015), "Distant Supervision for Relation Extraction via
 * Piecewise Convolutional Neural Networks", kept small: windows of three words, the distances to source and target, the maximum
 * of each filter left of, between and right of the pair and along the dependency path that joins them, and one linear
 * layer. Words are projected once a sentence and windows summed once a source; a pair costs one addition a word and filter.
 */

/** Numbers a word carries beside its embedding: valence (2) and part of speech (8). */
export const traits = 10;
/** Distances to an actor are cut at this many words. */
export const farthest = 20;

/** The heads: an ordered pair of actors, or one target whose source is not asked. */
export type Head = "pair" | "target";

export interface NetworkWeights {
  readonly dimensions: number;
  readonly filters: number;
  /** Embedding of the word with each hash; rows after the words: source, target, name, edge, unknown. */
  readonly rows: ReadonlyMap<number, number>;
  readonly embeddings: Float32Array;
  /** [3][dimensions + traits][filters]. */
  readonly convolution: Float32Array;
  readonly bias: Float32Array;
  /** [41][filters]: distance to source, to target, and to a lone target. */
  readonly toSource: Float32Array;
  readonly toTarget: Float32Array;
  readonly toAlone: Float32Array;
  /** By head: [pieces * filters][3], [3], and what is added when the target stands first, [3]. */
  readonly output: Readonly<Record<Head, Float32Array>>;
  readonly outputBias: Readonly<Record<Head, Float32Array>>;
  readonly outputReversed: Readonly<Record<Head, Float32Array>>;
}

export const special = { source: 0, target: 1, name: 2, edge: 3, unknown: 4 } as const;

/** Row of the embeddings for a place of a sequence. */
export function rowOf(rows: ReadonlyMap<number, number>, sequence: Sequence, at: number): number {
  const words = rows.size;
  if (at < 0 || at >= sequence.length) return words + special.edge;
  const word = sequence.words[at]!;
  if (word === 0) return words + special.name;
  return rows.get(word) ?? rows.get(sequence.lemmas[at]!) ?? words + special.unknown;
}

/** Where maxima are taken: left of, between, right of the pair; along its path. */
export const pieces = 4;
export const pathPiece = 3;

/** From -1 to 1, like the hyperbolic tangent but quick; its slope is `squashSlope`. */
export function squash(x: number): number {
  if (x >= 3) return 1;
  if (x <= -3) return -1;
  const square = x * x;
  return (x * (27 + square)) / (27 + 9 * square);
}

export function squashSlope(x: number): number {
  if (x >= 3 || x <= -3) return 0;
  const root = (9 - x * x) / (9 + 3 * x * x);
  return root * root;
}

/** Clipped distance as an index. */
export const distance = (d: number): number => Math.max(-farthest, Math.min(farthest, d)) + farthest;

/** A sentence projected by the three windows' parts: ready for any pair in it. */
export interface Projection {
  readonly sequence: Sequence;
  /** [length + 2][3 * filters]; the first and last rows are the edges. */
  readonly rows: Float32Array;
  /** [length][filters]: the sums of the windows when no actor is marked. */
  readonly windows: Float32Array;
  /** The same with the source marked and the distances to it, by place of the source. */
  readonly fromSource: Map<number, Float32Array>;
}

export interface Network {
  project(sequence: Sequence): Projection;
  /**
   * Log-odds of none, positive, negative for source towards target, or for a lone target (`target` -1), added into
   * `out`. `path` is 1 at the places along the path between the two.
   */
  score(projection: Projection, pair: Pair, out: Float64Array): void;
}

export interface Pair {
  readonly source: number;
  readonly target: number;
  readonly path: Uint8Array | undefined;
}

export function network(weights: NetworkWeights): Network {
  const { dimensions, filters, embeddings, convolution } = weights;
  const width = 3 * filters;
  const inputs = dimensions + traits;
  // A word's projection depends on its row alone; the commonest are kept.
  const cacheSize = 4096;
  const cache = new Float32Array(cacheSize * width);
  const cached = new Int32Array(cacheSize).fill(-1);
  const special0 = weights.rows.size;

  function projectRow(row: number, out: Float32Array, at: number): void {
    const slot = row & (cacheSize - 1);
    if (cached[slot] !== row) {
      cached[slot] = row;
      const base = slot * width;
      cache.fill(0, base, base + width);
      for (let j = 0; j < 3; j++)
        for (let d = 0; d < dimensions; d++) {
          const value = embeddings[row * dimensions + d]!;
          const from = (j * inputs + d) * filters;
          for (let f = 0; f < filters; f++) cache[base + j * filters + f]! += value * convolution[from + f]!;
        }
    }
    out.set(cache.subarray(slot * width, slot * width + width), at);
  }

  /** Adds the traits of a place to its projection. */
  function addTrait(trait: number, value: number, out: Float32Array, at: number): void {
    for (let j = 0; j < 3; j++) {
      const from = (j * inputs + dimensions + trait) * filters;
      for (let f = 0; f < filters; f++) out[at + j * filters + f]! += value * convolution[from + f]!;
    }
  }

  const marked = new Float32Array(2 * width);
  projectRow(special0 + special.source, marked, 0);
  projectRow(special0 + special.target, marked, width);

  /** What marking a place as an actor changes in the window around another, added into `out`. */
  function mark(
    { rows }: Projection,
    place: number,
    actor: number,
    at: number,
    out: Float32Array,
    to: number,
  ) {
    const j = place - at + 1;
    if (j < 0 || j > 2) return;
    const [plain, named] = [(place + 1) * width + j * filters, actor * width + j * filters];
    for (let f = 0; f < filters; f++) out[to + f]! += marked[named + f]! - rows[plain + f]!;
  }

  function addDistance(table: Float32Array, to: number, out: Float32Array): void {
    for (let at = 0; at * filters < out.length; at++) {
      const [near, offset] = [distance(at - to) * filters, at * filters];
      for (let f = 0; f < filters; f++) out[offset + f]! += table[near + f]!;
    }
  }

  function fromSource(projection: Projection, source: number): Float32Array {
    let sums = projection.fromSource.get(source);
    if (sums === undefined) {
      projection.fromSource.set(source, (sums = projection.windows.slice()));
      addDistance(weights.toSource, source, sums);
      for (let at = Math.max(0, source - 1); at <= Math.min(projection.sequence.length - 1, source + 1); at++)
        mark(projection, source, special.source, at, sums, at * filters);
    }
    return sums;
  }

  const maxima = new Float32Array(pieces * filters);
  const beside = new Float32Array(filters);

  function keepLargest(
    piece: number,
    sums: Float32Array,
    from: number,
    table: Float32Array,
    near: number,
  ): void {
    const to = piece * filters;
    for (let f = 0; f < filters; f++) {
      const sum = sums[from + f]! + table[near + f]!;
      if (sum > maxima[to + f]!) maxima[to + f] = sum;
    }
  }

  return {
    project(sequence) {
      const { length, groups, valence } = sequence;
      const rows = new Float32Array((length + 2) * width);
      for (let at = -1; at <= length; at++) {
        const offset = (at + 1) * width;
        projectRow(rowOf(weights.rows, sequence, at), rows, offset);
        if (at < 0 || at >= length) continue;
        if (groups[at]! > 0) addTrait(1 + groups[at]!, 1, rows, offset);
        const strength = valence[at]!;
        if (strength !== 0) addTrait(strength > 0 ? 0 : 1, 2 * Math.abs(strength), rows, offset);
      }
      const windows = new Float32Array(length * filters);
      for (let at = 0; at < length; at++) {
        const [before, to] = [at * width, at * filters];
        const [here, after] = [before + width + filters, before + 2 * width + 2 * filters];
        for (let f = 0; f < filters; f++)
          windows[to + f] = weights.bias[f]! + rows[before + f]! + rows[here + f]! + rows[after + f]!;
      }
      return { sequence, rows, windows, fromSource: new Map() };
    },
    score(projection, { source, target, path }, out) {
      const { length } = projection.sequence;
      const head: Head = target < 0 ? "target" : "pair";
      const pair = head === "pair";
      const [first, second] = piecesOf(source, target);
      const sums = pair ? fromSource(projection, source) : projection.windows;
      const table = pair ? weights.toTarget : weights.toAlone;
      const to = pair ? target : source;
      maxima.fill(-1e9);
      for (let at = 0; at < length; at++) {
        let [from, offset] = [sums, at * filters];
        if (pair && Math.abs(at - target) <= 1) {
          beside.set(sums.subarray(offset, offset + filters));
          mark(projection, target, special.target, at, beside, 0);
          [from, offset] = [beside, 0];
        }
        const near = distance(at - to) * filters;
        keepLargest(at <= first ? 0 : at <= second ? 1 : 2, from, offset, table, near);
        if (path?.[at] === 1) keepLargest(pathPiece, from, offset, table, near);
      }
      const output = weights.output[head];
      const bias = weights.outputBias[head];
      const reversed = weights.outputReversed[head];
      for (let c = 0; c < 3; c++) out[c]! += bias[c]! + (pair && source > target ? reversed[c]! : 0);
      for (let i = 0; i < pieces * filters; i++) {
        if (maxima[i]! <= -1e8) continue;
        const value = squash(maxima[i]!);
        for (let c = 0; c < 3; c++) out[c]! += value * output[3 * i + c]!;
      }
    },
  };
}

/** Last places of the first and the second piece. */
export function piecesOf(source: number, target: number): readonly [first: number, second: number] {
  return target < 0 ? [source - 1, source] : [Math.min(source, target), Math.max(source, target)];
}
