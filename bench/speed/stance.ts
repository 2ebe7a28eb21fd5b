import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { compile } from "../../src/core/pipeline.ts";
import type { GoldRecord } from "../../src/core/stage.ts";
import { articleOf } from "../../src/evaluate/annotate.ts";
import { stages } from "../../src/stages/index.ts";
import { benchFile, readRecords, type BenchRow } from "../bench.ts";
import { cpuSeconds } from "../cpu.ts";

const earlier = ["clean", "segment", "syntax", "entities", "dates", "actors"];

/** What quotes, events and stance cost on top of the earlier stages, on SEESAW's articles, beside wink-nlp's bare readDoc. */
export default async function stance(): Promise<readonly BenchRow[]> {
  const file = benchFile("stance/seesaw.valid.jsonl");
  if (file === undefined) return [];
  const articles = readRecords<GoldRecord>(file).slice(0, 30).map(articleOf);
  const before = compile({ stages: earlier }, stages);
  // The stages share what they read of a clause, so that each is measured on documents it sees for the first time.
  const last = compile({ stages: [...earlier, "quotes", "events", "stance"] }, stages).stages.slice(-3);
  let tokens = 0;
  let own = Infinity;
  for (let round = 0; round < 4; round++) {
    const documents = articles.map((article) => before.analyze(article).document);
    tokens = documents.reduce((sum, { layers }) => sum + (layers.tokens?.length ?? 0), 0);
    const start = process.cpuUsage();
    for (let document of documents)
      for (const stage of last)
        document = { ...document, layers: { ...document.layers, ...stage.run(document, () => undefined) } };
    const { user, system } = process.cpuUsage(start);
    own = Math.min(own, (user + system) / 1e6);
  }
  const wink = winkNLP(model);
  const bare = cpuSeconds(() => {
    for (const { text } of articles) wink.readDoc(text);
  });
  const note = `${String(tokens)} tokens of 30 news articles, one thread`;
  return [
    { name: "quotes, events and stance", value: tokens / own, unit: "tokens/CPU s", bar: 40_000, note },
    { name: "quotes, events and stance", value: bare / own, unit: "x wink", note },
  ];
}
