/**
 * How well names are found in re3d documents that training has not seen, five-fold by document:
 * npm run train:names:folds -- [MODELS]. Each fold is read with the mean of so many models, all of the settings when
 * not told. Counts as `score.mjs --types PER,ORG,LOC --trim` beside the data, and writes the figure to bench/results.
 */
import { readRecords } from "../../bench/bench.ts";
import { writeResults } from "../../bench/results.ts";
import { addCounts, ratios, type Counts } from "../../src/core/score.ts";
import { loadResource } from "../../src/core/resource.ts";
import { clusters, gazetteer } from "../../src/language/en/names/resources.ts";
import { nameTagger } from "../../src/language/en/names/tagger.ts";
import { scoreTable } from "../../src/language/model/scorer.ts";
import { sharedFile } from "../shared.ts";
import { trainingDocument, type GoldRecord } from "./data.ts";
import { learn } from "./learn.ts";
import { nameSettings } from "./settings.ts";

const folds = 5;
const models = Number(process.argv[2] ?? nameSettings.models.length);
const settings = { ...nameSettings, models: nameSettings.models.slice(0, models) };
const file = "re3d-train";
const records = readRecords<GoldRecord>(sharedFile(`benchmarks/entities/${file}.jsonl`));
let total: Counts = { correct: 0, found: 0, gold: 0 };
for (let fold = 0; fold < folds; fold++) {
  const heldOut = new Set(records.filter((_, index) => index % folds === fold).map(({ id }) => id));
  const weights = scoreTable(learn(settings, console.log, ({ id }) => heldOut.has(id)));
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

const { precision, recall, f1 } = ratios(total);
writeResults("accuracy-names-re3d", `npm run train:names:folds -- ${String(models)}`, [
  {
    name: `PER/ORG/LOC micro, ${file}, five-fold by document, models a fold: ${String(models)}`,
    value: f1,
    unit: "% F1",
    bar: 56,
    note: `P ${precision.toFixed(1)} R ${recall.toFixed(1)}`,
  },
]);

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
