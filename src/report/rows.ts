import type { Dataset } from "../core/dataset.ts";
import type { AnyRow } from "../core/table.ts";
import type { BundleArticle, BundleEvent, BundleFigure, BundleReject, BundleStance } from "./bundle.ts";
import { known, list, sentenceKey, text, type Numbering } from "./cells.ts";

/** Rows that found room, each with the key of its sentence, and how many there were. */
export interface Kept<T> {
  readonly rows: readonly { readonly row: T; readonly sentence: string }[];
  readonly all: number;
}

/** The actor another one counts as on the dyads' level on a day: `aze.gov` as `aze`. */
export type SideOf = (actorId: string, day: string | undefined) => string;

export interface Numberings {
  readonly articles: Numbering;
  readonly actors: Numbering;
  readonly outlets: Numbering;
  readonly sideOf: SideOf;
}

/** Keeps the `limit` rows that weigh most, in the order they came. */
async function keep<T>(
  rows: AsyncIterable<AnyRow>,
  limit: number,
  read: (row: AnyRow) => T | undefined,
  weigh: (row: T) => number,
): Promise<Kept<T>> {
  const found: { row: T; sentence: string; weight: number; order: number }[] = [];
  let all = 0;
  const prune = (): void => {
    found.sort((a, b) => b.weight - a.weight || a.order - b.order);
    found.length = Math.min(found.length, limit);
  };
  for await (const record of rows) {
    const row = read(record);
    if (row === undefined) continue;
    found.push({ row, sentence: sentenceKey(record), weight: weigh(row), order: all++ });
    // Pruned now and then, so that a million rows do not stay in memory.
    if (found.length > 2 * limit + 1000) prune();
  }
  prune();
  found.sort((a, b) => a.order - b.order);
  return { rows: found, all };
}

export function readArticle(row: AnyRow, { articles, outlets }: Numberings): BundleArticle {
  const id = text(row["article_id"]);
  articles.of(id);
  return {
    id,
    title: text(row["title"] ?? row["source_id"] ?? row["source_file"] ?? id),
    ...known("outlet", row["outlet"] === undefined ? undefined : outlets.of(text(row["outlet"]))),
    ...known("date", row["published_date"]?.toString()),
    ...known("url", row["url"]?.toString()),
    ...known("cluster", row["cluster_id"]?.toString()),
  };
}

export function keepStances(dataset: Dataset, limit: number, { articles, actors, sideOf }: Numberings) {
  const read = (row: AnyRow): BundleStance | undefined => {
    const { source_actor_id: source, target_actor_id: target } = row;
    const day = row["stance_date"]?.toString();
    if (source === undefined || target === undefined) return undefined;
    return {
      id: text(row["stance_id"]),
      article: articles.of(text(row["article_id"])),
      sentence: Number(row["sentence_number"]),
      source: actors.of(text(source)),
      target: actors.of(text(target)),
      from: actors.of(sideOf(text(source), day)),
      towards: actors.of(sideOf(text(target), day)),
      score: Number(row["score"]),
      confidence: Number(row["confidence"]),
      channel: text(row["channel"]),
      holder: text(row["holder"]),
      modality: text(row["modality"]),
      ...known("date", day),
      ...known("cue", row["cue_text"]?.toString()),
    };
  };
  return keep(dataset.rows("stances"), limit, read, ({ score, confidence }) => Math.abs(score) * confidence);
}

export function keepEvents(dataset: Dataset, limit: number, { articles, actors, sideOf }: Numberings) {
  const read = (row: AnyRow): BundleEvent => {
    const sources = list(row["source_actor_ids"]);
    const targets = list(row["target_actor_ids"]);
    const day = row["event_date"]?.toString();
    return {
      id: text(row["event_id"]),
      article: articles.of(text(row["article_id"])),
      sources: sources.map((id) => actors.of(id)),
      targets: targets.map((id) => actors.of(id)),
      sides: [...sources, ...targets].map((id) => actors.of(sideOf(id, day))),
      type: text(row["event_type"]),
      intensity: Number(row["intensity"]) / 10,
      modality: text(row["modality"]),
      ...known("date", day),
      trigger: text(row["trigger_text"]),
    };
  };
  const weigh = ({ intensity, date }: BundleEvent): number =>
    Math.abs(intensity) + (date === undefined ? 0 : 1);
  return keep(dataset.rows("events"), limit, read, weigh);
}

/** `dayOf` gives the day of a row of `dates`. */
export function keepFigures(
  dataset: Dataset,
  limit: number,
  { articles, actors, sideOf }: Numberings,
  dayOf: ReadonlyMap<string, string>,
) {
  const read = (row: AnyRow): BundleFigure => {
    const actor = row["actor_id"]?.toString();
    const day = dayOf.get(text(row["date_id"]));
    return {
      id: text(row["figure_id"]),
      article: articles.of(text(row["article_id"])),
      text: text(row["text"]),
      ...known("value", row["value"] as number | undefined),
      ...known("low", row["value_low"] as number | undefined),
      ...known("high", row["value_high"] as number | undefined),
      comparator: text(row["comparator"]),
      kind: text(row["kind"]),
      of: text(row["counted_text"] ?? row["currency"] ?? row["unit"]),
      category: text(row["category"]),
      ...known("actor", actor === undefined ? undefined : actors.of(actor)),
      ...known("side", actor === undefined ? undefined : actors.of(sideOf(actor, day))),
      ...known("date", day),
    };
  };
  return keep(dataset.rows("figures"), limit, read, ({ category }) => (category === "none" ? 0 : 1));
}

/** Rejects by code, the most frequent first. */
export async function groupRejects(rows: AsyncIterable<AnyRow>): Promise<BundleReject[]> {
  const groups = new Map<string, BundleReject>();
  for await (const row of rows) {
    const code = text(row["reason_code"]);
    const { count = 0, message = text(row["message"]) } = groups.get(code) ?? {};
    groups.set(code, { code, severity: text(row["severity"]), count: count + 1, message });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
