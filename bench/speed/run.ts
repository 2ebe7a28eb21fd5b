import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { GoldRecord } from "../../src/core/stage.ts";
import { articleOf } from "../../src/evaluate/annotate.ts";
import { openPipeline, readPipeline } from "../../src/run/pipeline-file.ts";
import { benchFile, readRecords, type Bench } from "../bench.ts";
import { cpuSeconds } from "../cpu.ts";

/**
 * CPU time of the whole pipeline, of the fast one and of each stage in one thread, as ratios to wink-nlp's bare readDoc on
 * the same texts in the same run.
 */
const bench: Bench = async () => {
  const file = benchFile("dates/timebank.jsonl");
  if (file === undefined) return [];
  const articles = readRecords<GoldRecord>(file).slice(0, 100).map(articleOf);
  const wink = winkNLP(model);
  const bare = cpuSeconds(() => {
    for (const { text } of articles) wink.readDoc(text);
  });
  const pipeline = await openPipeline(readPipeline(undefined));
  let tokens = 0;
  for (const article of articles) tokens += pipeline.analyze(article).document.layers.tokens?.length ?? 0;
  const whole = cpuSeconds(() => {
    for (const article of articles) pipeline.analyze(article);
  });
  const quick = await openPipeline(readPipeline("fast"));
  const fast = cpuSeconds(() => {
    for (const article of articles) quick.analyze(article);
  });
  const data = "100 documents of TimeBank, one thread";
  const stages = pipeline.stages.map(({ stage, run }) => {
    const documents = articles.map((article) => pipeline.analyze(article).document);
    const time = cpuSeconds(() => {
      for (const document of documents) run(document, () => undefined);
    });
    return {
      name: `stage ${stage.name}`,
      value: articles.length / time,
      unit: "articles/s",
      note: `${Math.round(tokens / time)} tokens/s, ${(bare / time).toFixed(2)} x wink`,
    };
  });
  return [
    { name: "wink-nlp readDoc", value: articles.length / bare, unit: "articles/s", note: data },
    { name: "whole pipeline", value: articles.length / whole, unit: "articles/s", note: data },
    { name: "whole pipeline", value: tokens / whole, unit: "tokens/s", note: data },
    { name: "whole pipeline", value: bare / whole, unit: "x wink", note: data },
    { name: "pipeline fast", value: articles.length / fast, unit: "articles/s", note: data },
    { name: "pipeline fast", value: whole / fast, unit: "x the whole pipeline", note: data },
    ...stages,
  ];
};
export default bench;
