import { nerTypes, type Paragraph } from "../../src/core/layers.ts";
import { labelOf, outside } from "../../src/language/en/names/labels.ts";
import { compile } from "../../src/core/pipeline.ts";
import { stages } from "../../src/stages/index.ts";

const reading = compile({ stages: ["clean", "segment"] }, stages);

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

/** An article tokenized as at run time, with a label a token. */
export interface TrainingDocument {
  readonly record: GoldRecord;
  readonly tokens: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly sentences: readonly { readonly first: number; readonly last: number }[];
  readonly gold: Uint8Array;
}

/** Every line as a paragraph: the annotated sets hold no page furniture to mark. */
function lines(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    if (line.trim() !== "") found.push({ start, end, number: found.length + 1 });
    start = end + 1;
  }
  return found;
}

/** Reads the record as a run would; a token belongs to a name when the two overlap. */
export function trainingDocument(record: GoldRecord): TrainingDocument {
  const { id, text } = record;
  const { document } = reading.analyze({ id, text, language: "en", sourceFile: id }, ({ name }) =>
    name === "clean" ? { noise: [], paragraphs: lines(text) } : undefined,
  );
  const tokens = document.layers.tokens ?? [];
  const sentences = (document.layers.sentences ?? []).map(({ firstToken, lastToken }) => ({
    first: firstToken,
    last: lastToken,
  }));
  const broken = new Set(sentences.map(({ first }) => first));
  const gold = new Uint8Array(tokens.length).fill(outside);
  let at = 0;
  for (const { start, end, type } of record.entities) {
    const typeIndex = (nerTypes as readonly string[]).indexOf(type);
    if (typeIndex < 0) continue;
    while (at < tokens.length && tokens[at]!.end <= start) at++;
    const first = at;
    while (at < tokens.length && tokens[at]!.start < end) at++;
    // A name that the splitter cut in two teaches nothing.
    let whole = true;
    for (let i = first + 1; i < at; i++) if (broken.has(i)) whole = false;
    if (!whole) continue;
    for (let i = first; i < at; i++) gold[i] = labelOf(typeIndex, i - first, at - first);
  }
  return { record, tokens, sentences, gold };
}

/** The same article in capitals, or with every longer word capitalized, as headlines are. */
export function recased(document: TrainingDocument, style: "capitals" | "title"): TrainingDocument {
  const change = (word: string): string =>
    style === "capitals"
      ? word.toUpperCase()
      : word.length > 3
        ? word[0]!.toUpperCase() + word.slice(1)
        : word;
  return { ...document, tokens: document.tokens.map((token) => ({ ...token, text: change(token.text) })) };
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
