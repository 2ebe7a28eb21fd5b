import { existsSync, readFileSync } from "node:fs";
import { readConllu, type TreebankSentence } from "../src/evaluate/conllu.ts";

/** Beside the project; commands of package.json run in its root. */
export const treebankFolder = "../shared/benchmarks/syntax/";

/** Whether the treebanks lie beside the project; they are not part of it. */
export const hasTreebanks = existsSync(treebankFolder);

export type TreebankName = "ewt-train" | "ewt-dev" | "gum-train" | "gum-dev";

export function treebank(...names: readonly TreebankName[]): TreebankSentence[] {
  return names.flatMap((name) => readConllu(readFileSync(`${treebankFolder}${name}.conllu`, "utf8")));
}

/** The two development sets, on which models are marked. */
export const development = ["ewt-dev", "gum-dev"] as const satisfies readonly TreebankName[];
