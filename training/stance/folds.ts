import { network } from "../../src/stages/stance/network.ts";
import { readTargets, type Example } from "./data.ts";
import { trainNetwork } from "./network.ts";
import { Regression, softmax } from "./regression.ts";
import { readVectors } from "./vectors.ts";

/*
 * npm run folds:stance -- BENCHMARKS VECTORS
 * Sentiment towards targets, five-fold over newsmtsc.train.jsonl: each fifth of the sentences judged by regression and
 * network trained on the other four alone (without DSE). Prints accuracy and macro-F1.
 */
const [benchmarks, vectorFile] = process.argv.slice(2);
if (benchmarks === undefined || vectorFile === undefined) {
  process.stderr.write("usage: npm run folds:stance -- BENCHMARKS VECTORS\n");
  process.exit(2);
}
const examples = readTargets(`${benchmarks}/newsmtsc.train.jsonl`);
const wanted = new Set<number>();
for (const { sequence } of examples) for (const word of sequence.words) wanted.add(word);
const vectors = readVectors(vectorFile, wanted, 50);
const foldOf = ({ id }: Example): number => Number(/\d+$/.exec(id)![0]) % 5;
const right = [0, 0, 0];
const found = [0, 0, 0];
const there = [0, 0, 0];
for (let fold = 0; fold < 5; fold++) {
  const known = examples.filter((example) => foldOf(example) !== fold);
  const regression = new Regression();
  regression.train(known, { epochs: 8, rate: 0.1, hidden: 0.3, seeds: [1, 2] });
  const weights = trainNetwork(vectors, known, {
    filters: 64,
    epochs: 4,
    rate: 0.05,
    hidden: 0.5,
    hiddenWords: 0.1,
    seed: 1,
  });
  const net = network(weights);
  for (const example of examples.filter((candidate) => foldOf(candidate) === fold)) {
    const a = new Float64Array(3);
    const b = new Float64Array(3);
    regression.score(regression.features(example), a);
    net.score("target", net.project(example.sequence), example.source, -1, b);
    softmax(a);
    softmax(b);
    const odds = a.map((p, c) => 0.6 * Math.log(p) + 0.4 * Math.log(b[c]!));
    const label = odds.indexOf(Math.max(...odds));
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
