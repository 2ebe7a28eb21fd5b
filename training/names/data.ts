import { readFileSync } from "node:fs";
import { nerTypes } from "../../src/core/layers.ts";
import { labelOf, outside } from "../../src/language/en/names/labels.ts";
import { winkSentences } from "../../src/language/en/wink.ts";

export interface GoldEntity {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

export interface GoldRecord {
  readonly id: string;
  readonly text: string;
  readonly source?: string;
  readonly licence?: string;
  readonly entities: readonly GoldEntity[];
}

/** An article tokenised as at run time, with a label a token. */
export interface TrainingDocument {
  readonly source: string;
  readonly record: GoldRecord;
  readonly tokens: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly sentences: readonly { readonly first: number; readonly last: number }[];
  readonly gold: Uint8Array;
}

export const readRecords = (path: string): GoldRecord[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldRecord);

/** Splits the text line by line; a token belongs to a name when the two overlap. */
export function trainingDocument(record: GoldRecord, source: string): TrainingDocument {
  const tokens: { start: number; end: number; text: string }[] = [];
  const sentences: { first: number; last: number }[] = [];
  let offset = 0;
  for (const line of record.text.split("\n")) {
    for (const sentence of winkSentences(line, offset)) {
      sentences.push({ first: tokens.length, last: tokens.length + sentence.length });
      for (const { start, end, text } of sentence) tokens.push({ start, end, text });
    }
    offset += line.length + 1;
  }
  const gold = new Uint8Array(tokens.length).fill(outside);
  let at = 0;
  for (const { start, end, type } of record.entities) {
    const typeIndex = (nerTypes as readonly string[]).indexOf(type);
    if (typeIndex < 0) continue;
    while (at < tokens.length && tokens[at]!.end <= start) at++;
    const first = at;
    while (at < tokens.length && tokens[at]!.start < end) at++;
    const breaks = sentences.some((s) => s.first > first && s.first < at);
    if (breaks) continue;
    for (let i = first; i < at; i++) gold[i] = labelOf(typeIndex, i - first, at - first);
  }
  return { source, record, tokens, sentences, gold };
}

/** Joins records that are single sentences of one running text into articles of `size` sentences. */
export function joined(records: readonly GoldRecord[], size: number): GoldRecord[] {
  const articles: GoldRecord[] = [];
  for (let i = 0; i < records.length; i += size) {
    let text = "";
    const entities: GoldEntity[] = [];
    for (const record of records.slice(i, i + size)) {
      for (const { start, end, type } of record.entities)
        entities.push({ start: start + text.length, end: end + text.length, type });
      text += record.text + "\n";
    }
    articles.push({ id: records[i]!.id, text, entities });
  }
  return articles;
}
