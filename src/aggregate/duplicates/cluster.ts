import { bandCount, bandKey, containment, type Sketch } from "./sketch.ts";
import type { SketchStore } from "./store.ts";

export const clusterRoles = ["first", "copy", "rewrite", "single"] as const;
export type ClusterRole = (typeof clusterRoles)[number];

/** Near duplicates of a corpus. All indices count articles in input order. */
export interface DuplicateClusters {
  /** For each article the first member of its cluster; its own index when it is that or stands alone. */
  readonly first: Uint32Array;
  /** For each article its containment with the first member, 0 to 1; 1 for the first and for single articles. */
  readonly similarity: Float32Array;
  readonly roleOf: (index: number) => ClusterRole;
}

/** Two texts are near duplicates when at least this share of the shorter one's 5-grams stands in the other. */
const leastContainment = 0.5;

/** From this containment on a member is a copy (the same text, cut or with a frame), below it a rewrite. */
const leastCopy = 0.8;

/** How many of those behind it a sketch is compared with in one bucket. Keeps buckets of thousands of copies linear. */
const window = 16;

/** Bands read in one pass over the store: 8 x 4 bytes an article are held at a time. */
const bandsPerPass = 8;

/**
 * Clusters of near duplicates: articles that share a band key are compared, and clusters are what the verified pairs
 * connect. Who is in one cluster with whom does not depend on the order of the articles. Memory: 48 bytes an article
 * besides what the store holds; time: linear in articles but for sorting.
 */
export function clusterDuplicates(store: SketchStore): DuplicateClusters {
  const first = Uint32Array.from({ length: store.size }, (_, index) => index);
  for (let band = 0; band < bandCount; band += bandsPerPass) {
    const pass = readBands(store, band);
    for (const keys of pass) for (const bucket of buckets(keys)) connectBucket(store, bucket, first);
  }
  const similarity = new Float32Array(store.size).fill(1);
  const members = new Uint32Array(store.size);
  for (let index = 0; index < store.size; index++) {
    const root = rootOf(first, index);
    first[index] = root;
    members[root]!++;
    if (root !== index) similarity[index] = containment(store.get(root), store.get(index));
  }
  const roleOf = (index: number): ClusterRole => {
    if (members[first[index]!] === 1) return "single";
    if (first[index] === index) return "first";
    return similarity[index]! >= leastCopy ? "copy" : "rewrite";
  };
  return { first, similarity, roleOf };
}

/** Keys of some bands for every article; texts without words have none in common with others. */
function readBands(store: SketchStore, from: number): readonly Uint32Array[] {
  const pass = Array.from({ length: bandsPerPass }, () => new Uint32Array(store.size));
  for (let index = 0; index < store.size; index++) {
    const sketch = store.get(index);
    for (const [offset, keys] of pass.entries()) keys[index] = bandKey(sketch, from + offset);
  }
  return pass;
}

/** Indices of articles with one key, for keys of more than one article. */
function* buckets(keys: Uint32Array): Generator<Uint32Array> {
  // Key and index in one double, sorted as numbers: exact, as both together need 53 bits at 2 million articles.
  const order = Float64Array.from(keys, (key, index) => key * 2 ** 21 + index).sort();
  const keyAt = (position: number): number => Math.floor(order[position]! / 2 ** 21);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && keyAt(end) === keyAt(start)) end++;
    if (end - start > 1) yield Uint32Array.from(order.subarray(start, end), (value) => value % 2 ** 21);
    start = end;
  }
}

/** Compares sketches of a bucket, in an order that follows from their content alone. */
function connectBucket(store: SketchStore, bucket: Uint32Array, first: Uint32Array): void {
  const members = Array.from(bucket, (index) => ({ index, sketch: store.get(index) })).filter(
    ({ sketch }) => sketch[0]! > 0,
  );
  if (members.length > window) members.sort((a, b) => compareSketches(a.sketch, b.sketch));
  for (let i = 0; i < members.length; i++)
    for (let j = i + 1; j < Math.min(members.length, i + 1 + window); j++) {
      const [a, b] = [members[i]!, members[j]!];
      const [rootA, rootB] = [rootOf(first, a.index), rootOf(first, b.index)];
      if (rootA === rootB || containment(a.sketch, b.sketch) < leastContainment) continue;
      first[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }
}

function compareSketches(a: Sketch, b: Sketch): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

/** Root of an article's tree; halves the path on the way. */
function rootOf(first: Uint32Array, index: number): number {
  let at = index;
  while (first[at] !== at) at = first[at] = first[first[at]!]!;
  return at;
}
