import { eld } from "eld/extrasmall";

/** Characters looked at; more changes nothing and costs time. */
const sampleLength = 3000;

/** Shorter texts in Latin letters are not judged: a tenth of those of a few words was taken for another language. */
const leastLength = 40;

/** What another language must be ahead of English by; English sentences full of foreign names come within .06. */
const leastLead = 0.1;

/** ISO 639-1 of the text's language; undefined when it is too short or too mixed to tell. */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, sampleLength);
  if (sample.length < leastLength && /\p{Script=Latin}/u.test(sample)) return undefined;
  const result = eld.detect(sample);
  const { language } = result;
  if (language === "" || !result.isReliable()) return undefined;
  const scores = result.getScores();
  const lead = (scores[language] ?? 0) - (scores["en"] ?? 0);
  return language === "en" || lead >= leastLead ? language : undefined;
}

const names = new Intl.DisplayNames(["en"], { type: "language" });

/** English name of a language: "Russian". */
export function languageName(code: string): string {
  return names.of(code) ?? code;
}
