import { DyadicError, errorText } from "../../core/problem.ts";

/** How forms become lemmas: learned from treebanks by `npm run train:lemmas`. */
export interface LemmaRules {
  /** Lemma by tag and form, where the endings would be wrong: `VBD went`. */
  readonly words: Readonly<Record<string, string>>;
  /** By tag, then by ending: how many characters to cut and what to add, `3y` for `cities`. The empty ending is there. */
  readonly endings: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Longest ending looked at. */
export const longestEnding = 6;

/** The dictionary form of a word with its Penn Treebank tag. */
export type Lemmatizer = (form: string, xpos: string) => string;

export function lemmatizer({ words, endings }: LemmaRules): Lemmatizer {
  const known = new Map(Object.entries(words));
  const tables = new Map(
    Object.entries(endings).map(([tag, table]) => [tag, new Map(Object.entries(table))] as const),
  );
  return (form, xpos) => {
    const plain = lemmaKey(form, xpos);
    const exact = known.get(`${xpos} ${plain}`);
    if (exact !== undefined) return exact;
    const table = tables.get(xpos);
    if (table === undefined) return plain;
    for (let length = Math.min(longestEnding, plain.length); length >= 0; length--) {
      const edit = table.get(plain.slice(plain.length - length));
      if (edit !== undefined) return applyEdit(plain, edit);
    }
    return plain;
  };
}

/** The form that is looked up: proper nouns as written, all else in lower case. */
export function lemmaKey(form: string, xpos: string): string {
  return xpos.startsWith("NNP") ? form : form.toLowerCase();
}

export function applyEdit(form: string, edit: string): string {
  const cut = Number.parseInt(edit, 10);
  return form.slice(0, Math.max(0, form.length - cut)) + edit.slice(String(cut).length);
}

/** Reads the file of rules. Throws DyadicError `model/damaged` when it is not one. */
export function decodeLemmas(bytes: Uint8Array, path: string): Lemmatizer {
  try {
    const { words, endings } = JSON.parse(Buffer.from(bytes).toString("utf8")) as LemmaRules;
    return lemmatizer({ words, endings });
  } catch (error) {
    throw new DyadicError([{
      code: "model/damaged", severity: "rejected", at: { file: path },
      message: `The file of lemma rules cannot be read: ${errorText(error)}`,
      hint: "Install dyadic again, or make the file with npm run train:lemmas.",
    }]); // prettier-ignore
  }
}
