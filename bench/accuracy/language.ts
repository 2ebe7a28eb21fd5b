import { evaluateTreebank, readTreebank } from "../../src/evaluate/treebank.ts";
import { benchFile, type BenchRow } from "../bench.ts";

const sets = [
  { name: "ewt-dev", bars: { upos: 95.3, las: 83, uas: 86, sentences: 90 } },
  { name: "gum-dev", bars: { upos: 96, las: 83, uas: 86, sentences: 97 } },
] as const;

/** What the language core gets right on the treebanks' own words; sentences on raw text with paragraphs kept. */
export default function language(): Promise<readonly BenchRow[]> {
  const rows = sets.flatMap(({ name, bars }): BenchRow[] => {
    const file = benchFile(`syntax/${name}.conllu`);
    if (file === undefined) return [];
    return evaluateTreebank(readTreebank(file), name).measures.map((measure) => {
      const what = measure.name.split(".")[1]!;
      const bar = (bars as Readonly<Record<string, number>>)[what];
      return {
        name: `${what.replaceAll("_", " ")}, ${name}`,
        value: measure.f1,
        unit: what === "sentences" ? "% F1" : "% of words",
        ...(bar === undefined ? {} : { bar }),
      };
    });
  });
  return Promise.resolve(rows);
}
