/** Points as one row-major array; every row has length 1, so that the dot product is the cosine. */
export interface Points {
  readonly rows: Float32Array;
  readonly count: number;
  readonly dimensions: number;
}

/** Scales every row to length 1 in place. */
export function normalize({ rows, count, dimensions }: Points): void {
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let d = i * dimensions; d < (i + 1) * dimensions; d++) sum += rows[d]! * rows[d]!;
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (let d = i * dimensions; d < (i + 1) * dimensions; d++) rows[d]! *= scale;
  }
}

/**
 * Spherical k-means. The first centers are points spread evenly over the list, so there is no seed: the list is sorted
 * by frequency and its neighbors are unrelated. An emptied cluster keeps its last center.
 */
export function kMeans(points: Points, k: number, rounds: number): Points {
  const { dimensions, count, rows } = points;
  const centers = { rows: new Float32Array(k * dimensions), count: k, dimensions };
  for (let c = 0; c < k; c++) {
    const from = Math.floor((c * count) / k) * dimensions;
    centers.rows.set(rows.subarray(from, from + dimensions), c * dimensions);
  }
  for (let round = 0; round < rounds; round++) {
    const labels = nearest(points, centers);
    const sums = new Float64Array(k * dimensions);
    const sizes = new Uint32Array(k);
    for (let i = 0; i < count; i++) {
      const label = labels[i]!;
      sizes[label]!++;
      for (let d = 0; d < dimensions; d++) sums[label * dimensions + d]! += rows[i * dimensions + d]!;
    }
    for (let c = 0; c < k; c++)
      if (sizes[c]! > 0)
        for (let d = c * dimensions; d < (c + 1) * dimensions; d++) centers.rows[d] = sums[d]!;
    normalize(centers);
  }
  return centers;
}

/** For each point the index of the center with the largest dot product; the lower index wins a tie. */
export function nearest(points: Points, centers: Points): Uint16Array {
  const { dimensions, count, rows } = points;
  const labels = new Uint16Array(count);
  const c = centers.rows;
  for (let i = 0; i < count; i++) {
    const row = rows.subarray(i * dimensions, (i + 1) * dimensions);
    let best = -Infinity;
    for (let k = 0; k < centers.count; k++) {
      const base = k * dimensions;
      let a = 0, b = 0, e = 0, f = 0; // prettier-ignore
      for (let d = 0; d < dimensions; d += 4) {
        a += row[d]! * c[base + d]!;
        b += row[d + 1]! * c[base + d + 1]!;
        e += row[d + 2]! * c[base + d + 2]!;
        f += row[d + 3]! * c[base + d + 3]!;
      }
      const dot = a + b + (e + f);
      if (dot > best) {
        best = dot;
        labels[i] = k;
      }
    }
  }
  return labels;
}
