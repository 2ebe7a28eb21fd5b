import type { Row } from "../../src/language/model/weights.ts";
import { pairFeatures } from "../../src/stages/stance/features.ts";
import { mix } from "../../src/language/model/hash.ts";
import { seeded, shuffle } from "../random.ts";
import { origins, type Example } from "./data.ts";

const classes = 3;
const bits = 23;
const mask = (1 << bits) - 1;

export interface RegressionOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Share of the features hidden from each example in each epoch. */
  readonly hidden: number;
  readonly seeds: readonly number[];
}

/** Multinomial logistic regression over hashed features, by AdaGrad (Duchi et al. 2011). */
export class Regression {
  readonly weights = new Float32Array((mask + 1) * classes);
  private readonly squares = new Float32Array((mask + 1) * classes);
  private readonly keys = new Int32Array(mask + 1);
  /** 1 for the features that all origins share, which are all that ships. */
  private readonly common = new Uint8Array(mask + 1);

  features(example: Example): Int32Array {
    const out = new Int32Array(8192);
    const count = pairFeatures(example, out);
    for (let i = 0; i < count; i++) this.common[out[i]! & mask] = 1;
    if (example.origin === undefined) return out.slice(0, count);
    const own = 1 + origins.indexOf(example.origin);
    for (let i = 0; i < count; i++) out[count + i] = mix(out[i]!, own);
    return out.slice(0, 2 * count);
  }

  /** Trains once a seed and takes the mean: of linear models that is what averaging their log-odds comes to. */
  train(examples: readonly Example[], { seeds, ...options }: RegressionOptions): void {
    const items = examples.map((example) => ({ ...example, features: this.features(example) }));
    const sum = new Float32Array(this.weights.length);
    for (const seed of seeds) {
      this.weights.fill(0);
      this.squares.fill(0);
      this.round([...items], options, seeded(seed));
      for (let i = 0; i < sum.length; i++) sum[i]! += this.weights[i]! / seeds.length;
    }
    this.weights.set(sum);
  }

  private round(
    items: (Example & { readonly features: Int32Array })[],
    { epochs, rate, hidden }: Omit<RegressionOptions, "seeds">,
    random: () => number,
  ): void {
    const { weights, squares, keys } = this;
    const out = new Float64Array(classes);
    const rows = new Int32Array(items.reduce((most, { features }) => Math.max(most, features.length), 0));
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(items, random);
      for (const { features, label, belief, origin, weight = 1 } of items) {
        let kept = 0;
        out.fill(0);
        for (const key of features) {
          if (random() < hidden) continue;
          const slot = key & mask;
          keys[slot] = key;
          const row = (rows[kept++] = slot * classes);
          for (let c = 0; c < classes; c++) out[c]! += weights[row + c]!;
        }
        const scale = 1 / Math.sqrt(Math.max(1, origin === undefined ? kept : kept / 2));
        for (let c = 0; c < classes; c++) out[c]! *= scale;
        softmax(out);
        subtract(out, label, belief);
        for (let c = 0; c < classes; c++) out[c]! *= weight * scale;
        for (let i = 0; i < kept; i++) {
          const row = rows[i]!;
          for (let c = 0; c < classes; c++) {
            const gradient = out[c]!;
            const square = (squares[row + c]! += gradient * gradient);
            weights[row + c]! -= (rate * gradient) / Math.sqrt(square + 1e-8);
          }
        }
      }
    }
  }

  /** The heaviest rows; weights are told against those of the first class, which are left out. */
  rows(count: number): Row[] {
    const rows: { key: number; cells: [number, number][]; size: number }[] = [];
    for (let slot = 0; slot <= mask; slot++) {
      if (this.common[slot] === 0) continue;
      const values = Array.from(this.weights.subarray(slot * classes, slot * classes + classes));
      if (values.every((value) => value === 0)) continue;
      const mean = values.reduce((sum, value) => sum + value, 0) / classes;
      const size = Math.max(...values.map((value) => Math.abs(value - mean)));
      const cells = values.map((value, label): [number, number] => [label, value - values[0]!]).slice(1);
      rows.push({ key: this.keys[slot]!, cells, size });
    }
    return rows.sort((a, b) => b.size - a.size || (a.key >>> 0) - (b.key >>> 0)).slice(0, count);
  }
}

/** Turns probabilities into the slope of their loss. */
export function subtract(out: Float64Array, label: number, belief: readonly number[] | undefined): void {
  if (belief === undefined) out[label]! -= 1;
  else for (let c = 0; c < out.length; c++) out[c]! -= belief[c]!;
}

export function softmax(out: Float64Array): void {
  const largest = Math.max(...out);
  let sum = 0;
  for (let c = 0; c < out.length; c++) sum += out[c] = Math.exp(out[c]! - largest);
  for (let c = 0; c < out.length; c++) out[c]! /= sum;
}
