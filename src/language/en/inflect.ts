import { z } from "zod";
import { csvResource, loadResource } from "../../core/resource.ts";

export const irregularVerbs = csvResource({
  name: "en/irregular-verbs",
  summary: "Past tense and participle of verbs that do not take -ed.",
  file: "en/irregular-verbs.csv",
  row: z.object({
    lemma: z.string().min(1),
    past: z.string().min(1),
    participle: z.string().min(1),
    source: z.string().min(1),
  }),
  build: (rows): ReadonlyMap<string, readonly string[]> =>
    new Map(rows.map(({ lemma, past, participle }) => [lemma, [past, participle]])),
});

let irregular: ReadonlyMap<string, readonly string[]> | undefined;

/** All forms of a verb, itself first. Both spellings where the last consonant may or may not be doubled. */
export function verbForms(lemma: string): readonly string[] {
  irregular ??= loadResource(irregularVerbs);
  const stem = lemma.endsWith("e")
    ? lemma.slice(0, -1)
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}i`
      : lemma;
  const third = stem.endsWith("i")
    ? `${stem}es`
    : /(s|x|z|ch|sh|o)$/.test(lemma)
      ? `${lemma}es`
      : `${lemma}s`;
  const present = lemma.endsWith("ie") ? `${lemma.slice(0, -2)}y` : /[^eoy]e$/.test(lemma) ? stem : lemma;
  const doubled = /[^aeiou][aeiou][bdglmnprt]$/.test(lemma) ? [lemma + lemma.at(-1)!] : [];
  const past = irregular.get(lemma) ?? [`${stem}ed`, ...doubled.map((base) => `${base}ed`)];
  return [...new Set([lemma, third, ...past, `${present}ing`, ...doubled.map((base) => `${base}ing`)])];
}
