import { z } from "zod";
import { csvResource, loadResource } from "../../core/resource.ts";

/* Function words that join names and clauses, by what the flat reading asks of them. */

export const connectiveKinds = [
  /** "and", "as well as": between the names of a group. */
  "joins",
  /** What else may stand between them: "both", "the", a comma. */
  "lists",
  /** "and", "but": between clauses. */
  "clauses",
  /** Prepositions that word classes often miss: "including". */
  "prepositions",
  /** "as A": a name behind it may still be the subject. */
  "likeness",
  /** "unlike A": a name behind it is never the subject. */
  "contrast",
  /** "until", "after": no phrase runs on over it, and the subject of a clause may follow. */
  "times",
  /** "who", "to": a verb right behind is active. */
  "opens",
] as const;
export type ConnectiveKind = (typeof connectiveKinds)[number];

/** The words of each kind. */
export type Connectives = Readonly<Record<ConnectiveKind, ReadonlySet<string>>>;

export const connectives = csvResource({
  name: "en/connectives",
  summary: "Function words that join names and clauses.",
  file: "en/connectives.csv",
  row: z.object({ word: z.string().min(1), kind: z.enum(connectiveKinds), source: z.string().min(1) }),
  build(rows): Connectives {
    const byKind = Object.fromEntries(connectiveKinds.map((kind) => [kind, new Set<string>()]));
    for (const { word, kind } of rows) byKind[kind]!.add(word);
    return byKind as Record<ConnectiveKind, Set<string>>;
  },
});

let words: Connectives | undefined;

/** Whether a word is a connective of one of some kinds. */
export function isConnective(text: string, ...kinds: readonly ConnectiveKind[]): boolean {
  words ??= loadResource(connectives);
  const word = text.toLowerCase();
  return kinds.some((kind) => words![kind].has(word));
}
