import { probabilities } from "../../src/stages/actors/references/ranking.ts";
import { gumExamples, ownExamples } from "./examples.ts";
import { fit, type Example } from "./model.ts";

/*
 * npm run folds:references -- [PULL WEIGHT]
 * Precision and recall of pronouns of our own gold, each article scored with weights that were fitted without it.
 */
const pull = Number(process.argv[2] ?? 3);
const weight = Number(process.argv[3] ?? 3);
const folds = 7;

const gum = gumExamples();
const own = ownExamples();
const scored: { example: Example; probability: number; actor: boolean; right: boolean }[] = [];
for (let fold = 0; fold < folds; fold++) {
  const train = own.filter((_, at) => at % folds !== fold).flat();
  const weights = fit([...gum, ...train.map((example) => ({ ...example, weight }))], pull);
  for (const example of own.filter((_, at) => at % folds === fold).flat()) {
    const chances = probabilities(weights.get(example.table), example.features);
    const sums = new Map<string, { probability: number; right: boolean }>();
    example.sides.forEach((side, at) => {
      const known = sums.get(side) ?? { probability: 0, right: false };
      sums.set(side, {
        probability: known.probability + chances[at]!,
        right: known.right || example.right[at]!,
      });
    });
    const [best] = [...sums].sort((a, b) => b[1].probability - a[1].probability);
    if (best !== undefined) scored.push({ example, ...best[1], actor: !best[0].startsWith("?") });
  }
}
const wanted = own.flat().filter(({ right, sides }) => right.some((yes, at) => yes && sides[at]?.startsWith("?") === false)).length; // prettier-ignore
for (const least of [0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7]) {
  const found = scored.filter(({ probability, actor }) => actor && probability >= least);
  const right = found.filter((item) => item.right).length;
  const p = (100 * right) / found.length;
  const r = (100 * right) / wanted;
  process.stdout.write(`probability >= ${least.toFixed(2)}: precision ${p.toFixed(1)} recall ${r.toFixed(1)} (${right} of ${found.length}, ${wanted} to find)\n`); // prettier-ignore
}
