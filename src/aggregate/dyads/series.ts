import { createHash } from "node:crypto";
import { bootstrapInterval } from "../../core/random.ts";
import type { DatePrecision } from "../../core/layers.ts";
import { fits, periodOf, type PeriodUnit } from "./period.ts";
import type { Sides } from "./sides.ts";
import type { DyadRow } from "./table.ts";

/** Where a piece of evidence comes from. */
export interface Provenance {
  readonly articleId: string;
  /** Near-duplicate group; the article itself when it stands alone. */
  readonly clusterId: string;
  readonly outlet?: string;
  /** Day of publication. */
  readonly published?: string;
  /** Day of the matter itself, with how exactly it is known. */
  readonly day?: string;
  readonly precision: DatePrecision;
}

export interface StanceEvidence extends Provenance {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly score: number;
  readonly label: string;
  readonly confidence: number;
  readonly byAuthor: boolean;
}

export interface EventEvidence extends Provenance {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly quadClass: number;
  readonly intensity: number;
}

interface Cell {
  readonly source: string;
  readonly target: string;
  readonly unit: PeriodUnit;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly stances: StanceEvidence[];
  readonly events: EventEvidence[];
}

/** Clusters that a comparison of two periods needs on each side. */
const leastClusters = 3;
const mostExamples = 5;

