import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { scorer, scoreTable } from "../../src/language/model/scorer.ts";
import { network } from "../../src/stages/stance/network.ts";
import {
  chooseLabel,
  fiveLabels,
  stanceModel,
  type Calibration,
  type Verdict,
} from "../../src/stages/stance/model.ts";
import { vectorsFolder } from "../packages.ts";
import type { Example } from "./data.ts";
import {
  trainingPairs,
  trainingTargets,
  trainPairRegression,
  trainStanceNetwork,
  vectorsFor,
} from "./train.ts";

/*
 * npm run calibrate:stance -- FOLDER
 * Fits temperature, decision factors and the confidence of rules on a quarter of DSE's train file, judged by a model that
 * learns from the rest by the same recipe, so that the model that ships can learn from all of it. FOLDER as for train:stance.
 */
const folder = vectorsFolder();
const say = (line: string): boolean =>
  process.stderr.write(`${String(Math.round(process.uptime()))} s: ${line}\n`);

/** One record of DSE in four, with whatever else was annotated or judged in its sentence. */
const isHeld = ({ id }: Example): boolean => id.startsWith("dse-") && Number(/\d+$/.exec(id)![0]) % 4 === 0;
const all = trainingPairs();
const held = all.filter(
  (example) => isHeld(example) && example.origin === undefined && example.belief === undefined,
);
const pairs = all.filter((example) => !isHeld(example));
const examples = [...pairs, ...trainingTargets()];
const pair = scorer(scoreTable(trainPairRegression(pairs)));
say("regression");
const net = network(
  trainStanceNetwork(vectorsFor(examples, folder), examples, (epoch) =>
    say(`network, epoch ${String(epoch + 1)}`),
  ),
);
const raw = stanceModel(pair, pair, net, { pair: 1, target: 1 });
const verdicts = held.map((example) => raw.verdict(example, net.project(example.sequence)));
const heat = (verdict: Verdict, temperature: number): Verdict => {
  const odds = verdict.map((p) => p ** (1 / temperature));
  const sum = odds[0]! + odds[1]! + odds[2]!;
  return [odds[0]! / sum, odds[1]! / sum, odds[2]! / sum];
};

let temperature = 1;
let least = Infinity;
for (let t = 0.3; t < 2; t += 0.05) {
  let loss = 0;
  verdicts.forEach((verdict, i) => (loss -= Math.log(heat(verdict, t)[held[i]!.label])));
  if (loss < least) [least, temperature] = [loss, Math.round(t * 100) / 100];
}

/** Gold labels as DSE numbers them; the examples of a record stand together, forward first. */
const five: (readonly number[])[] = [];
const gold: number[] = [];
for (let i = 0; i < held.length; i += 2) {
  five.push(fiveLabels(heat(verdicts[i]!, temperature), heat(verdicts[i + 1]!, temperature)));
  const [a, b] = [held[i]!.label, held[i + 1]!.label];
  gold.push(a > 0 ? 2 * a - 1 : 2 * b);
}

function quality(calibration: Calibration): number {
  const right = [0, 0, 0, 0, 0];
  const found = [0, 0, 0, 0, 0];
  const there = [0, 0, 0, 0, 0];
  five.forEach((probabilities, i) => {
    const label = chooseLabel(probabilities, calibration);
    found[label]!++;
    there[gold[i]!]!++;
    if (label === gold[i]) right[label]!++;
  });
  const f = (labels: readonly number[]): number => {
    const sum = (of: readonly number[]): number => labels.reduce((total, label) => total + of[label]!, 0);
    return (2 * sum(right)) / Math.max(1, sum(found) + sum(there));
  };
  return f([1, 2, 3, 4]) + 0.2 * [0, 1, 2, 3, 4].reduce((total, label) => total + f([label]) / 5, 0);
}

/** Logistic regression of "the rule is right" on the model's log-odds of its sign, by Newton's method. */
function ruleLine(): Calibration["rule"] {
  const points = held.flatMap(({ hints, sourceMention, targetMention, label }, i) => {
    const code = hints.pairs.get(`${String(sourceMention)}>${String(targetMention)}`);
    // Asserted ones only: see `hintsOf`.
    if (code === undefined || code % 10 !== 0) return [];
    const sign = code > 20 ? 1 : 2;
    const p = Math.max(1e-6, Math.min(1 - 1e-6, heat(verdicts[i]!, temperature)[sign]));
    return [{ x: Math.log(p / (1 - p)), y: label === sign ? 1 : 0 }];
  });
  let [offset, slope] = [0, 1];
  for (let round = 0; round < 20; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const { x, y } of points) {
      const p = 1 / (1 + Math.exp(-(offset + slope * x)));
      const w = p * (1 - p);
      g0 += y - p;
      g1 += (y - p) * x;
      h00 += w;
      h01 += w * x;
      h11 += w * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    offset += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  process.stderr.write(`${String(points.length)} findings of rules\n`);
  return { offset: Math.round(offset * 1000) / 1000, slope: Math.round(slope * 1000) / 1000 };
}

let best: Calibration = {
  temperature: { pair: temperature, target: temperature },
  noneFactor: 1,
  reversedFactor: 1,
  rule: ruleLine(),
};
for (const reversedFactor of [1, 1.5, 2, 2.5, 3])
  for (let step = 3; step <= 50; step++) {
    const candidate = { ...best, noneFactor: step / 50, reversedFactor };
    if (quality(candidate) > quality(best)) best = candidate;
  }
const file = fileURLToPath(new URL("../../resources/en/weights/stance-calibration.json", import.meta.url));
writeFileSync(file, `${JSON.stringify(best, undefined, 2)}\n`);
process.stderr.write(`${JSON.stringify(best)} on ${String(gold.length)} held-out records\n`);
