import type { ConfigInput } from "../../src/core/config.ts";
import { compile } from "../../src/core/pipeline.ts";
import { addCounts, ratios, type Counts } from "../../src/core/score.ts";
import type { GoldRecord } from "../../src/core/stage.ts";
import { articleOf } from "../../src/evaluate/annotate.ts";
import { stages } from "../../src/stages/index.ts";
import { benchFile, readRecords, type BenchRow } from "../bench.ts";

/** Sets whose source the model is not told; conll2003-dev and wikineural were never trained on. */
const sets = [
  { file: "crossner-politics-dev", bar: 79 },
  { file: "gum-dev", bar: 70 },
  { file: "conll2003-dev", bar: 70, organisationBar: 55 },
  { file: "gmb-dev", bar: 82 },
  { file: "wnut17-dev" },
  { file: "wikineural-a" },
] as const;

/** Names by the rule of conlleval (start, end and type equal), as `score.mjs` beside the data counts them. */
export default function names(): Promise<readonly BenchRow[]> {
  return Promise.resolve(nameScores());
}

/** The scores with other resources in the place of ours. */
export function nameScores(resources: ConfigInput["resources"] = {}): readonly BenchRow[] {
  const pipeline = compile({ stages: ["clean", "segment", "entities"], resources }, stages);
  const score = pipeline.stages.at(-1)!.stage.exchange!.score!;
  const rows: BenchRow[] = [];
  for (const set of sets) {
    const file = benchFile(`entities/${set.file}.jsonl`);
    if (file === undefined) continue;
    const totals = new Map<string, Counts>();
    for (const record of readRecords<GoldRecord>(file)) {
      const { document } = pipeline.analyze(articleOf(record));
      for (const [measure, counts] of Object.entries(score(record, document)))
        totals.set(measure, addCounts(totals.get(measure) ?? { correct: 0, found: 0, gold: 0 }, counts));
    }
    const row = (measure: string, name: string, bar?: number): BenchRow => {
      const { precision, recall, f1 } = ratios(totals.get(measure)!);
      const note = `P ${precision.toFixed(1)} R ${recall.toFixed(1)}`;
      return {
        name: `${name}, ${set.file}`,
        value: f1,
        unit: "% F1",
        note,
        ...(bar === undefined ? {} : { bar }),
      };
    };
    rows.push(row("names", "PER/ORG/LOC micro", "bar" in set ? set.bar : undefined));
    rows.push(row("names_PER", "PER"));
    rows.push(row("names_ORG", "ORG", "organisationBar" in set ? set.organisationBar : undefined));
    rows.push(row("names_LOC", "LOC"));
  }
  return rows;
}
