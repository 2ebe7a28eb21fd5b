import type { AnyRow, Cell } from "../core/table.ts";

/** A cell as text; "" where it is unknown. */
export const text = (cell: Cell): string => (cell === undefined ? "" : String(cell));

export const list = (cell: Cell): readonly string[] => (typeof cell === "object" ? cell : []);

/** `{ key: value }`, or nothing where the value is unknown. */
export function known<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

/** Numbers ids in the order they are first met. */
export interface Numbering {
  readonly ids: readonly string[];
  of(id: string): number;
}

export function numbering(): Numbering {
  const ids: string[] = [];
  const indices = new Map<string, number>();
  return {
    ids,
    of(id) {
      const index = indices.get(id) ?? ids.push(id) - 1;
      indices.set(id, index);
      return index;
    },
  };
}

/** What a row's sentence is called: article and sentence number. */
export const sentenceKey = (row: AnyRow): string =>
  `${text(row["article_id"])}:${text(row["sentence_number"])}`;
