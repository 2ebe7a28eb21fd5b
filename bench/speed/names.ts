import { names } from "../../src/language/en/names/index.ts";
import type { BenchRow } from "../bench.ts";
import { cpuSeconds } from "../cpu.ts";
import { runningNews } from "../news.ts";

/** Tokens a second of CPU time of `names()`, tokens and sentences included, on running news; one thread. */
export default function speed(): Promise<readonly BenchRow[]> {
  const news = runningNews();
  if (news === undefined) return Promise.resolve([]);
  const { texts, tokens, bare } = news;
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
