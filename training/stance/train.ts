import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { quantize } from "../../src/language/model/weights.ts";
import type { NetworkWeights } from "../../src/stages/stance/network.ts";
import { readWrittenPairs, type Example } from "./data.ts";
import { trainNetwork, type Vectors } from "./network.ts";
import { Regression } from "./regression.ts";
import { readVectors } from "./vectors.ts";

/*
 * How each part of the model is trained: one recipe, for the weights that ship as for the folds that calibrate and measure.
 */

type Weights = ReturnType<typeof quantize>;

export function trainPairRegression(pairs: readonly Example[]): Weights {
  return regression(pairs, 0.5, 110_000);
}

export function trainTargetRegression(targets: readonly Example[]): Weights {
  return regression(targets, 0.3, 70_000);
}

function regression(examples: readonly Example[], hidden: number, rows: number): Weights {
  const model = new Regression();
  model.train(examples, { epochs: 8, rate: 0.1, hidden, seeds: [1, 2] });
  return quantize(model.rows(rows));
}

export function trainStanceNetwork(
  vectors: Vectors,
  examples: readonly Example[],
  onEpoch?: (epoch: number) => void,
): NetworkWeights {
  const options = {
    filters: 96, members: 2, epochs: 6, averaged: 3, rate: 0.05, hidden: 0.5, hiddenWords: 0.1, seed: 1,
  }; // prettier-ignore
  return trainNetwork(vectors, examples, options, onEpoch);
}

/** Vectors of the words of the examples. */
export function vectorsFor(examples: readonly Example[], file: string): Vectors {
  const wanted = new Set<number>();
  for (const { sequence } of examples) for (const word of sequence.words) wanted.add(word);
  return readVectors(file, wanted, 50);
}

/**
 * The pairs of the sentences written for this project. They nearly all hold a stance, those of the corpus seldom: what
 * is learned from them is what a stance looks like, not how common it is (prior shift; Saerens et al. 2002).
 */
export function writtenPairs(corpus: readonly Example[]): readonly Example[] {
  const folder = fileURLToPath(new URL("../../training/stance/sentences/", import.meta.url));
  const written = readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .sort()
    .flatMap((name) => readWrittenPairs(`${folder}${name}`));
  const common = shares(corpus);
  const shift = shares(written).map((share, label) => Math.log(share / common[label]!));
  return written.map((example) => ({ ...example, shift, weight: 0.5 }));
}

/** How often each label is given. */
function shares(examples: readonly Example[]): readonly number[] {
  const counts = [0, 0, 0];
  for (const { label } of examples) counts[label]!++;
  return counts.map((count) => count / examples.length);
}
