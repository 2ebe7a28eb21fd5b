import type { TreebankSentence } from "../../src/evaluate/conllu.ts";
import type { HashTable } from "../../src/language/en/names/table.ts";
import { tagger, type Tag } from "../../src/language/en/tagger/index.ts";
import { readyModel } from "../../src/language/model/scorer.ts";
import { trainQuickTagger, type FirstLookSettings } from "../tagger/train.ts";

export interface Jackknife {
  readonly folds: number;
  /** Sentences in a row that go to the same fold. */
  readonly block: number;
  readonly tagger: FirstLookSettings;
}

/** Tags for the training sentences by taggers that have not seen them, so that the parser learns to live with errors. */
export function jackknifedTags(
  sentences: readonly TreebankSentence[],
  clusters: HashTable,
  { folds, block, tagger: settings }: Jackknife,
  report: (line: string) => void,
): (readonly Tag[])[] {
  const foldOf = sentences.map((_, index) => Math.floor(index / block) % folds);
  const tags: (readonly Tag[])[] = [];
  for (let fold = 0; fold < folds; fold++) {
    report(`tagger without fold ${String(fold + 1)} of ${String(folds)}`);
    const others = sentences.filter((_, index) => foldOf[index] !== fold);
    const { tag } = tagger(readyModel(trainQuickTagger(others, clusters, settings)), clusters);
    sentences.forEach(({ words }, index) => {
      if (foldOf[index] === fold) tags[index] = tag(words.map(({ form }) => form));
    });
  }
  return tags;
}
