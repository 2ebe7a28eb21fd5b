import { clusterDuplicates, sketch, SketchStore } from "../../src/aggregate/duplicates/index.ts";
import { benchFile, readRecords, type BenchRow } from "../bench.ts";

/** Pairwise precision and recall of near duplicates, as `score.mjs --dup` beside the data counts them. */
export default async function duplicates(): Promise<readonly BenchRow[]> {
  const file = benchFile("ingest/dedup.jsonl");
  if (file === undefined) return [];
  const records = readRecords<{ text: string; group: string }>(file);
  const store = new SketchStore();
  for (const { text } of records) store.append(sketch(text));
  const { first } = clusterDuplicates(store);
  const gold = pairs(records.map(({ group }) => group));
  const found = pairs(Array.from(first, String));
  const correct = [...found].filter((pair) => gold.has(pair)).length;
  return [
    {
      name: "near duplicates, pairwise precision, dedup",
      value: (100 * correct) / found.size,
      unit: "%",
      bar: 99,
    },
    {
      name: "near duplicates, pairwise recall, dedup",
      value: (100 * correct) / gold.size,
      unit: "%",
      bar: 98,
    },
  ];
}

function pairs(groups: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i < groups.length; i++)
    for (let j = i + 1; j < groups.length; j++) if (groups[i] === groups[j]) found.add(`${i} ${j}`);
  return found;
}
