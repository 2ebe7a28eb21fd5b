import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { benchFile, readRecords } from "./bench.ts";
import { cpuSeconds } from "./cpu.ts";

/** Running news to measure speed on; undefined when it is not there. */
export interface News {
  readonly texts: readonly string[];
  /** As wink-nlp counts them. */
  readonly tokens: number;
  /** CPU seconds of wink-nlp's bare `readDoc` over all texts. */
  readonly bare: number;
}

export function runningNews(): News | undefined {
  const file = benchFile("dates/timebank.jsonl");
  if (file === undefined) return undefined;
  const texts = readRecords<{ text: string }>(file).map(({ text }) => text);
  const wink = winkNLP(model);
  const tokens = texts.reduce((sum, text) => sum + wink.readDoc(text).tokens().length(), 0);
  const bare = cpuSeconds(() => {
    for (const text of texts) wink.readDoc(text);
  });
  return { texts, tokens, bare };
}
