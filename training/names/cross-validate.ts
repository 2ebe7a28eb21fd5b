/**
 * How well names are found in re3d documents that training has not seen, five-fold by document: npm run
 * train:names:folds. Counts as `score.mjs --types PER,ORG,LOC --trim` beside the data.
 */
import { readRecords } from "../../bench/bench.ts";
import { addCounts, ratios, type Counts } from "../../src/core/score.ts";
import { loadResource } from "../../src/core/resource.ts";
import { clusters, gazetteer } from "../../src/language/en/names/resources.ts";
import { nameTagger } from "../../src/language/en/names/tagger.ts";
import { sharedFile } from "../shared.ts";
import { trainingDocument, type GoldRecord } from "./data.ts";
import { learn } from "./learn.ts";
import { nameSettings } from "./settings.ts";

const folds = 5;
const file = "re3d-train";
const records = readRecords<GoldRecord>(sharedFile(`benchmarks/entities/${file}.jsonl`));
let total: Counts = { correct: 0, found: 0, gold: 0 };
for (let fold = 0; fold < folds; fold++) {
  const heldOut = new Set(records.filter((_, index) => index % folds === fold).map(({ id }) => id));
  const weights = learn(nameSettings, console.log, ({ id }) => heldOut.has(id));
  const tag = nameTagger({ weights, clusters: loadResource(clusters), gazetteer: loadResource(gazetteer) });
  for (const record of records) {
    if (!heldOut.has(record.id)) continue;
    const { tokens, sentences } = trainingDocument(record);
    const words = tokens.map(({ text }) => text);
    const found = tag(words, sentences).map(({ first, last, type }) => ({
      start: tokens[first]!.start,
      end: tokens[last - 1]!.end,
      type,
    }));
    total = addCounts(total, counts(record, found));
  }
  const { precision, recall, f1 } = ratios(total);
  console.log(
    `after fold ${String(fold + 1)}: P ${precision.toFixed(2)} R ${recall.toFixed(2)} F1 ${f1.toFixed(2)}`,
  );
}

interface Item {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

function counts({ text, entities }: GoldRecord, found: readonly Item[]): Counts {
  const keys = (items: readonly Item[]): Set<string> =>
    new Set(items.filter(({ type }) => type !== "MISC").map((item) => trimmed(text, item)));
  const gold = keys(entities);
  const ours = keys(found);
  return { correct: [...gold].filter((key) => ours.has(key)).length, found: ours.size, gold: gold.size };
}

/** Without a leading article and a trailing possessive. */
function trimmed(text: string, { start, end, type }: Item): string {
  const article = /^(?:the|a|an)\s+/i.exec(text.slice(start, end));
  const from = article !== null && article[0].length < end - start ? start + article[0].length : start;
  const possessive = /['’]s?$/.exec(text.slice(from, end));
  const to = possessive !== null && possessive.index > 0 ? from + possessive.index : end;
  return `${String(from)}:${String(to)}:${type}`;
}
