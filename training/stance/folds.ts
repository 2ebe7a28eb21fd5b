import { scorer, scoreTable } from "../../src/language/model/scorer.ts";
import { stanceModel } from "../../src/stages/stance/model.ts";
import { network } from "../../src/stages/stance/network.ts";
import { vectorsFolder } from "../packages.ts";
import type { Example } from "./data.ts";
import { trainingTargets, trainStanceNetwork, trainTargetRegression, vectorsFor } from "./train.ts";

/*
 * npm run folds:stance -- FOLDER
 * Sentiment towards targets, five-fold over newsmtsc.train.jsonl: each fifth of the sentences judged by regression and
 * network trained on the other four alone (without DSE). Prints accuracy and macro-F1. FOLDER as for train:stance.
 */
const folder = vectorsFolder();
const examples = trainingTargets();
const vectors = vectorsFor(examples, folder);
const foldOf = ({ id }: Example): number => Number(/\d+$/.exec(id)![0]) % 5;
const right = [0, 0, 0];
const found = [0, 0, 0];
const there = [0, 0, 0];
for (let fold = 0; fold < 5; fold++) {
  const known = examples.filter((example) => foldOf(example) !== fold);
  const target = scorer(scoreTable(trainTargetRegression(known)));
  const net = network(trainStanceNetwork(vectors, known));
  const model = stanceModel(target, target, net, { pair: 1, target: 1 });
  for (const example of examples.filter((candidate) => foldOf(candidate) === fold)) {
    const verdict = model.verdict(example, net.project(example.sequence));
    const label = verdict.indexOf(Math.max(...verdict));
    found[label]!++;
    there[example.label]!++;
    if (label === example.label) right[label]!++;
  }
  const f1 = right.map((hits, c) => (200 * hits) / (found[c]! + there[c]!));
  const total = there.reduce((sum, count) => sum + count, 0);
  process.stdout.write(
    `${String(fold + 1)} folds, ${String(total)} targets: macro-F1 ${(f1.reduce((sum, f) => sum + f, 0) / 3).toFixed(2)}, ` +
      `accuracy ${((100 * right.reduce((sum, hits) => sum + hits, 0)) / total).toFixed(2)}\n`,
  );
}
