/**
 * The one form of text the rest of the program knows: NFC, LF line breaks, no control or invisible characters, no
 * halves of surrogate pairs, nothing around it.
 */
export function normalizeText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[\0-\x08\x0e-\x1f\x7f]/g, " ")
    .normalize("NFC")
    .trim();
}

/** A field of one line: white space becomes single spaces. Undefined when nothing is left. */
export function normalizeLine(text: string | undefined): string | undefined {
  const line = text === undefined ? "" : normalizeText(text).replace(/\s+/g, " ").trim();
  return line === "" ? undefined : line;
}
