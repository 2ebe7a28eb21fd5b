import { readRecords } from "../../bench/bench.ts";
import { loadResource } from "../../src/core/resource.ts";
import { labels } from "../../src/language/en/names/labels.ts";
import { clusters, gazetteer } from "../../src/language/en/names/resources.ts";
import { transitionKey } from "../../src/language/en/names/tagger.ts";
import { wordReader } from "../../src/language/en/names/words.ts";
import { quantize, type Weights } from "../../src/language/model/weights.ts";
import { sharedFile } from "../shared.ts";
import { meanRows } from "../mean.ts";
import { joined, recased, trainingDocument, type GoldRecord, type TrainingDocument } from "./data.ts";
import { nameSources, type NameSettings, type NameSource } from "./settings.ts";
import { examples, train, type Example } from "./train.ts";

/** Leaves records out of the training, for cross-validation. */
export type Holdout = (record: GoldRecord) => boolean;

/** The records of a set that training may use. */
export function sourceRecords({ file, keep = () => true, join }: NameSource, holdout: Holdout): GoldRecord[] {
  const path = sharedFile(`benchmarks/entities/${file}.jsonl`);
  const records = readRecords<GoldRecord>(path).filter((record) => keep(record) && !holdout(record));
  return join === undefined ? records : joined(records, join);
}

function sourceExamples(
  source: NameSource,
  index: number,
  settings: NameSettings,
  holdout: Holdout,
): Example[] {
  const word = wordReader(loadResource(clusters));
  const every = settings.recasedEvery;
  const documents: TrainingDocument[] = sourceRecords(source, holdout).map(trainingDocument);
  if (source.recased === true)
    documents.push(
      ...documents.filter((_, at) => at % every === 0).map((document) => recased(document, "capitals")),
      ...documents.filter((_, at) => at % every === 1).map((document) => recased(document, "title")),
    );
  const made = examples(documents, word, loadResource(gazetteer), index, source.partial === true);
  return Array.from({ length: source.times ?? 1 }, () => made).flat();
}

/** Trains the models of the settings and returns the mean of their general copies. */
export function learn(
  settings: NameSettings,
  log: (line: string) => void,
  holdout: Holdout = () => false,
): Weights {
  const data = nameSources.flatMap((source, index) => sourceExamples(source, index, settings, holdout));
  log(`${String(data.length)} sentences`);
  const general = new Set<number>(labels.map((_, label) => transitionKey(label) | 0));
  for (const { keys } of data) for (const key of keys) general.add(key);
  const trained: Weights[] = [];
  for (const options of settings.models) {
    log(JSON.stringify(options));
    const rows = [...train(data, options, log).averaged(0)];
    trained.push(quantize(rows.filter(({ key }) => general.has(key | 0))));
  }
  return quantize(meanRows(trained, settings.threshold));
}
