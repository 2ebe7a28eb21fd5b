import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { GoldRecord } from "../../src/core/stage.ts";
import { articleOf } from "../../src/evaluate/annotate.ts";
import { openPipeline, readPipeline } from "../../src/run/pipeline-file.ts";
import { benchFile, readRecords, seconds, type Bench } from "../bench.ts";

/** Speed of the whole pipeline and of each stage in one thread, as a ratio to wink-nlp's bare readDoc on the same texts. */
const bench: Bench = async () => {
  const file = benchFile("dates/timebank.jsonl");
  if (file === undefined) return [];
  const articles = readRecords<GoldRecord>(file).slice(0, 100).map(articleOf);
  const wink = winkNLP(model);
  const bare = seconds(() => {
    for (const { text } of articles) wink.readDoc(text);
  });
  const pipeline = await openPipeline(readPipeline(undefined));
  let tokens = 0;
  for (const article of articles) tokens += pipeline.analyse(article).document.layers.tokens?.length ?? 0;
  const whole = seconds(() => {
    for (const article of articles) pipeline.analyse(article);
  });
  const data = "100 documents of TimeBank, one thread";
  const stages = pipeline.stages.map(({ stage, run }) => {
    const documents = articles.map((article) => pipeline.analyse(article).document);
    const time = seconds(() => {
      for (const document of documents) run(document, () => undefined);
    });
    return {
      name: `stage ${stage.name}`,
      value: articles.length / time,
      unit: "articles/s",
      note: `${(bare / time).toFixed(2)} x wink`,
    };
  });
  return [
    { name: "wink-nlp readDoc", value: articles.length / bare, unit: "articles/s", note: data },
    { name: "whole pipeline", value: articles.length / whole, unit: "articles/s", note: data },
    { name: "whole pipeline", value: tokens / whole, unit: "tokens/s", note: data },
    { name: "whole pipeline", value: bare / whole, unit: "x wink", note: data },
    ...stages,
  ];
};
export default bench;
