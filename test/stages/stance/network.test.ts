import { expect, test } from "vitest";
import {
  distance,
  farthest,
  network,
  pathPiece,
  pieces,
  piecesOf,
  rowOf,
  special,
  squash,
  squashSlope,
  traits,
  type NetworkWeights,
} from "../../../src/stages/stance/network.ts";
import type { Sequence } from "../../../src/stages/stance/sequence.ts";
import { seeded } from "../../../training/random.ts";

const [dimensions, filters] = [4, 3];
const random = seeded(1);
const numbers = (length: number): Float32Array => Float32Array.from({ length }, () => 2 * random() - 1);
const table = (): Float32Array => numbers((2 * farthest + 1) * filters);
const heads = (length: number) => ({ pair: numbers(length), target: numbers(length) });
const weights: NetworkWeights = {
  dimensions, filters, rows: new Map([[101, 0], [102, 1], [103, 2]]), embeddings: numbers(8 * dimensions),
  convolution: numbers(3 * (dimensions + traits) * filters), bias: numbers(filters),
  toSource: table(), toTarget: table(), toAlone: table(),
  output: heads(3 * pieces * filters), outputBias: heads(3), outputReversed: heads(3),
}; // prettier-ignore

const sequence: Sequence = {
  length: 7,
  words: Int32Array.of(0, 101, 102, 0, 999, 103, 0),
  lemmas: Int32Array.of(0, 101, 102, 0, 101, 103, 0),
  groups: Uint8Array.of(0, 1, 5, 0, 2, 6, 0),
  valence: Float32Array.of(0, -0.5, 0, 0, 0.25, 0, 0),
  places: new Map(),
  tokens: Int32Array.of(0, 1, 2, 3, 4, 5, 6),
};

/** The log-odds as the definition has them, a window at a time. */
function plainly(source: number, target: number, path: Uint8Array | undefined): number[] {
  const head = target < 0 ? "target" : "pair";
  const [first, second] = piecesOf(source, target);
  const inputs = dimensions + traits;
  const largest = Array.from({ length: pieces * filters }, () => -Infinity);
  const input = (place: number): number[] => {
    const marked = target >= 0 && (place === source || place === target);
    const row = !marked
      ? rowOf(weights.rows, sequence, place)
      : weights.rows.size + (place === source ? special.source : special.target);
    const extra = Array.from({ length: traits }, () => 0);
    const inside = !marked && place >= 0 && place < sequence.length;
    if (inside && sequence.groups[place]! > 0) extra[1 + sequence.groups[place]!] = 1;
    const strength = inside ? sequence.valence[place]! : 0;
    if (strength !== 0) extra[strength > 0 ? 0 : 1] = 2 * Math.abs(strength);
    return [...weights.embeddings.subarray(row * dimensions, (row + 1) * dimensions), ...extra];
  };
  for (let at = 0; at < sequence.length; at++)
    for (let f = 0; f < filters; f++) {
      let sum = weights.bias[f]!;
      for (let j = 0; j < 3; j++)
        input(at + j - 1).forEach(
          (value, i) => (sum += value * weights.convolution[(j * inputs + i) * filters + f]!),
        );
      const near = target < 0 ? weights.toAlone : weights.toSource;
      sum += near[distance(at - source) * filters + f]!;
      if (target >= 0) sum += weights.toTarget[distance(at - target) * filters + f]!;
      for (const piece of [at <= first ? 0 : at <= second ? 1 : 2, ...(path?.[at] === 1 ? [pathPiece] : [])])
        largest[piece * filters + f] = Math.max(largest[piece * filters + f]!, sum);
    }
  return [0, 1, 2].map((c) => {
    const start =
      weights.outputBias[head][c]! + (source > target && target >= 0 ? weights.outputReversed[head][c]! : 0);
    return largest.reduce(
      (sum, value, i) => (value === -Infinity ? sum : sum + squash(value) * weights.output[head][3 * i + c]!),
      start,
    );
  });
}

test("sums shared between pairs come to what each pair by itself would have", () => {
  const net = network(weights);
  const projection = net.project(sequence);
  const paths = [undefined, Uint8Array.of(1, 1, 0, 1, 0, 0, 0), new Uint8Array(7)];
  for (const path of paths)
    for (let source = 0; source < 7; source++)
      for (let target = -1; target < 7; target++) {
        if (source === target) continue;
        const out = new Float64Array(3);
        net.score(projection, { source, target, path }, out);
        plainly(source, target, path).forEach((value, c) => expect(out[c]).toBeCloseTo(value, 4));
      }
});

test("squash is odd, bounded and as steep as its slope says", () => {
  for (let x = -4; x <= 4; x += 0.25) {
    expect(squash(-x)).toBeCloseTo(-squash(x), 12);
    expect(Math.abs(squash(x))).toBeLessThanOrEqual(1);
    expect(Math.abs(squash(x) - Math.tanh(x))).toBeLessThan(0.03);
    expect(squashSlope(x)).toBeCloseTo((squash(x + 1e-5) - squash(x - 1e-5)) / 2e-5, 4);
  }
});
