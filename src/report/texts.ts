import type { Dataset } from "../core/dataset.ts";
import type { AnyRow } from "../core/table.ts";
import type { BundleMark, MarkKind } from "./bundle.ts";
import { text } from "./cells.ts";

/** Tables with spans over the text, and how a span of theirs is marked. */
const markedTables: readonly {
  readonly table: string;
  readonly kind: MarkKind;
  readonly id: string;
  /** Prefix of the span's columns. */
  readonly span: readonly string[];
  readonly note: (row: AnyRow) => string;
}[] = [
  {
    table: "mentions", kind: "mention", id: "mention_id", span: [""],
    note: (row) => `${text(row["actor_id"]) || "unresolved"} (${text(row["mention_type"])}, ${text(row["link_method"])})`,
  },
  {
    table: "dates", kind: "date", id: "date_id", span: [""],
    note: (row) => `${text(row["date_type"])} ${text(row["value"])}, from ${text(row["start_date"]) || "?"} to ${text(row["end_date"]) || "?"}`,
  },
  {
    table: "figures", kind: "figure", id: "figure_id", span: [""],
    note: (row) => `${text(row["kind"])}: ${text(row["comparator"])} ${text(row["value"] ?? row["value_low"])} ${text(row["counted_text"] ?? row["currency"] ?? row["unit"])}`,
  },
  {
    table: "quotes", kind: "quote", id: "quote_id", span: [""],
    note: (row) => `${text(row["quote_type"])} quotation, ${text(row["speaker_text"]) || "speaker unknown"}`,
  },
  {
    table: "events", kind: "stance", id: "event_id", span: ["trigger_"],
    note: (row) => `event ${text(row["event_type"])}, ${text(row["modality"])}`,
  },
  {
    table: "stances", kind: "stance", id: "stance_id", span: ["cue_", "evidence_"],
    note: (row) => `${text(row["source_actor_id"])} → ${text(row["target_actor_id"])}: ${text(row["score"])}, ${text(row["modality"])}`,
  },
]; // prettier-ignore

/** Marks of the chosen articles by article id. */
export async function readMarks(
  dataset: Dataset,
  chosen: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly BundleMark[]>> {
  const marks = new Map<string, BundleMark[]>();
  for (const { table, kind, id, span, note } of markedTables)
    for await (const row of dataset.rows(table)) {
      const article = text(row["article_id"]);
      if (!chosen.has(article)) continue;
      const prefix = span.find((candidate) => row[`${candidate}start`] !== undefined);
      if (prefix === undefined) continue;
      const all = marks.get(article) ?? [];
      all.push([kind, Number(row[`${prefix}start`]), Number(row[`${prefix}end`]), text(row[id]), note(row)]);
      marks.set(article, all);
    }
  return marks;
}

/** Sentences by key where `wanted`, and the texts of the chosen articles put together from theirs. */
export async function readSentences(
  dataset: Dataset,
  chosen: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
): Promise<{ readonly sentences: ReadonlyMap<string, string>; readonly texts: ReadonlyMap<string, string> }> {
  const sentences = new Map<string, string>();
  const texts = new Map<string, string>();
  const paragraphs = new Map<string, number>();
  for await (const row of dataset.rows("sentences")) {
    const sentence = row["text"];
    if (sentence === undefined) continue;
    const article = text(row["article_id"]);
    const key = `${article}:${text(row["sentence_number"])}`;
    if (wanted.has(key)) sentences.set(key, String(sentence));
    if (!chosen.has(article)) continue;
    // What lies between sentences (spaces, noise) is padded, so that the offsets of the marks stay right.
    const before = texts.get(article) ?? "";
    const paragraph = Number(row["paragraph_number"]);
    const gap = Math.max(0, Number(row["start"]) - before.length);
    const breaks = gap > 0 && before !== "" && paragraph !== paragraphs.get(article);
    texts.set(article, before + (breaks ? "\n" + " ".repeat(gap - 1) : " ".repeat(gap)) + String(sentence));
    paragraphs.set(article, paragraph);
  }
  return { sentences, texts };
}
