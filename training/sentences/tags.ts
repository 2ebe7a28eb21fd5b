import type { TreebankSentence } from "../../src/evaluate/conllu.ts";
import type { HashTable } from "../../src/language/en/names/table.ts";
import type { UsualTags } from "../../src/language/en/sentences/tags.ts";
import { readWord } from "../../src/language/en/words.ts";

/** The commonest tag of each form that occurs `from` times, and of each cluster. */
export function usualTags(
  sentences: readonly TreebankSentence[],
  clusters: HashTable,
  from: number,
): UsualTags {
  const byForm = new Map<string, Counts>();
  const byCluster = new Map<number, Counts>();
  for (const { form, xpos } of sentences.flatMap(({ words }) => words)) {
    count(byForm, form.toLowerCase().replace(/[0-9]/g, "0"), xpos);
    const { fine } = readWord(form, clusters);
    if (fine >= 0) count(byCluster, fine, xpos);
  }
  const frequent = [...byForm].filter(([, { all }]) => all >= from).sort(([a], [b]) => (a < b ? -1 : 1));
  const tags = [...new Set([...frequent, ...byCluster].map(([, counts]) => commonest(counts)))].sort();
  const numberOf = (counts: Counts): number => tags.indexOf(commonest(counts)) + 1;
  return {
    tags,
    forms: Object.fromEntries(frequent.map(([form, counts]) => [form, numberOf(counts)])),
    clusters: Array.from({ length: Math.max(...byCluster.keys()) + 1 }, (_, cluster) => {
      const counts = byCluster.get(cluster);
      return counts === undefined ? 0 : numberOf(counts);
    }),
  };
}

interface Counts {
  all: number;
  readonly byTag: Map<string, number>;
}

function count<Key>(counts: Map<Key, Counts>, key: Key, tag: string): void {
  const entry = counts.get(key) ?? { all: 0, byTag: new Map<string, number>() };
  entry.all++;
  entry.byTag.set(tag, (entry.byTag.get(tag) ?? 0) + 1);
  counts.set(key, entry);
}

/** The tag counted most; the first by name of equals. */
const commonest = ({ byTag }: Counts): string =>
  [...byTag].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]![0];
