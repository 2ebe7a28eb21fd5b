import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { compile } from "../../src/core/pipeline.ts";
import type { GoldRecord } from "../../src/core/stage.ts";
import { articleOf } from "../../src/evaluate/annotate.ts";
import { stages } from "../../src/stages/index.ts";
import { benchFile, readRecords, type BenchRow } from "../bench.ts";
import { cpuSeconds } from "../cpu.ts";

/** Characters per CPU second of the stage alone, in one thread, beside wink-nlp's bare readDoc on the same texts. */
export default async function dates(): Promise<readonly BenchRow[]> {
  const file = benchFile("dates/timebank.jsonl");
  if (file === undefined) return [];
  const pipeline = compile({ stages: ["clean", "segment", "dates"] }, stages);
  const documents = readRecords<GoldRecord>(file).map(
    (record) => pipeline.analyze(articleOf(record)).document,
  );
  const characters = documents.reduce((sum, { article }) => sum + article.text.length, 0);
  const stage = pipeline.stages.at(-1)!;
  const wink = winkNLP(model);
  const ours = cpuSeconds(() => {
    for (const document of documents) stage.run(document, () => undefined);
  });
  const bare = cpuSeconds(() => {
    for (const { article } of documents) wink.readDoc(article.text);
  });
  const note = "TimeBank, 183 documents, one thread";
  return [
    { name: "stage dates alone", value: characters / ours, unit: "characters/CPU s", bar: 500_000, note },
    { name: "wink-nlp readDoc", value: characters / bare, unit: "characters/CPU s", note },
    { name: "stage dates alone", value: bare / ours, unit: "x wink", note },
  ];
}
