/** Clusters the words of a table of word vectors: npm run train:clusters -- FOLDER */
import { hashText } from "../../src/language/model/hash.ts";
import { vectorsFile, vectorsFolder } from "../packages.ts";
import { integerTable, type TableEntry } from "../table.ts";
import { writeTable } from "../worth.ts";
import { kMeans, nearest, normalize, type Points } from "./kmeans.ts";

const settings = { words: 150_000, centersFrom: 40_000, fine: 1000, middle: 256, rounds: 10 };

interface Vectors {
  /** By falling frequency. */
  readonly words: readonly string[];
  /** The vector, its length and the word's index. */
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const folder = vectorsFolder();
const table = JSON.parse(vectorsFile(folder)) as Vectors;
const words = table.words
  .filter((word) => /^[\p{L}\d][\p{L}\d.'&-]*$/u.test(word) && /\p{L}/u.test(word) && word.length <= 24)
  .slice(0, settings.words);
const dimensions = 100;
const points: Points = { rows: new Float32Array(words.length * dimensions), count: words.length, dimensions };
words.forEach((word, row) => {
  points.rows.set(table.vectors[word]!.slice(0, dimensions), row * dimensions);
});
normalize(points);
const frequent: Points = {
  rows: points.rows.subarray(0, settings.centersFrom * dimensions),
  count: settings.centersFrom,
  dimensions,
};
const [fine, middle] = [settings.fine, settings.middle].map((k) => {
  console.log(`${String(k)} clusters`);
  return nearest(points, kMeans(frequent, k, settings.rounds));
});

const entries = new Map<number, TableEntry>();
words.forEach((word, row) => {
  const key = hashText(word) >>> 0;
  if (!entries.has(key)) entries.set(key, { key, value: fine![row]!, second: middle![row]! });
});
writeTable({
  name: "clusters",
  title: "Word clusters",
  table: integerTable(entries.values()),
  about: [
    "For 150,000 English words two numbers: the cluster among 1,000 and among 256, by spherical k-means of word vectors.",
    "Features of the name tagger and the part-of-speech tagger. Words are stored as hashes.",
  ],
  options: settings,
  weaknesses: ["The vectors are of 2014; words that are newer have no cluster."],
});
