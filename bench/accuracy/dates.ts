import { compile } from "../../src/core/pipeline.ts";
import { addCounts, ratios, type Counts } from "../../src/core/score.ts";
import type { GoldRecord } from "../../src/core/stage.ts";
import { analyzeRecord } from "../../src/evaluate/annotate.ts";
import { scoreDates, toGold, type GoldDate } from "../../src/stages/dates/exchange.ts";
import { stages } from "../../src/stages/index.ts";
import { benchFile, readRecords, type BenchRow } from "../bench.ts";

interface Fixed extends GoldDate {
  /** A published correction of TBAQ: what `score.mjs --fixed` scores against. */
  readonly fix?: Partial<Pick<GoldDate, "type" | "value">>;
}

const sets = [
  { name: "TBAQ --fixed", files: ["timebank", "aquaint"], bars: { strict: 84, relaxed: 93, value: 83 } },
  { name: "WikiWars-dev", files: ["wikiwars-dev"], bars: { strict: 86, relaxed: undefined, value: 80 } },
  { name: "MEANTIME-dev", files: ["meantime-dev"], bars: { strict: undefined, relaxed: 86, value: 72 } },
] as const;

/** Temporal expressions as `score.mjs` beside the data marks them; `--fixed` for TBAQ. */
export default async function dates(): Promise<readonly BenchRow[]> {
  const pipeline = compile({ stages: ["clean", "segment", "dates"] }, stages);
  return sets.flatMap(({ name, files, bars }) => {
    const paths = files.map((file) => benchFile(`dates/${file}.jsonl`));
    if (paths.some((path) => path === undefined)) return [];
    const total: Record<string, Counts> = {};
    for (const record of paths.flatMap((path) => readRecords<GoldRecord>(path!))) {
      const gold = (record["dates"] as readonly Fixed[]).map((date) => ({ ...date, ...date.fix }));
      const found = (analyzeRecord(pipeline, record).document.layers.dates ?? []).map(toGold);
      for (const [measure, counts] of Object.entries(scoreDates(gold, found)))
        total[measure] = addCounts(total[measure] ?? { correct: 0, found: 0, gold: 0 }, counts);
    }
    const row = (measure: string, value: number, bar: number | undefined): BenchRow => ({
      name: `dates, ${measure} F1, ${name}`, value, unit: "%", ...(bar === undefined ? {} : { bar }),
    }); // prettier-ignore
    const relaxed = ratios(total["relaxed"]!).f1;
    return [
      row("strict", ratios(total["strict"]!).f1, bars.strict),
      row("relaxed", relaxed, bars.relaxed),
      // As the scorer defines it: relaxed F1 times the share of the pairs with a gold value whose value is right.
      row("value", (relaxed * ratios(total["value_accuracy"]!).precision) / 100, bars.value),
      row("type", ratios(total["type"]!).f1, undefined),
    ];
  });
}
