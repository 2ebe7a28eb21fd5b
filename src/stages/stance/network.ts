import type { Sequence } from "./sequence.ts";

/*
 * A piecewise convolutional network after Zeng et al. (2015), "Distant Supervision for Relation Extraction via
 * Piecewise Convolutional Neural Networks", kept small: windows of three words, the distances to source and target, the maximum
 * of each filter left of, between and right of the pair, and one linear layer. Words are projected once a sentence;
 * a pair costs additions only.
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
  /** By head: [3 * filters][3], [3], and what is added when the target stands first, [3]. */
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

/** Clipped distance as an index. */
export const distance = (d: number): number => Math.max(-farthest, Math.min(farthest, d)) + farthest;

/** A sentence projected by the three windows' parts: ready for any pair in it. */
export interface Projection {
  readonly sequence: Sequence;
  /** [length + 2][3 * filters]; the first and last rows are the edges. */
  readonly rows: Float32Array;
}

export interface Network {
  project(sequence: Sequence): Projection;
  /** Log-odds of none, positive, negative for source towards target, added into `out`. */
  score(head: Head, projection: Projection, source: number, target: number, out: Float64Array): void;
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
  const maxima = new Float32Array(3 * filters);
  const sums = new Float32Array(filters);

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
      return { sequence, rows };
    },
    score(head, { sequence, rows }, source, target, out) {
      const { length } = sequence;
      const pair = head === "pair";
      const first = pair ? Math.min(source, target) : source - 1;
      const second = pair ? Math.max(source, target) : source;
      const nearTable = pair ? weights.toSource : weights.toAlone;
      maxima.fill(-1e9);
      for (let at = 0; at < length; at++) {
        sums.set(weights.bias);
        for (let j = 0; j < 3; j++) {
          const place = at + j - 1;
          const isSource = pair && place === source;
          const isTarget = pair && place === target;
          const from = isSource || isTarget ? marked : rows;
          const offset = (isSource ? 0 : isTarget ? width : (place + 1) * width) + j * filters;
          for (let f = 0; f < filters; f++) sums[f]! += from[offset + f]!;
        }
        const near = distance(at - source) * filters;
        for (let f = 0; f < filters; f++) sums[f]! += nearTable[near + f]!;
        if (pair) {
          const far = distance(at - target) * filters;
          for (let f = 0; f < filters; f++) sums[f]! += weights.toTarget[far + f]!;
        }
        const piece = (at <= first ? 0 : at <= second ? 1 : 2) * filters;
        for (let f = 0; f < filters; f++) if (sums[f]! > maxima[piece + f]!) maxima[piece + f] = sums[f]!;
      }
      const output = weights.output[head];
      for (let c = 0; c < 3; c++)
        out[c]! +=
          weights.outputBias[head][c]! + (pair && source > target ? weights.outputReversed[head][c]! : 0);
      for (let i = 0; i < 3 * filters; i++) {
        if (maxima[i]! <= -1e8) continue;
        const value = Math.tanh(maxima[i]!);
        for (let c = 0; c < 3; c++) out[c]! += value * output[3 * i + c]!;
      }
    },
  };
}
