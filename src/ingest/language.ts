import { z } from "zod";
import { csvResource, loadResource } from "../core/resource.ts";

/** Characters looked at; more changes nothing and costs time. */
const sampleLength = 1000;

/** Shorter texts in Latin letters are not judged: a tenth of those of a few words was taken for another language. */
const leastLength = 40;

/** What another language must be ahead of English by; English sentences full of foreign names come within .06. */
const leastLead = 0.1;

/** ISO 639-1 of the text's language; undefined when it is too short or too mixed to tell. */
export async function detectLanguage(text: string): Promise<string | undefined> {
  const sample = text.slice(0, sampleLength);
  if (sample.length < leastLength && /\p{Script=Latin}/u.test(sample)) return undefined;
  if (isPlainEnglish(sample)) return "en";
  // The detector takes 70 MB to load: for a corpus that is all English it is not needed.
  const { eld } = await import("eld/extrasmall");
  const result = eld.detect(sample);
  const { language } = result;
  if (language === "" || !result.isReliable()) return undefined;
  const scores = result.getScores();
  const lead = (scores[language] ?? 0) - (scores["en"] ?? 0);
  return language === "en" || lead >= leastLead ? language : undefined;
}

export const plainWords = csvResource({
  name: "en/plain-words",
  summary: "Small words that tell English text at a glance.",
  file: "en/plain-words.csv",
  row: z.strictObject({ word: z.string().regex(/^[a-z]+$/), source: z.string().min(1) }),
  build: (rows): ReadonlySet<string> => new Set(rows.map(({ word }) => word)),
});

/**
 * What makes a text English beyond doubt. English news has 11 to 30 of a hundred words from the list, other languages
 * no more than 6, even where they quote English ones; those are few and always the same.
 */
const plain = { words: 20, share: 0.1, different: 6 };

function isPlainEnglish(sample: string): boolean {
  const known = loadResource(plainWords);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const found = words.filter((word) => known.has(word));
  return (
    words.length >= plain.words &&
    found.length >= plain.share * words.length &&
    new Set(found).size >= plain.different
  );
}

const names = new Intl.DisplayNames(["en"], { type: "language" });

/** English name of a language: "Russian". */
export function languageName(code: string): string {
  return names.of(code) ?? code;
}
