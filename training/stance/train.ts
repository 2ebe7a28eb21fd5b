import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { quantize } from "../../src/language/model/weights.ts";
import type { NetworkWeights } from "../../src/stages/stance/network.ts";
import { sharedFile } from "../shared.ts";
import {
  readAnnotations,
  readJudgments,
  readPairs,
  readTargets,
  readWrittenPairs,
  type Example,
} from "./data.ts";
import { trainNetwork, type Vectors } from "./network.ts";
import { Regression } from "./regression.ts";
import { readVectors } from "./vectors.ts";

/*
 * How each part of the model is trained: one recipe, for the weights that ship as for the folds that calibrate and measure.
 */

type Weights = ReturnType<typeof quantize>;

export function trainPairRegression(pairs: readonly Example[]): Weights {
  return regression(pairs, 6, 0.3, 220_000);
}

export function trainTargetRegression(targets: readonly Example[]): Weights {
  return regression(targets, 8, 0.3, 70_000);
}

function regression(examples: readonly Example[], epochs: number, hidden: number, rows: number): Weights {
  const model = new Regression();
  model.train(examples, { epochs, rate: 0.1, hidden, seeds: [1, 2] });
  return quantize(model.rows(rows));
}

export function trainStanceNetwork(
  vectors: Vectors,
  examples: readonly Example[],
  onEpoch?: (epoch: number) => void,
): NetworkWeights {
  const options = {
    filters: 96, members: 2, epochs: 5, averaged: 3, rate: 0.05, hidden: 0.4, hiddenWords: 0.1, seed: 1,
  }; // prettier-ignore
  return trainNetwork(vectors, examples, options, onEpoch);
}

/** Vectors of the words of the examples, from a folder where the package is installed. */
export function vectorsFor(examples: readonly Example[], folder: string): Vectors {
  const wanted = new Set<number>();
  for (const { sequence } of examples) for (const word of sequence.words) wanted.add(word);
  return readVectors(folder, wanted, 50);
}

const here = (path: string): string =>
  fileURLToPath(new URL(`../../training/stance/${path}`, import.meta.url));

/**
 * All pairs that are learned from: the corpus, what was written and annotated for this project, and what a larger model
 * has judged. The written sentences nearly all hold a stance, hence half their weight; judgments count half, being
 * many and less sure.
 */
export function trainingPairs(): readonly Example[] {
  const weighted = (examples: Iterable<Example>, weight: number): Example[] =>
    Array.from(examples, (example) => ({ ...example, weight }));
  const written = readdirSync(here("sentences"))
    .filter((name) => name.endsWith(".csv"))
    .sort()
    .flatMap((name) => readWrittenPairs(here(`sentences/${name}`)));
  return [
    ...readPairs(sharedFile("benchmarks/stance/dse.train.jsonl")),
    ...weighted(written, 0.5),
    ...readAnnotations(here("annotations/pairs.csv")),
    ...weighted(readJudgments(here("judgments/pairs.csv")), 0.5),
  ];
}

/** Targets without a source that are learned from. */
export const trainingTargets = (): readonly Example[] =>
  readTargets(sharedFile("benchmarks/stance/newsmtsc.train.jsonl"));
