import {
  distance,
  farthest,
  rowOf,
  special,
  traits,
  type Head,
  type NetworkWeights,
} from "../../src/stages/stance/network.ts";
import type { Sequence } from "../../src/stages/stance/sequence.ts";
import { seeded, shuffle } from "../random.ts";
import type { Example } from "./data.ts";
import { softmax } from "./regression.ts";

export interface NetworkOptions {
  readonly filters: number;
  readonly epochs: number;
  readonly rate: number;
  /** Share of the filters' outputs, and of the words, hidden from an example. */
  readonly hidden: number;
  readonly hiddenWords: number;
  readonly seed: number;
}

/** Words with vectors, by rank. */
export interface Vectors {
  readonly dimensions: number;
  readonly rows: ReadonlyMap<number, number>;
  readonly values: Float32Array;
}

interface Parameter {
  readonly weights: Float32Array;
  readonly gradient: Float32Array;
  readonly squares: Float32Array;
}

/** The examples that share a sentence: it is projected once for them. */
interface Group {
  readonly sequence: Sequence;
  readonly rows: Int32Array;
  readonly examples: readonly Example[];
}

/** Trains the network of src/stages/stance/network.ts by AdaGrad, a few sentences at a time. */
export function trainNetwork(
  vectors: Vectors,
  examples: readonly Example[],
  options: NetworkOptions,
  onEpoch?: (epoch: number, weights: NetworkWeights) => void,
): NetworkWeights {
  const { filters } = options;
  const { dimensions, rows } = vectors;
  const inputs = dimensions + traits;
  const random = seeded(options.seed);
  const normal = (): number => {
    let sum = 0;
    for (let i = 0; i < 6; i++) sum += random();
    return (sum - 3) / 0.707;
  };
  const parameters: Parameter[] = [];
  const parameter = (length: number, spread: number): Parameter => {
    const weights = Float32Array.from({ length }, () => (spread === 0 ? 0 : normal() * spread));
    const made = { weights, gradient: new Float32Array(length), squares: new Float32Array(length).fill(0.1) };
    parameters.push(made);
    return made;
  };
  const embeddings = new Float32Array((rows.size + 5) * dimensions);
  embeddings.set(vectors.values);
  for (let i = rows.size * dimensions; i < embeddings.length; i++) embeddings[i] = normal() * 0.3;
  const squares = new Float32Array(embeddings.length).fill(0.1);
  const wordGradients = new Map<number, Float32Array>();
  const convolution = parameter(3 * inputs * filters, 1 / Math.sqrt(3 * dimensions));
  const bias = parameter(filters, 0);
  const table = (2 * farthest + 1) * filters;
  const toSource = parameter(table, 0.1);
  const toTarget = parameter(table, 0.1);
  const toAlone = parameter(table, 0.1);
  const output = { pair: parameter(9 * filters, 0.1), target: parameter(9 * filters, 0.1) };
  const outputBias = { pair: parameter(3, 0), target: parameter(3, 0) };
  const outputReversed = { pair: parameter(3, 0), target: parameter(3, 0) };
  const weights: NetworkWeights = {
    dimensions, filters, rows, embeddings,
    convolution: convolution.weights, bias: bias.weights,
    toSource: toSource.weights, toTarget: toTarget.weights, toAlone: toAlone.weights,
    output: { pair: output.pair.weights, target: output.target.weights },
    outputBias: { pair: outputBias.pair.weights, target: outputBias.target.weights },
    outputReversed: { pair: outputReversed.pair.weights, target: outputReversed.target.weights },
  }; // prettier-ignore

  const groups = grouped(examples, rows);
  const width = 3 * filters;
  const maxima = new Float32Array(width);
  const places = new Int32Array(width);
  const sums = new Float32Array(filters);
  const out = new Float64Array(3);
  const values = new Float32Array(width);
  const keep = new Float32Array(width);
  const slope = new Float32Array(width);

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(groups, random);
    groups.forEach((group, index) => {
      learn(group);
      if (index % 6 === 5) update();
    });
    update();
    onEpoch?.(epoch, weights);
  }
  return weights;

  function learn({ sequence, rows: plain, examples: here }: Group): void {
    const length = sequence.length;
    // Two more rows than words: the edges; the last two stand for source and target.
    const ids = plain.map((row) =>
      row < rows.size && random() < options.hiddenWords ? rows.size + special.unknown : row,
    );
    const projected = new Float32Array((length + 4) * width);
    for (let at = 0; at < length + 2; at++) project(ids[at]!, sequence, at - 1, projected, at * width);
    project(rows.size + special.source, sequence, -1, projected, (length + 2) * width);
    project(rows.size + special.target, sequence, -1, projected, (length + 3) * width);
    for (const { source, target, label, shift, weight = 1 } of here) {
      const head: Head = target < 0 ? "target" : "pair";
      const pair = head === "pair";
      const first = pair ? Math.min(source, target) : source - 1;
      const second = pair ? Math.max(source, target) : source;
      /** Row of the projections for a place, and of the embeddings. */
      const slot = (place: number): number =>
        pair && place === source ? length + 2 : pair && place === target ? length + 3 : place + 1;
      maxima.fill(-1e9);
      places.fill(-1);
      const near = pair ? toSource : toAlone;
      for (let at = 0; at < length; at++) {
        sums.set(bias.weights);
        for (let j = 0; j < 3; j++) {
          const offset = slot(at + j - 1) * width + j * filters;
          for (let f = 0; f < filters; f++) sums[f]! += projected[offset + f]!;
        }
        const a = distance(at - source) * filters;
        const b = pair ? distance(at - target) * filters : -1;
        for (let f = 0; f < filters; f++)
          sums[f]! += near.weights[a + f]! + (b < 0 ? 0 : toTarget.weights[b + f]!);
        const piece = (at <= first ? 0 : at <= second ? 1 : 2) * filters;
        for (let f = 0; f < filters; f++)
          if (sums[f]! > maxima[piece + f]!) {
            maxima[piece + f] = sums[f]!;
            places[piece + f] = at;
          }
      }
      const reversed = pair && source > target;
      for (let c = 0; c < 3; c++)
        out[c] = outputBias[head].weights[c]! + (reversed ? outputReversed[head].weights[c]! : 0);
      const top = output[head];
      for (let i = 0; i < width; i++) {
        keep[i] = places[i]! >= 0 && random() >= options.hidden ? 1 / (1 - options.hidden) : 0;
        values[i] = keep[i] === 0 ? 0 : Math.tanh(maxima[i]!);
        const value = values[i]! * keep[i]!;
        if (value !== 0) for (let c = 0; c < 3; c++) out[c]! += value * top.weights[3 * i + c]!;
      }
      if (shift !== undefined) for (let c = 0; c < 3; c++) out[c]! += shift[c]!;
      softmax(out);
      out[label]! -= 1;
      for (let c = 0; c < 3; c++) out[c]! *= weight;
      for (let c = 0; c < 3; c++) {
        outputBias[head].gradient[c]! += out[c]!;
        if (reversed) outputReversed[head].gradient[c]! += out[c]!;
      }
      for (let i = 0; i < width; i++) {
        slope[i] = 0;
        if (keep[i] === 0) continue;
        let sum = 0;
        for (let c = 0; c < 3; c++) {
          sum += out[c]! * top.weights[3 * i + c]!;
          top.gradient[3 * i + c]! += out[c]! * values[i]! * keep[i]!;
        }
        slope[i] = sum * keep[i]! * (1 - values[i]! * values[i]!);
      }
      for (let i = 0; i < width; i++) {
        const g = slope[i]!;
        if (g === 0) continue;
        const f = i % filters;
        const at = places[i]!;
        bias.gradient[f]! += g;
        near.gradient[distance(at - source) * filters + f]! += g;
        if (pair) toTarget.gradient[distance(at - target) * filters + f]! += g;
        for (let j = 0; j < 3; j++) {
          const place = slot(at + j - 1);
          const row =
            place === length + 2
              ? rows.size + special.source
              : place === length + 3
                ? rows.size + special.target
                : ids[place]!;
          let gradient = wordGradients.get(row);
          if (gradient === undefined) wordGradients.set(row, (gradient = new Float32Array(dimensions)));
          let cell = j * inputs * filters + f;
          const from = row * dimensions;
          for (let d = 0; d < dimensions; d++) {
            convolution.gradient[cell]! += g * embeddings[from + d]!;
            gradient[d]! += g * convolution.weights[cell]!;
            cell += filters;
          }
          if (place <= length)
            eachTrait(sequence, place - 1, (trait, value) => {
              convolution.gradient[(j * inputs + dimensions + trait) * filters + f]! += g * value;
            });
        }
      }
    }
  }

  function project(row: number, sequence: Sequence, at: number, into: Float32Array, offset: number): void {
    for (let j = 0; j < 3; j++)
      for (let d = 0; d < dimensions; d++) {
        const value = embeddings[row * dimensions + d]!;
        const from = (j * inputs + d) * filters;
        for (let f = 0; f < filters; f++)
          into[offset + j * filters + f]! += value * convolution.weights[from + f]!;
      }
    eachTrait(sequence, at, (trait, value) => {
      for (let j = 0; j < 3; j++) {
        const from = (j * inputs + dimensions + trait) * filters;
        for (let f = 0; f < filters; f++)
          into[offset + j * filters + f]! += value * convolution.weights[from + f]!;
      }
    });
  }

  function update(): void {
    const { rate } = options;
    for (const { weights: w, gradient, squares: s } of parameters)
      for (let i = 0; i < w.length; i++) {
        const g = gradient[i]!;
        if (g === 0) continue;
        s[i]! += g * g;
        w[i]! -= (rate * g) / Math.sqrt(s[i]!);
        gradient[i] = 0;
      }
    for (const [row, gradient] of wordGradients)
      for (let d = 0; d < dimensions; d++) {
        const g = gradient[d]!;
        const at = row * dimensions + d;
        squares[at]! += g * g;
        embeddings[at]! -= (rate * g) / Math.sqrt(squares[at]!);
      }
    wordGradients.clear();
  }
}

function eachTrait(sequence: Sequence, at: number, use: (trait: number, value: number) => void): void {
  if (at < 0 || at >= sequence.length) return;
  if (sequence.groups[at]! > 0) use(1 + sequence.groups[at]!, 1);
  const strength = sequence.valence[at]!;
  if (strength !== 0) use(strength > 0 ? 0 : 1, 2 * Math.abs(strength));
}

function grouped(examples: readonly Example[], rows: ReadonlyMap<number, number>): Group[] {
  const bySequence = new Map<Sequence, Example[]>();
  for (const example of examples) {
    const list = bySequence.get(example.sequence);
    if (list === undefined) bySequence.set(example.sequence, [example]);
    else list.push(example);
  }
  return [...bySequence].map(([sequence, list]) => ({
    sequence,
    rows: Int32Array.from({ length: sequence.length + 2 }, (_, at) => rowOf(rows, sequence, at - 1)),
    examples: list,
  }));
}
