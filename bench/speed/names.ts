import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { names } from "../../src/language/en/names/index.ts";
import { benchFile, readRecords, type BenchRow } from "../bench.ts";
import { cpuSeconds } from "../cpu.ts";

/** Tokens a second of CPU time of `names()`, tokens and sentences included, on running news; one thread. */
export default function speed(): Promise<readonly BenchRow[]> {
  const file = benchFile("dates/timebank.jsonl");
  if (file === undefined) return Promise.resolve([]);
  const texts = readRecords<{ text: string }>(file).map(({ text }) => text);
  const wink = winkNLP(model);
  const tokens = texts.reduce((sum, text) => sum + wink.readDoc(text).tokens().length(), 0);
  const bare = cpuSeconds(() => {
    for (const text of texts) wink.readDoc(text);
  });
  const ours = cpuSeconds(() => {
    for (const text of texts) names(text);
  });
  return Promise.resolve([
    { name: "names(), TimeBank", value: tokens / ours, unit: "tokens/s CPU", bar: 80_000 },
    {
      name: "names(), TimeBank",
      value: bare / ours,
      unit: "x wink",
      note: "1 is as fast as its bare readDoc",
    },
  ]);
}
