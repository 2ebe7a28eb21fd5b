import type { Row, Weights } from "../src/language/model/weights.ts";

/**
 * The mean of several models with the same classes: a linear model that scores as all of them together. Rows come by
 * ascending key; cells below `threshold` in absolute value are left out.
 */
export function* meanRows(models: readonly Weights[], threshold = 0): Generator<Row> {
  const places = models.map(() => ({ row: 0, cell: 0 }));
  for (;;) {
    let key = Infinity;
    models.forEach(({ keys }, index) => {
      key = Math.min(key, keys[places[index]!.row] ?? Infinity);
    });
    if (key === Infinity) return;
    const sums = new Map<number, number>();
    models.forEach(({ keys, lengths, classes, values, scale }, index) => {
      const place = places[index]!;
      if (keys[place.row] !== key) return;
      for (const end = place.cell + lengths[place.row]!; place.cell < end; place.cell++) {
        const label = classes[place.cell]!;
        sums.set(label, (sums.get(label) ?? 0) + values[place.cell]! * scale);
      }
      place.row++;
    });
    const cells = [...sums]
      .map(([label, sum]) => [label, sum / models.length] as const)
      .filter(([, weight]) => Math.abs(weight) >= threshold);
    if (cells.length > 0) yield { key, cells };
  }
}
