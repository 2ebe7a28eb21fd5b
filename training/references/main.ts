import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gumExamples, ownExamples } from "./examples.ts";
import { fit } from "./model.ts";

/*
 * npm run train:references
 * Fits the weights by which pronouns find their antecedents, on the coreference of GUM (train; news, interviews,
 * speeches, biographies, letters, textbooks) and on corpus/gold/development.jsonl. Writes reference-weights.csv.
 */
const output = fileURLToPath(new URL("../../resources/en/reference-weights.csv", import.meta.url));
const source = "fitted by training/references on GUM-train (CC BY 4.0) and corpus/gold/development";
/** How hard weights are pulled to zero, and how much a pronoun of our own gold counts. */
const pull = 3;
const ownWeight = 3;

const examples = [
  ...gumExamples(),
  ...ownExamples()
    .flat()
    .map((example) => ({ ...example, weight: ownWeight })),
];
process.stderr.write(`${examples.length} pronouns\n`);

const rows = [...fit(examples, pull)].flatMap(([table, weights]) =>
  [...weights]
    .filter(([, weight]) => Math.abs(weight) >= 0.05)
    .map(([feature, weight]) => `${table},"${feature}",${weight.toFixed(2)},"${source}"`),
);
writeFileSync(output, ["pronoun,feature,weight,source", ...rows.sort(), ""].join("\n"));
process.stderr.write(`${rows.length} weights\n`);
