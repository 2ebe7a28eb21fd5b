import type { Dataset } from "../core/dataset.ts";
import type { AnyRow } from "../core/table.ts";

/** A strong dyad with one sentence that shows it. */
export interface Highlight {
  readonly source: string;
  readonly target: string;
  readonly score: number;
  readonly stances: number;
  readonly clusters: number;
  readonly stanceId: string;
  /** Absent where text of the articles is left out. */
  readonly evidence?: string;
}

/** Strength of a dyad before its stances are looked at: its mean score, by the root of the reports and of what they say. */
const strength = (row: AnyRow): number =>
  Math.abs(Number(row.score_mean ?? 0)) * Math.sqrt(Number(row.n_clusters) * Number(row.n_stances));

/** Dyads whose stances are looked at for one that is shown. */
const candidates = 20;
/** A dyad whose evidence is more likely wrong than right is not shown, however strong it would be. */
const leastSureness = 0.5;

/**
 * The strongest dyads over the whole corpus, strongest first: those with the most, surest and least mixed evidence.
 * Empty for a run without dyads.
 */
export async function strongestDyads(dataset: Dataset, count: number): Promise<readonly Highlight[]> {
  let strong: AnyRow[] = [];
  for await (const row of dataset.rows("dyads")) {
    if (row.period_unit !== "all" || row.score_mean === undefined) continue;
    strong.push(row);
    // The sort is stable and rows come by key, so equals stay in the order of their ids.
    if (strong.length > 2 * candidates * count) strong = strongest(strong, strength, candidates * count);
  }
  const stances = await pick(dataset, "stances", "stance_id", strong.flatMap((row) => row.example_stance_ids ?? [])); // prettier-ignore
  const examplesOf = (row: AnyRow): readonly AnyRow[] =>
    [row.example_stance_ids ?? []]
      .flat()
      .map((id) => stances.get(String(id)))
      .filter((stance) => stance !== undefined);
  const sureness = (row: AnyRow): number => {
    const examples = examplesOf(row);
    return (
      examples.reduce((sum, { confidence }) => sum + Number(confidence), 0) / Math.max(1, examples.length)
    );
  };
  const sure = strong.filter((row) => sureness(row) >= leastSureness);
  // Squared: of two dyads the surer comes first although it is the weaker by some.
  const best = strongest(sure, (row) => strength(row) * sureness(row) ** 2, count);
  const names = await pick(dataset, "actors", "actor_id", best.flatMap((row) => [row.source_actor_id, row.target_actor_id])); // prettier-ignore
  const nameOf = (id: unknown): string => String(names.get(String(id))?.name ?? id);
  return best.flatMap((row): Highlight[] => {
    const shown = strongest(examplesOf(row), (stance) => evidenceRank(stance, row), 1)[0];
    if (shown === undefined) return [];
    return [{
      source: nameOf(row.source_actor_id), target: nameOf(row.target_actor_id), score: Number(row.score_mean),
      stances: Number(row.n_stances), clusters: Number(row.n_clusters), stanceId: String(shown.stance_id),
      ...(shown.evidence_text === undefined ? {} : { evidence: String(shown.evidence_text) }),
    }]; // prettier-ignore
  });
}

/** The surest stance of the dyad's own sign speaks for it. */
const evidenceRank = (stance: AnyRow, dyad: AnyRow): number =>
  Math.sign(Number(dyad.score_mean)) * Number(stance.score) * Number(stance.confidence);

const strongest = (rows: readonly AnyRow[], rank: (row: AnyRow) => number, count: number): AnyRow[] =>
  [...rows].sort((a, b) => rank(b) - rank(a)).slice(0, count);

/** Rows of a table by id, for the ids that are wanted. */
async function pick(
  dataset: Dataset,
  table: string,
  key: string,
  ids: readonly unknown[],
): Promise<ReadonlyMap<string, AnyRow>> {
  const wanted = new Set(ids.map(String));
  const rows = new Map<string, AnyRow>();
  if (wanted.size === 0) return rows;
  for await (const row of dataset.rows(table))
    if (wanted.has(String(row[key]))) rows.set(String(row[key]), row);
  return rows;
}
