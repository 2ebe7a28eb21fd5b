import { pathOf } from "../../src/stages/stance/features.ts";
import {
  distance,
  farthest,
  pathPiece,
  pieces,
  piecesOf,
  rowOf,
  special,
  squash,
  squashSlope,
  traits,
  type Head,
  type NetworkWeights,
} from "../../src/stages/stance/network.ts";
import type { Sequence } from "../../src/stages/stance/sequence.ts";
import { seeded, shuffle } from "../random.ts";
import { origins, type Example } from "./data.ts";
import { softmax, subtract } from "./regression.ts";

export interface NetworkOptions {
  /** Filters of all members, dealt out in turn by blocks. */
  readonly filters: number;
  /**
   * Networks that share their words: each learns by itself to give the label, and what ships is the mean of their
   * log-odds, which is again one network.
   */
  readonly members: number;
  readonly epochs: number;
  /** So many of the last epochs are averaged: the mean of the weights on the way is better than where the way ends. */
  readonly averaged: number;
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
  readonly sum: Float32Array;
  readonly gradient: Float32Array;
  readonly squares: Float32Array;
}

/** The examples that share a sentence: it is projected once for them. */
interface Group {
  readonly sequence: Sequence;
  readonly rows: Int32Array;
  readonly examples: readonly (Example & { readonly path: Uint8Array | undefined })[];
}

/** Updates between two looks at the weights for their mean. */
const betweenLooks = 50;

