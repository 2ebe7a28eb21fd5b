import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { compile } from "../../src/core/pipeline.ts";
import type { GoldRecord } from "../../src/core/stage.ts";
import { articleOf } from "../../src/evaluate/annotate.ts";
import { stages } from "../../src/stages/index.ts";
import { benchFile, readRecords, type BenchRow } from "../bench.ts";
import { cpuSeconds } from "../cpu.ts";

const earlier = ["clean", "segment", "syntax", "entities", "dates", "actors"];
const measured = ["quotes", "events", "stance"];

/** Speed of quotes, events and stance on top of the earlier stages, on SEESAW's articles, beside wink-nlp's bare readDoc. */
export default async function stance(): Promise<readonly BenchRow[]> {
  const file = benchFile("stance/seesaw.valid.jsonl");
  if (file === undefined) return [];
  const pipeline = compile({ stages: [...earlier, ...measured] }, stages);
  const documents = readRecords<GoldRecord>(file)
    .slice(0, 60)
    .map((record) => pipeline.analyse(articleOf(record)).document);
  const tokens = documents.reduce((sum, { layers }) => sum + (layers.tokens?.length ?? 0), 0);
  const wink = winkNLP(model);
  const bare = cpuSeconds(() => {
    for (const { article } of documents) wink.readDoc(article.text);
  });
  const note = `${String(tokens)} tokens of 60 news articles, one thread`;
  // Each document holds all layers already: a stage run again reads those before it.
  const each = measured.map((name) => {
    const stage = pipeline.stages.find((candidate) => candidate.stage.name === name)!;
    return cpuSeconds(() => {
      for (const document of documents) stage.run(document, () => undefined);
    });
  });
  const all = each.reduce((sum, seconds) => sum + seconds, 0);
  return [
    { name: "quotes, events and stance", value: tokens / all, unit: "tokens/CPU s", bar: 40_000, note },
    ...measured.map((name, i) => ({ name, value: tokens / each[i]!, unit: "tokens/CPU s", note })),
    { name: "quotes, events and stance", value: bare / all, unit: "x wink", note },
  ];
}
