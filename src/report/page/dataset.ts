import type { Bundle, BundleStance } from "../bundle.ts";
import { unpack, type Packed } from "../pack.ts";
import type { State } from "./state.ts";

/** Stances of one ordered pair of sides. */
export interface Dyad {
  readonly key: string;
  readonly source: number;
  readonly target: number;
  readonly stances: readonly BundleStance[];
  readonly mean: number;
}

export function readBundle(): Bundle {
  const packed = JSON.parse(document.getElementById("bundle")!.textContent!) as Record<string, unknown>;
  for (const table of ["actors", "articles", "stances", "events", "figures"])
    packed[table] = unpack(packed[table] as Packed);
  return packed as unknown as Bundle;
}

export function dyadKey(bundle: Bundle, source: number, target: number): string {
  return `${bundle.actors[source]!.id}-${bundle.actors[target]!.id}`;
}

/** The day a row is about: its own date, else its article's. */
export function rowDate(
  bundle: Bundle,
  row: { readonly date?: string; readonly article: number },
): string | undefined {
  return row.date ?? bundle.articles[row.article]!.date;
}

interface Filterable {
  readonly article: number;
  readonly date?: string;
  readonly modality?: string;
  readonly holder?: string;
}

/** Whether a row passes the filters; `sides` are those it is about. */
export function passes(bundle: Bundle, state: State, row: Filterable, sides: readonly number[]): boolean {
  const date = rowDate(bundle, row);
  if (state.from !== undefined && (date === undefined || date < state.from)) return false;
  if (state.to !== undefined && (date === undefined || date.slice(0, state.to.length) > state.to))
    return false;
  const { outlet } = bundle.articles[row.article]!;
  if (state.outlet !== undefined && (outlet === undefined || bundle.outlets[outlet] !== state.outlet))
    return false;
  if (state.actor !== undefined && !sides.some((side) => bundle.actors[side]!.id === state.actor))
    return false;
  if (row.holder !== undefined && state.holder !== undefined && row.holder !== state.holder) return false;
  const status = state.status ?? "asserted";
  return row.modality === undefined || status === "all" || row.modality === status;
}

export function filteredStances(bundle: Bundle, state: State): BundleStance[] {
  return bundle.stances.filter((stance) => passes(bundle, state, stance, [stance.from, stance.towards]));
}

/** Dyads of sides, those with most stances first. */
export function dyads(bundle: Bundle, stances: readonly BundleStance[]): Dyad[] {
  const groups = new Map<string, { source: number; target: number; stances: BundleStance[] }>();
  for (const stance of stances) {
    const { from: source, towards: target } = stance;
    if (source === target) continue;
    const key = dyadKey(bundle, source, target);
    const group = groups.get(key) ?? { source, target, stances: [] };
    group.stances.push(stance);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group, mean: mean(group.stances.map(({ score }) => score)) }))
    .sort((a, b) => b.stances.length - a.stances.length || (a.key < b.key ? -1 : 1));
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** 95 % interval of the mean, resampled by article so that one talkative article does not look certain. */
export function interval(
  stances: readonly BundleStance[],
  clusterOf: (stance: BundleStance) => string,
): readonly [number, number] {
  const clusters = [...groupBy(stances, clusterOf).values()].map((rows) => rows.map(({ score }) => score));
  if (clusters.length < 2)
    return [mean(stances.map(({ score }) => score)), mean(stances.map(({ score }) => score))];
  // A fixed linear congruential generator (Numerical Recipes): the same picture at every opening.
  let seed = 12345;
  const next = (): number => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const means = Array.from({ length: 400 }, () =>
    mean(
      Array.from({ length: clusters.length }, () => clusters[Math.floor(next() * clusters.length)]!).flat(),
    ),
  ).sort((a, b) => a - b);
  return [means[10]!, means[389]!];
}

export const signed = (score: number): string =>
  `${score > 0 ? "+" : score < 0 ? "−" : "±"}${Math.abs(score).toFixed(2)}`;

/** Sign classes used for color and symbol: never color alone. */
export function signOf(score: number): "positive" | "negative" | "neutral" {
  return score > 0.05 ? "positive" : score < -0.05 ? "negative" : "neutral";
}
