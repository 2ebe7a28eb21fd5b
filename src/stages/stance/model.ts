import { decodeModel } from "../../language/model/file.ts";
import { scorer, scoreTable, type Scorer } from "../../language/model/scorer.ts";
import { decodeTensors } from "../../language/model/tensors.ts";
import { fileResource, sharedResource } from "../../core/resource.ts";
import { pairFeatures, pathOf, type Candidate } from "./features.ts";
import { network, type Head, type Network, type Projection } from "./network.ts";

/*
 * The learned part: a logistic regression over hashed features and a small convolutional network, their log-odds
 * averaged and sharpened or softened by one temperature. See the model card in resources/en/weights.
 */

export const pairRegression = regression("pair", "ordered pairs");
export const targetRegression = regression("target", "lone targets");

function regression(name: string, of: string) {
  return sharedResource({
    name: `en/weights/stance-${name}`,
    summary: `Logistic regression of the stance towards ${of}.`,
    file: `en/weights/stance-${name}.model`,
    decode: (bytes, path) => scoreTable(decodeModel(bytes, path, `stance-${name}`).weights),
    open: scorer,
  });
}

export const stanceNetwork = sharedResource({
  name: "en/weights/stance-network",
  summary: "Small convolutional network of the stance towards pairs and targets.",
  file: "en/weights/stance-network.model",
  decode: (bytes, path) =>
    decodeTensors<{ dimensions: number; filters: number }>(bytes, path, "stance-network"),
  open({ options, tensors }): Network {
    const real = (name: string): Float32Array => tensors[name] as Float32Array;
    const words = tensors.words as Uint32Array;
    return network({
      ...options,
      rows: new Map(Array.from(words, (hash, row) => [hash | 0, row])),
      embeddings: real("embeddings"),
      convolution: real("convolution"),
      bias: real("bias"),
      toSource: real("toSource"),
      toTarget: real("toTarget"),
      toAlone: real("toAlone"),
      output: { pair: real("pairOutput"), target: real("targetOutput") },
      outputBias: { pair: real("pairBias"), target: real("targetBias") },
      outputReversed: { pair: real("pairReversed"), target: new Float32Array(3) },
    });
  },
});

export interface Calibration {
  /** Log-odds are divided by it. */
  readonly temperature: Readonly<Record<Head, number>>;
  /** Factors on the odds of no stance, and of a stance of the later of two actors towards the earlier, when one label is chosen. */
  readonly noneFactor: number;
  readonly reversedFactor: number;
  /** How sure a stance is that a rule has found: log-odds as a line over the model's own. */
  readonly rule: { readonly offset: number; readonly slope: number };
}

export const calibration = fileResource({
  name: "en/weights/stance-calibration",
  summary: "Temperature and decision factors of the stance model, fitted on held-out sentences.",
  file: "en/weights/stance-calibration.json",
  decode: (bytes): Calibration => JSON.parse(Buffer.from(bytes).toString("utf8")) as Calibration,
});

/** Share of the regression in the averaged log-odds. */
export const regressionShare: Readonly<Record<Head, number>> = { pair: 0.6, target: 0.6 };

/** Probabilities of none, positive and negative. */
export type Verdict = readonly [none: number, positive: number, negative: number];

export interface StanceModel {
  verdict(candidate: Candidate, projection: Projection): Verdict;
}

export function stanceModel(
  pair: Scorer,
  target: Scorer,
  net: Network,
  temperature: Calibration["temperature"],
): StanceModel {
  const features = new Int32Array(4096);
  const steps = new Int32Array(3);
  const odds = new Float64Array(3);
  const deep = new Float64Array(3);
  return {
    verdict(candidate, projection) {
      const head: Head = candidate.target < 0 ? "target" : "pair";
      const linear = head === "pair" ? pair : target;
      const count = pairFeatures(candidate, features);
      linear.score(features, count, steps);
      deep.fill(0);
      const { source: from, target: to } = candidate;
      net.score(projection, { source: from, target: to, path: pathOf(candidate) }, deep);
      const share = regressionShare[head];
      const scale = linear.scale / Math.sqrt(Math.max(1, count));
      // Each model's log-probabilities, so that neither outweighs the other by its level.
      const a = logSum(steps[0]! * scale, steps[1]! * scale, steps[2]! * scale);
      const b = logSum(deep[0]!, deep[1]!, deep[2]!);
      let sum = 0;
      for (let c = 0; c < 3; c++) {
        const mixed = share * (steps[c]! * scale - a) + (1 - share) * (deep[c]! - b);
        sum += odds[c] = Math.exp(mixed / temperature[head]);
      }
      return [odds[0]! / sum, odds[1]! / sum, odds[2]! / sum];
    },
  };
}

function logSum(a: number, b: number, c: number): number {
  const largest = Math.max(a, b, c);
  return largest + Math.log(Math.exp(a - largest) + Math.exp(b - largest) + Math.exp(c - largest));
}

/** Probability that a stance which a rule has found is one, given the model's probability of its sign. */
export function ruleConfidence(probability: number, { offset, slope }: Calibration["rule"]): number {
  const p = Math.max(1e-6, Math.min(1 - 1e-6, probability));
  return 1 / (1 + Math.exp(-(offset + slope * Math.log(p / (1 - p)))));
}

/**
 * Probabilities of the five labels of a pair of which at most one way holds: nothing, first for second, second for
 * first, first against second, second against first.
 */
export function fiveLabels(forward: Verdict, backward: Verdict): readonly number[] {
  const odds = [
    forward[0] * backward[0],
    forward[1] * backward[0],
    forward[0] * backward[1],
    forward[2] * backward[0],
    forward[0] * backward[2],
  ];
  const sum = odds.reduce((total, value) => total + value, 0);
  return odds.map((value) => value / sum);
}

/** The label chosen from five probabilities. */
export function chooseLabel(five: readonly number[], { noneFactor, reversedFactor }: Calibration): number {
  const factors = [noneFactor, 1, reversedFactor, 1, reversedFactor];
  let best = 0;
  for (let label = 1; label < 5; label++)
    if (five[label]! * factors[label]! > five[best]! * factors[best]!) best = label;
  return best;
}
