import type { Dataset } from "../core/dataset.ts";
import type { Bundle, BundleActor, BundleArticle } from "./bundle.ts";
import { known, numbering, text } from "./cells.ts";
import type { ReportLimits } from "./limits.ts";
import {
  groupRejects,
  keepEvents,
  keepFigures,
  keepStances,
  readArticle,
  type Kept,
  type SideOf,
} from "./rows.ts";
import { readMarks, readSentences } from "./texts.ts";

/** Reads a dataset into what the page needs. The page filters before it counts, so it is given rows, not aggregates. */
export async function collectBundle(
  dataset: Dataset,
  about: Bundle["dataset"],
  sideOf: SideOf,
  limits: ReportLimits,
): Promise<Bundle> {
  const numberings = { articles: numbering(), actors: numbering(), outlets: numbering(), sideOf };
  const articles: BundleArticle[] = [];
  const lengths: number[] = [];
  for await (const row of dataset.rows("articles")) {
    articles.push(readArticle(row, numberings));
    lengths.push(Number(row["n_chars"]));
  }
  const days = new Map<string, string>();
  for await (const row of dataset.rows("dates"))
    if (row["start_date"] !== undefined) days.set(text(row["date_id"]), text(row["start_date"]));
  const stances = await keepStances(dataset, limits.stances, numberings);
  const events = await keepEvents(dataset, limits.events, numberings);
  const figures = await keepFigures(dataset, limits.figures, numberings, days);

  const perArticle = new Map<number, number>();
  for (const { row } of stances.rows) perArticle.set(row.article, (perArticle.get(row.article) ?? 0) + 1);
  const chosen = chooseTexts(articles, lengths, perArticle, limits.texts);
  const wanted = new Set([...stances.rows, ...events.rows, ...figures.rows].map(({ sentence }) => sentence));
  const { sentences, texts } = await readSentences(dataset, chosen, wanted);
  const marks = await readMarks(dataset, chosen);

  const evidence = evidenceOf(sentences, limits.evidence);
  const withEvidence = <T extends object>({ rows }: Kept<T>): readonly T[] =>
    rows.map(({ row, sentence }) => ({ ...row, ...known("evidence", evidence.take(sentence)) }));
  const bundle = {
    dataset: about,
    rejects: await groupRejects(dataset.rows("rejects")),
    outlets: numberings.outlets.ids,
    articles: articles.map((article): BundleArticle => {
      const body = texts.get(article.id);
      return body === undefined ? article : { ...article, text: body, marks: marks.get(article.id) ?? [] };
    }),
    stances: withEvidence(stances),
    events: withEvidence(events),
    figures: withEvidence(figures),
  };
  return {
    ...bundle,
    actors: await readActors(dataset, numberings.actors),
    omissions: [
      ...omission("stances", stances),
      ...omission("events", events),
      ...omission("figures", figures),
      ...(chosen.size < articles.length
        ? [`Texts of ${chosen.size} of ${articles.length} articles are included: those with most stances.`]
        : []),
      ...(evidence.full() ? ["Some evidence sentences were left out to keep this file small."] : []),
    ],
  };
}

function omission(table: string, { rows, all }: Kept<unknown>): readonly string[] {
  if (rows.length === all) return [];
  return [`This page shows the ${rows.length} weightiest of ${all} ${table}; ${table}.csv has all.`];
}

/** Ids of the articles with most stances whose texts fit into `room` characters. */
function chooseTexts(
  articles: readonly BundleArticle[],
  lengths: readonly number[],
  stances: ReadonlyMap<number, number>,
  room: number,
): ReadonlySet<string> {
  const order = articles.map((_, index) => index);
  order.sort((a, b) => (stances.get(b) ?? 0) - (stances.get(a) ?? 0) || a - b);
  const chosen = new Set<string>();
  let used = 0;
  for (const index of order) {
    used += lengths[index]!;
    if (used > room) break;
    chosen.add(articles[index]!.id);
  }
  return chosen;
}

/** Hands out sentences until `room` characters are spent. */
function evidenceOf(sentences: ReadonlyMap<string, string>, room: number) {
  let left = room;
  let refused = false;
  return {
    full: () => refused,
    take(key: string): string | undefined {
      const sentence = sentences.get(key);
      if (sentence === undefined) return undefined;
      left -= sentence.length;
      if (left >= 0) return sentence;
      refused = true;
      return undefined;
    },
  };
}

/** Actors in the order of their numbers. */
async function readActors(
  dataset: Dataset,
  actors: ReturnType<typeof numbering>,
): Promise<readonly BundleActor[]> {
  const found = new Map<string, { readonly name: string; readonly type: string }>();
  for await (const row of dataset.rows("actors"))
    found.set(text(row["actor_id"]), { name: text(row["name"]), type: text(row["actor_type"]) });
  return actors.ids.map((id) => ({
    id,
    name: found.get(id)?.name ?? id,
    type: found.get(id)?.type ?? "other",
  }));
}
