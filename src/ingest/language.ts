import { eld } from "eld/extrasmall";

/** Characters looked at; more changes nothing and costs time. */
const sampleLength = 3000;

/** ISO 639-1 of the text's language; undefined when it is too short or too mixed to tell. */
export function detectLanguage(text: string): string | undefined {
  const result = eld.detect(text.slice(0, sampleLength));
  return result.language !== "" && result.isReliable() ? result.language : undefined;
}

const names = new Intl.DisplayNames(["en"], { type: "language" });

/** English name of a language: "Russian". */
export function languageName(code: string): string {
  return names.of(code) ?? code;
}