/** Dyad rows from evidence, in the order of their ids. `published` are the days of publication of all articles. */
export function dyadRows(
  stances: readonly StanceEvidence[],
  events: readonly EventEvidence[],
  published: readonly (string | undefined)[],
  units: readonly PeriodUnit[],
  sides: Sides,
): readonly DyadRow[] {
  const cells = new Map<string, Cell>();
  for (const unit of [...new Set(units)]) {
    for (const stance of stances) cellOf(cells, stance, unit)?.stances.push(stance);
    for (const event of events) cellOf(cells, event, unit)?.events.push(event);
  }
  const articles = corpusArticles(published, units);
  const ordered = [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
  // Cells of one pair and unit follow each other in the order of their periods: what was before is known in time.
  let series = "";
  let before: number[] = [];
  return ordered.map(([id, cell]) => {
    const name = `${cell.source}>${cell.target}:${cell.unit}`;
    if (name !== series) [series, before] = [name, []];
    const clusters = clusterScores(cell.stances);
    const reverse = cells.get(cellId(cell.target, cell.source, cell.unit, cell.start));
    const row = rowOf(id, cell, clusters, reverse, articles(cell), sides, before);
    before = [...before, ...clusters];
    return row;
  });
}

const cellId = (source: string, target: string, unit: PeriodUnit, start: string | undefined): string =>
  `${source}>${target}:${unit}${start === undefined ? "" : `:${start}`}`;

/** The cell that evidence belongs to; undefined when its day is not known well enough for the unit. */
function cellOf(
  cells: Map<string, Cell>,
  evidence: StanceEvidence | EventEvidence,
  unit: PeriodUnit,
): Cell | undefined {
  const { source, target, day, precision, published } = evidence;
  const known = unit === "all" ? undefined : day !== undefined && fits(precision, unit) ? day : published;
  if (unit !== "all" && known === undefined) return undefined;
  const period = unit === "all" || known === undefined ? undefined : periodOf(known, unit);
  const id = cellId(source, target, unit, period?.start);
  let cell = cells.get(id);
  if (cell === undefined) {
    cell = { source, target, unit, start: period?.start, end: period?.end, stances: [], events: [] };
    cells.set(id, cell);
  }
  return cell;
}

/** Articles published in a cell's period. */
function corpusArticles(
  published: readonly (string | undefined)[],
  units: readonly PeriodUnit[],
): (cell: Cell) => number {
  const counts = new Map<string, number>();
  for (const unit of units) {
    if (unit === "all") continue;
    for (const day of published) {
      if (day === undefined) continue;
      const key = `${unit}:${periodOf(day, unit).start}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return ({ unit, start }) =>
    unit === "all" ? published.length : (counts.get(`${unit}:${String(start)}`) ?? 0);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Sample standard deviation (n - 1). */
function deviation(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined;
  const center = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1));
}

/** One score a cluster: the mean of its stances, so that neither copies nor long articles weigh more. */
function clusterScores(stances: readonly StanceEvidence[]): readonly number[] {
  const byCluster = new Map<string, number[]>();
  for (const { clusterId, score } of stances) {
    const scores = byCluster.get(clusterId);
    if (scores === undefined) byCluster.set(clusterId, [score]);
    else scores.push(score);
  }
  return [...byCluster.values()].map(mean);
}

/** An event once a cluster: the same type on the same day between the same sides is told, not done, again. */
function oncePerCluster(events: readonly EventEvidence[]): readonly EventEvidence[] {
  const seen = new Map<string, EventEvidence>();
  for (const event of events) {
    const key = JSON.stringify([event.clusterId, event.type, event.day ?? null]);
    if (!seen.has(key)) seen.set(key, event);
  }
  return [...seen.values()];
}

/** The 95 % interval of the mean; seeded by what it is of, so it is the same in every run. */
function meanInterval(id: string, clusters: readonly number[]): readonly [number, number] | undefined {
  const seed = createHash("sha256").update(id).digest().readUInt32LE();
  return bootstrapInterval(clusters, mean, { seed });
}

function examples(stances: readonly StanceEvidence[]): readonly string[] {
  const strength = ({ score, confidence }: StanceEvidence): number => Math.abs(score) * confidence;
  const sorted = [...stances].sort((a, b) => strength(b) - strength(a) || (a.id < b.id ? -1 : 1));
  const clusters = new Set<string>();
  const isNew = sorted.map(
    ({ clusterId }) => !clusters.has(clusterId) && clusters.add(clusterId) !== undefined,
  );
  const first = sorted.filter((_, index) => isNew[index]);
  const rest = sorted.filter((_, index) => !isNew[index]);
  return [...first, ...rest].slice(0, mostExamples).map(({ id }) => id).sort(); // prettier-ignore
}

function change(
  id: string,
  before: readonly number[],
  clusters: readonly number[],
  interval: readonly [number, number] | undefined,
): Pick<DyadRow, "change_flag" | "change_from"> {
  if (before.length === 0) return {};
  const from = { change_from: round(mean(before)) };
  if (before.length < leastClusters || clusters.length < leastClusters) return from;
  const earlier = meanInterval(`${id}<`, before);
  if (interval === undefined || earlier === undefined) return from;
  return { change_flag: interval[1] < earlier[0] || earlier[1] < interval[0], ...from };
}

/** Four decimals: more than the scores hold. */
const round = (value: number): number => Math.round(value * 10_000) / 10_000 || 0;
const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : round(value);
const meanOf = (scores: readonly number[]): number | undefined =>
  scores.length === 0 ? undefined : mean(scores);

function rowOf(
  id: string,
  cell: Cell,
  clusters: readonly number[],
  reverse: Cell | undefined,
  corpus: number,
  sides: Sides,
  before: readonly number[],
): DyadRow {
  const { source, target, unit, start, end, stances } = cell;
  const events = oncePerCluster(cell.events);
  const all = [...stances, ...cell.events];
  const different = (of: (evidence: Provenance) => string | undefined): number =>
    new Set(all.map(of).filter((value) => value !== undefined)).size;
  const ofLabel = (wanted: string): number => stances.filter(({ label }) => label === wanted).length;
  const ofQuad = (quad: number): number => events.filter(({ quadClass }) => quadClass === quad).length;
  const by = (author: boolean): number | undefined =>
    rounded(meanOf(clusterScores(stances.filter(({ byAuthor }) => byAuthor === author))));
  const interval = meanInterval(id, clusters);
  const [from, to] = [sides.country(source), sides.country(target)];
  const row: { [K in keyof DyadRow]: DyadRow[K] | undefined } = {
    dyad_id: id,
    source_actor_id: source,
    target_actor_id: target,
    source_country_iso3: from?.iso3,
    target_country_iso3: to?.iso3,
    source_cow: from?.cow,
    target_cow: to?.cow,
    period_unit: unit,
    period_start: start,
    period_end: end,
    n_articles: different(({ articleId }) => articleId),
    n_clusters: different(({ clusterId }) => clusterId),
    n_outlets: different(({ outlet }) => outlet),
    n_stances: stances.length,
    n_positive: ofLabel("positive"),
    n_negative: ofLabel("negative"),
    n_neutral: ofLabel("neutral"),
    score_mean: rounded(meanOf(clusters)),
    score_median: clusters.length === 0 ? undefined : round(median(clusters)),
    score_sd: rounded(deviation(clusters)),
    score_low: rounded(interval?.[0]),
    score_high: rounded(interval?.[1]),
    score_from_quotes: by(false),
    score_from_author: by(true),
    reverse_score_mean: rounded(meanOf(clusterScores(reverse?.stances ?? []))),
    n_verbal_cooperation: ofQuad(1),
    n_material_cooperation: ofQuad(2),
    n_verbal_conflict: ofQuad(3),
    n_material_conflict: ofQuad(4),
    intensity_sum: round(events.reduce((sum, { intensity }) => sum + intensity, 0)),
    corpus_articles: corpus,
    ...(clusters.length === 0 ? {} : change(id, before, clusters, interval)),
    example_stance_ids: examples(stances),
  };
  return row as DyadRow;
}
