/** One pronoun: its table of weights, the features of each candidate, which candidates are right. */
export interface Example {
  readonly table: string;
  readonly features: readonly (readonly string[])[];
  readonly right: readonly boolean[];
  /** Who each candidate is; the last, nothing that was named, is left out. */
  readonly sides: readonly string[];
  /** How much it counts; 1 when absent. */
  readonly weight?: number;
}

const rounds = 300;
const rate = 0.5;

/**
 * Fits a log-linear ranking model by gradient descent on the marginal log-likelihood of the right candidates. A weight is
 * the sum of one for all pronouns, one for the kind of pronoun and one for its role, each pulled towards zero, so that
 * what few examples show counts little. Returns the weights by table and feature.
 */
export function fit(examples: readonly Example[], pull: number): Map<string, Map<string, number>> {
  const index = new Map<string, number>();
  const idOf = (name: string): number => {
    let id = index.get(name);
    if (id === undefined) index.set(name, (id = index.size));
    return id;
  };
  const levels = (table: string, feature: string): number[] =>
    [feature, `${table.split(" ")[0]!}/${feature}`, `${table}/${feature}`].map(idOf);
  const coded = examples.map(({ table, features, right, weight = 1 }) => ({
    right, weight, features: features.map((list) => list.flatMap((feature) => levels(table, feature))),
  })); // prettier-ignore
  const weights = new Float64Array(index.size);
  const squares = new Float64Array(index.size).fill(1e-6);
  for (let round = 0; round < rounds; round++) {
    const gradient = weights.map((value) => -pull * value);
    for (const { features, right, weight } of coded) {
      const chances = softmax(features.map((list) => list.reduce((sum, id) => sum + weights[id]!, 0)));
      const mass = chances.reduce((sum, chance, at) => sum + (right[at]! ? chance : 0), 0);
      features.forEach((list, at) => {
        const wanted = right[at]! ? chances[at]! / Math.max(mass, 1e-12) : 0;
        const step = weight * (wanted - chances[at]!);
        for (const id of list) gradient[id] = gradient[id]! + step;
      });
    }
    gradient.forEach((value, id) => {
      squares[id] = squares[id]! + value * value;
      weights[id] = weights[id]! + (rate * value) / Math.sqrt(squares[id]!);
    });
  }
  const tables = new Map<string, Map<string, number>>();
  for (const { table, features } of examples) {
    const sums = tables.get(table) ?? new Map<string, number>();
    tables.set(table, sums);
    for (const feature of new Set(features.flat()))
      sums.set(feature, levels(table, feature).reduce((sum, id) => sum + weights[id]!, 0)); // prettier-ignore
  }
  return tables;
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
