import type { Row } from "../../src/language/model/weights.ts";

/** Adds rows to a sum by feature and class; dividing by the number of models gives their mean. */
export class MeanModel {
  private readonly sums = new Map<number, Map<number, number>>();
  private models = 0;

  add(rows: Iterable<Row>): void {
    this.models++;
    for (const { key, cells } of rows) {
      let sum = this.sums.get(key);
      if (sum === undefined) this.sums.set(key, (sum = new Map<number, number>()));
      for (const [label, weight] of cells) sum.set(label, (sum.get(label) ?? 0) + weight);
    }
  }

  /** The mean, weights below the threshold left out. */
  *rows(threshold: number): Generator<Row> {
    for (const [key, sum] of this.sums) {
      const cells = [...sum]
        .map(([label, weight]) => [label, weight / this.models] as const)
        .filter(([, weight]) => Math.abs(weight) >= threshold);
      if (cells.length > 0) yield { key, cells };
    }
  }
}
