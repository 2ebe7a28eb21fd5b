import { keyWords } from "./keys.ts";
import type { OrganisationWordRow } from "./resources.ts";

/** What a word of its name makes an organization: "Bank", "University", "Inc." */
export interface Kind {
  readonly actorType: string;
  readonly plover: string;
}

/** Reads the names of organizations that no registry knows. */
export interface OrganisationWords {
  /** The kind that a name tells; its last words count most. */
  kindOf(name: string): Kind | undefined;
  /** The words of a key without the legal form at their end: "Upjohn Co." is Upjohn. */
  withoutLegalForm(words: readonly string[]): readonly string[];
}

export function organisationWords(rows: readonly OrganisationWordRow[]): OrganisationWords {
  const byWord = new Map(rows.map((row) => [row.word, row]));
  const row = (word: string | undefined): OrganisationWordRow | undefined => byWord.get(word?.toLowerCase() ?? "");
  return {
    kindOf(name) {
      const words = keyWords(name);
      for (let at = words.length - 1; at >= 0; at--) {
        const found = row(words[at]);
        if (found !== undefined && (found.at === "any" || at === words.length - 1))
          return { actorType: found.actor_type, plover: found.plover };
      }
      return undefined;
    },
    withoutLegalForm(words) {
      let { length } = words;
      while (length > 1 && row(words[length - 1])?.legal === "yes") length--;
      return length === words.length ? words : words.slice(0, length);
    },
  };
} // prettier-ignore
