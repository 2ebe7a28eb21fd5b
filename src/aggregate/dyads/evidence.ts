import type { Dataset } from "../../core/dataset.ts";
import type { DatePrecision } from "../../core/layers.ts";
import type { AnyRow } from "../../core/table.ts";
import type { EventEvidence, Provenance, StanceEvidence } from "./series.ts";
import type { Sides } from "./sides.ts";

/** What counts as evidence. */
export interface EvidenceRules {
  readonly modalities: readonly string[];
  readonly minimumConfidence: number;
  readonly sides: Sides;
}

interface ArticleFacts {
  readonly clusterId: string;
  readonly outlet: string | undefined;
  readonly published: string | undefined;
}

export interface Evidence {
  readonly stances: readonly StanceEvidence[];
  readonly events: readonly EventEvidence[];
  /** Day of publication of every article. */
  readonly published: readonly (string | undefined)[];
}

const text = (row: AnyRow, name: string): string | undefined => {
  const cell = row[name];
  return typeof cell === "string" && cell !== "" ? cell : undefined;
};

/** Reads the evidence out of the tables; `events` and `articles` rows are joined by id. Own side to own side is none. */
export async function readEvidence(dataset: Dataset, rules: EvidenceRules): Promise<Evidence> {
  const articles = new Map<string, ArticleFacts>();
  for await (const row of dataset.rows("articles")) {
    const id = String(row.article_id);
    articles.set(id, {
      clusterId: text(row, "cluster_id") ?? id,
      outlet: text(row, "outlet"),
      published: text(row, "published_precision") === "day" ? text(row, "published_date") : undefined,
    });
  }
  const provenance = (row: AnyRow, day: string | undefined, precision: string | undefined): Provenance => {
    const articleId = String(row.article_id);
    const { clusterId = articleId, outlet, published } = articles.get(articleId) ?? {};
    return {
      articleId, clusterId, precision: (precision ?? "unknown") as DatePrecision,
      ...(outlet === undefined ? {} : { outlet }),
      ...(published === undefined ? {} : { published }),
      ...(day === undefined ? {} : { day }),
    }; // prettier-ignore
  };
  const counts = (row: AnyRow): boolean =>
    rules.modalities.includes(String(row.modality)) &&
    row.negated !== true &&
    Number(row.confidence) >= rules.minimumConfidence;
  const pair = (row: Provenance, from: string, to: string) => {
    const day = row.day ?? row.published;
    const [source, target] = [rules.sides.sideOf(from, day), rules.sides.sideOf(to, day)];
    return source === target ? undefined : { source, target };
  };

  const stances: StanceEvidence[] = [];
  for await (const row of dataset.rows("stances")) {
    const [from, to] = [text(row, "source_actor_id"), text(row, "target_actor_id")];
    if (from === undefined || to === undefined || !counts(row)) continue;
    const where = provenance(row, text(row, "stance_date"), text(row, "stance_date_precision"));
    const sides = pair(where, from, to);
    if (sides === undefined) continue;
    stances.push({
      ...where, ...sides, id: String(row.stance_id), score: Number(row.score), label: String(row.label),
      confidence: Number(row.confidence), byAuthor: row.holder === "author",
    }); // prettier-ignore
  }
  const events: EventEvidence[] = [];
  for await (const row of dataset.rows("events")) {
    if (!counts(row)) continue;
    const where = provenance(row, text(row, "event_date"), text(row, "date_precision"));
    for (const sides of pairsOf(row, (from, to) => pair(where, from, to)))
      events.push({
        ...where, ...sides, type: String(row.event_type), quadClass: Number(row.quad_class),
        intensity: Number(row.intensity),
      }); // prettier-ignore
  }
  return { stances, events, published: [...articles.values()].map(({ published }) => published) };
}

/** The different pairs of sides in a compound event. */
function pairsOf<P extends { source: string; target: string }>(
  row: AnyRow,
  pair: (from: string, to: string) => P | undefined,
): Iterable<P> {
  const list = (name: string): readonly string[] => (Array.isArray(row[name]) ? (row[name] as string[]) : []);
  const pairs = new Map<string, P>();
  for (const from of list("source_actor_ids"))
    for (const to of list("target_actor_ids")) {
      const found = pair(from, to);
      if (found !== undefined) pairs.set(`${found.source}>${found.target}`, found);
    }
  return pairs.values();
}
