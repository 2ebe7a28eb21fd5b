/*
 * How a written name becomes the key it is looked up by: diacritics and dots fall away ("U.S." is "US", "Türkiye" is
 * "Turkiye"), hyphens and slashes part words ("Tel-Aviv" is "Tel Aviv"), capitals stay ("US" is not "us").
 */

/** Letters that Unicode does not take apart into a base letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  ı: "i", ł: "l", Ł: "L", ø: "o", Ø: "O", đ: "d", Đ: "D", ð: "d", þ: "th", Þ: "Th", ß: "ss", æ: "ae", Æ: "Ae",
  œ: "oe", Œ: "Oe", ə: "a", Ə: "A", ʻ: "", ʼ: "", "ʿ": "", "ʾ": "",
}; // prettier-ignore

const plainWord = /^[A-Za-z0-9]+$/;
const plainWords = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** The words of a piece of text as they stand in keys; none for a hyphen or a dot. */
export function keyWords(text: string): readonly string[] {
  if (plainWord.test(text)) return [text];
  if (plainWords.test(text)) return text.split(" ");
  const folded = text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[ıłŁøØđĐðþÞßæÆœŒəƏʻʼʿʾ]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’‘`]s?(?![\p{L}\p{N}])/gu, (match) => (match.length > 1 ? " s" : ""))
    .replace(/['’‘`.]/g, "")
    .replace(/,/g, " , ");
  return folded.split(/[\s\-‐‑–—/()“”"]+/).filter((word) => word !== "");
}

export function nameKey(text: string): string {
  return keyWords(text).join(" ");
}

/** A name as part of an id: lower-case ASCII words joined by underscores; letters of other scripts stay as they are. */
export function nameSlug(text: string): string {
  return nameKey(text)
    .toLowerCase()
    .split(" ")
    .map((word) => word.replace(/[^\p{L}\p{N}]+/gu, ""))
    .filter((word) => word !== "")
    .join("_");
}

const generation = /^(?:Jr|Sr|II|III|IV)$/;

/**
 * The parts of a full name that stand for the person alone: one to three last words ("Lula da Silva", "al Burhan"),
 * and for names that begin with the family the first word ("Xi").
 */
export function surnameForms(words: readonly string[], familyFirst: boolean): readonly string[] {
  const own = words.length > 2 && generation.test(words.at(-1)!) ? words.slice(0, -1) : words;
  const forms: string[] = [];
  for (let count = 1; count <= 3 && count < own.length; count++) forms.push(own.slice(-count).join(" "));
  if (familyFirst && own.length > 1) forms.push(own[0]!);
  return forms;
}