/** Trains the network of src/stages/stance/network.ts by AdaGrad, a few sentences at a time. */
export function trainNetwork(
  vectors: Vectors,
  examples: readonly Example[],
  options: NetworkOptions,
  onEpoch?: (epoch: number) => void,
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
    const [gradient, sum] = [new Float32Array(length), new Float32Array(length)];
    const made = { weights, gradient, sum, squares: new Float32Array(length).fill(0.1) };
    parameters.push(made);
    return made;
  };
  const embeddings = new Float32Array((rows.size + 5) * dimensions);
  embeddings.set(vectors.values);
  for (let i = rows.size * dimensions; i < embeddings.length; i++) embeddings[i] = normal() * 0.3;
  const squares = new Float32Array(embeddings.length).fill(0.1);
  const embeddingSums = new Float32Array(embeddings.length);
  let looks = 0;
  const wordGradients = new Map<number, Float32Array>();
  /** Of words since the last update. */
  const projections = new Map<number, Float32Array>();
  const convolution = parameter(3 * inputs * filters, 1 / Math.sqrt(3 * dimensions));
  const bias = parameter(filters, 0);
  const table = (2 * farthest + 1) * filters;
  const toSource = parameter(table, 0.1);
  const toTarget = parameter(table, 0.1);
  const toAlone = parameter(table, 0.1);
  const outputs = 3 * pieces * filters;
  const output = { pair: parameter(outputs, 0.1), target: parameter(outputs, 0.1) };
  const { members } = options;
  const outputBias = { pair: parameter(3 * members, 0), target: parameter(3 * members, 0) };
  const outputReversed = { pair: parameter(3 * members, 0), target: parameter(3 * members, 0) };
  /** What examples of each origin add to the output of pairs. */
  const own = origins.map(() => ({ output: parameter(outputs, 0), bias: parameter(3 * members, 0) }));
  /** The member to which a filter's maximum belongs. */
  const memberOf = (i: number): number => Math.floor(((i % filters) * members) / filters);

  const groups = grouped(examples, rows);
  const width = 3 * filters;
  const tops = pieces * filters;
  const maxima = new Float32Array(tops);
  const places = new Int32Array(tops);
  const sums = new Float32Array(filters);
  const out = Array.from({ length: members }, () => new Float64Array(3));
  const values = new Float32Array(tops);
  const keep = new Float32Array(tops);
  const slope = new Float32Array(tops);

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(groups, random);
    groups.forEach((group, index) => {
      learn(group);
      if (index % 6 === 5) update();
      const last = epoch >= options.epochs - options.averaged;
      if (last && index % (6 * betweenLooks) === 5) look();
    });
    update();
    onEpoch?.(epoch);
  }
  for (const { weights: w, sum } of [...parameters, { weights: embeddings, sum: embeddingSums }])
    if (looks > 0) for (let i = 0; i < w.length; i++) w[i] = sum[i]! / looks;
  const share = (part: Parameter): Float32Array => part.weights.map((value) => value / members);
  const mean = ({ weights: all }: Parameter): Float32Array =>
    Float32Array.of(0, 1, 2).map(
      (c) => all.reduce((sum, value, i) => (i % 3 === c ? sum + value : sum), 0) / members,
    );
  return {
    dimensions, filters, rows, embeddings,
    convolution: convolution.weights, bias: bias.weights,
    toSource: toSource.weights, toTarget: toTarget.weights, toAlone: toAlone.weights,
    output: { pair: share(output.pair), target: share(output.target) },
    outputBias: { pair: mean(outputBias.pair), target: mean(outputBias.target) },
    outputReversed: { pair: mean(outputReversed.pair), target: mean(outputReversed.target) },
  }; // prettier-ignore

  function look(): void {
    looks++;
    for (const { weights: w, sum } of [...parameters, { weights: embeddings, sum: embeddingSums }])
      for (let i = 0; i < w.length; i++) sum[i]! += w[i]!;
  }

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
    for (const { source, target, path, label, belief, origin, weight = 1 } of here) {
      const head: Head = target < 0 ? "target" : "pair";
      const pair = head === "pair";
      const [first, second] = piecesOf(source, target);
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
        keepLargest(at <= first ? 0 : at <= second ? 1 : 2, at);
        if (path?.[at] === 1) keepLargest(pathPiece, at);
      }
      const reversed = pair && source > target;
      const habit = origin === undefined ? undefined : own[origins.indexOf(origin)]!;
      out.forEach((odds, member) => {
        for (let c = 0; c < 3; c++) {
          const at = 3 * member + c;
          odds[c] = outputBias[head].weights[at]! + (reversed ? outputReversed[head].weights[at]! : 0);
          if (habit !== undefined) odds[c]! += habit.bias.weights[at]!;
        }
      });
      const top = output[head];
      for (let i = 0; i < tops; i++) {
        keep[i] = places[i]! >= 0 && random() >= options.hidden ? 1 / (1 - options.hidden) : 0;
        values[i] = keep[i] === 0 ? 0 : squash(maxima[i]!);
        const value = values[i]! * keep[i]!;
        const odds = out[memberOf(i)]!;
        if (value === 0) continue;
        for (let c = 0; c < 3; c++) {
          const at = 3 * i + c;
          odds[c]! += value * (top.weights[at]! + (habit === undefined ? 0 : habit.output.weights[at]!));
        }
      }
      out.forEach((odds, member) => {
        softmax(odds);
        subtract(odds, label, belief);
        for (let c = 0; c < 3; c++) {
          odds[c]! *= weight;
          outputBias[head].gradient[3 * member + c]! += odds[c]!;
          if (reversed) outputReversed[head].gradient[3 * member + c]! += odds[c]!;
          if (habit !== undefined) habit.bias.gradient[3 * member + c]! += odds[c]!;
        }
      });
      for (let i = 0; i < tops; i++) {
        slope[i] = 0;
        if (keep[i] === 0) continue;
        let sum = 0;
        const odds = out[memberOf(i)]!;
        for (let c = 0; c < 3; c++) {
          const at = 3 * i + c;
          const step = odds[c]! * values[i]! * keep[i]!;
          sum += odds[c]! * (top.weights[at]! + (habit === undefined ? 0 : habit.output.weights[at]!));
          top.gradient[at]! += step;
          if (habit !== undefined) habit.output.gradient[at]! += step;
        }
        slope[i] = sum * keep[i]! * squashSlope(maxima[i]!);
      }
      for (let i = 0; i < tops; i++) {
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

  function keepLargest(piece: number, at: number): void {
    const to = piece * filters;
    for (let f = 0; f < filters; f++)
      if (sums[f]! > maxima[to + f]!) {
        maxima[to + f] = sums[f]!;
        places[to + f] = at;
      }
  }

  function project(row: number, sequence: Sequence, at: number, into: Float32Array, offset: number): void {
    let plain = projections.get(row);
    if (plain === undefined) projections.set(row, (plain = projectRow(row)));
    into.set(plain, offset);
    eachTrait(sequence, at, (trait, value) => {
      for (let j = 0; j < 3; j++) {
        const from = (j * inputs + dimensions + trait) * filters;
        for (let f = 0; f < filters; f++)
          into[offset + j * filters + f]! += value * convolution.weights[from + f]!;
      }
    });
  }

  function projectRow(row: number): Float32Array {
    const { weights: kernel } = convolution;
    const into = new Float32Array(width);
    for (let j = 0; j < 3; j++)
      for (let d = 0; d < dimensions; d++) {
        const value = embeddings[row * dimensions + d]!;
        const from = (j * inputs + d) * filters;
        const to = j * filters;
        for (let f = 0; f < filters; f++) into[to + f]! += value * kernel[from + f]!;
      }
    return into;
  }

  function update(): void {
    const { rate } = options;
    projections.clear();
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
    examples: list.map((example) => ({ ...example, path: pathOf(example) })),
  }));
}
