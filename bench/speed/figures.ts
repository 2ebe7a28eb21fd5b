import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { compile } from "../../src/core/pipeline.ts";
import type { GoldRecord } from "../../src/core/stage.ts";
import { articleOf } from "../../src/evaluate/annotate.ts";
import { stages } from "../../src/stages/index.ts";
import { benchFile, readRecords, type BenchRow } from "../bench.ts";
import { cpuSeconds } from "../cpu.ts";

/** Speed of the figures stage alone, on the news of re3d and MEANTIME, beside wink-nlp's bare readDoc. */
export default async function figures(): Promise<readonly BenchRow[]> {
  const files = ["re3d", "meantime"].map((name) => benchFile(`figures/${name}-dev.jsonl`));
  if (files.some((file) => file === undefined)) return [];
  const articles = files.flatMap((file) => readRecords<GoldRecord>(file!)).map(articleOf);
  const characters = articles.reduce((sum, { text }) => sum + text.length, 0);
  const pipeline = compile({ stages: ["clean", "segment", "figures"] }, stages);
  const stage = pipeline.stages.find((each) => each.stage.name === "figures")!;
  const documents = articles.map((article) => pipeline.analyze(article).document);
  const wink = winkNLP(model);
  const bare = cpuSeconds(() => {
    for (const { text } of articles) wink.readDoc(text);
  });
  const own = cpuSeconds(() => {
    for (const document of documents) stage.run(document, () => undefined);
  });
  const note = "news of re3d and MEANTIME, one thread";
  return [
    { name: "figures stage", value: characters / own, unit: "characters/CPU s", bar: 400_000, note },
    { name: "figures stage", value: bare / own, unit: "x wink", note },
  ];
}
