import type { Row } from "../../src/language/model/weights.ts";
import { pairFeatures } from "../../src/stages/stance/features.ts";
import { seeded, shuffle } from "../random.ts";
import type { Example } from "./data.ts";

const classes = 3;
const bits = 22;
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

  features(example: Example): Int32Array {
    const out = new Int32Array(4096);
    const count = pairFeatures(example, out);
    return out.slice(0, count);
  }

  /** Log-odds of the three classes. */
  score(features: Int32Array, out: Float64Array): void {
    const scale = 1 / Math.sqrt(features.length);
    for (const key of features)
      for (let c = 0; c < classes; c++) out[c]! += scale * this.weights[(key & mask) * classes + c]!;
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
    const out = new Float64Array(classes);
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(items, random);
      for (const { features, label, shift, weight = 1 } of items) {
        const kept = features.filter(() => random() >= hidden);
        out.fill(0);
        this.score(kept, out);
        if (shift !== undefined) for (let c = 0; c < classes; c++) out[c]! += shift[c]!;
        softmax(out);
        out[label]! -= 1;
        const scale = 1 / Math.sqrt(kept.length);
        for (const key of kept) {
          const row = (key & mask) * classes;
          this.keys[key & mask] = key;
          for (let c = 0; c < classes; c++) {
            const gradient = weight * out[c]! * scale;
            this.squares[row + c]! += gradient * gradient;
            this.weights[row + c]! -= (rate * gradient) / Math.sqrt(this.squares[row + c]! + 1e-8);
          }
        }
      }
    }
  }

  /** The heaviest rows; weights are told against those of the first class, which are left out. */
  rows(count: number): Row[] {
    const rows: { key: number; cells: [number, number][]; size: number }[] = [];
    for (let slot = 0; slot <= mask; slot++) {
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

export function softmax(out: Float64Array): void {
  const largest = Math.max(...out);
  let sum = 0;
  for (let c = 0; c < out.length; c++) sum += out[c] = Math.exp(out[c]! - largest);
  for (let c = 0; c < out.length; c++) out[c]! /= sum;
}
