import type { TreebankSentence } from "../../src/evaluate/conllu.ts";
import { verbForms } from "../../src/language/en/inflect.ts";
import {
  applyEdit,
  lemmaKey,
  lemmatizer,
  longestEnding,
  type LemmaRules,
} from "../../src/language/en/lemma.ts";

/** Verbs whose forms are learned beside those of the treebank, in which many a verb of the trade stands once or never. */
export interface KnownVerbs {
  /** Their forms have the first word: treebanks have misprints. */
  readonly irregular: readonly string[];
  /** Their forms count where the treebank has none. */
  readonly regular: readonly string[];
}

/** Learns endings and exceptions from lemmas. A rule must hold for two words; a single one is a word. */
export function trainLemmas(
  sentences: readonly TreebankSentence[],
  verbs: KnownVerbs = { irregular: [], regular: [] },
): LemmaRules {
  const seen = majorityLemmas(sentences);
  const inBase = seen
    .filter(({ tag, form, lemma }) => tag === "VB" && form === lemma)
    .map(({ lemma }) => lemma);
  const isWord = (verb: string): boolean => /^[a-z]{3,}$/.test(verb);
  const lemmas = [
    ...new Map(
      [
        ...[...inBase, ...verbs.regular].filter(isWord).flatMap(inflected),
        ...seen,
        ...verbs.irregular.flatMap(inflected),
      ].map((entry) => [`${entry.tag} ${entry.form}`, entry]),
    ).values(),
  ].sort(byTagAndForm);
  const endings: Record<string, Record<string, string>> = {};
  for (const tag of [...new Set(lemmas.map(({ tag }) => tag))].sort())
    endings[tag] = endingRules(lemmas.filter((entry) => entry.tag === tag));
  const byRule = lemmatizer({ words: {}, endings });
  const words = lemmas
    .filter(({ tag, form, lemma }) => byRule(form, tag) !== lemma)
    .map(({ tag, form, lemma }) => [`${tag} ${form}`, lemma] as const);
  return { words: Object.fromEntries(words), endings };
}

interface Entry {
  readonly tag: string;
  readonly form: string;
  readonly lemma: string;
}

/** The most frequent lemma of each tag and form, sorted. */
function majorityLemmas(sentences: readonly TreebankSentence[]): Entry[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { words } of sentences)
    for (const { form, xpos, lemma, relation } of words) {
      // Misspelled and split words carry the lemma of what was meant.
      if (relation === "goeswith" || lemma === "_") continue;
      const key = `${xpos} ${lemmaKey(form, xpos)}`;
      const lemmasOf = counts.get(key) ?? new Map<string, number>();
      lemmasOf.set(lemma, (lemmasOf.get(lemma) ?? 0) + 1);
      counts.set(key, lemmasOf);
    }
  return [...counts]
    .map(([key, lemmasOf]) => {
      const [tag = "", form = ""] = key.split(" ");
      return { tag, form, lemma: mostFrequent(lemmasOf) };
    })
    .sort(byTagAndForm);
}

function byTagAndForm(a: Entry, b: Entry): number {
  return a.tag + " " + a.form < b.tag + " " + b.form ? -1 : 1;
}

/** The forms of a verb but its base, by tag; where two spellings are possible, as in `barred` and `bared`, both. */
function inflected(lemma: string): readonly Entry[] {
  return verbForms(lemma)
    .filter((form) => form !== lemma)
    .flatMap((form) =>
      (form.endsWith("ing") ? ["VBG"] : form.endsWith("s") ? ["VBZ"] : ["VBD", "VBN"]).map((tag) => ({
        tag,
        form,
        lemma,
      })),
    );
}

/** By ending, shortest first: the edit most words of it take, where a shorter ending does not say the same already. */
function endingRules(entries: readonly Entry[]): Record<string, string> {
  const rules = new Map<string, string>();
  for (let length = 0; length <= longestEnding; length++) {
    const edits = new Map<string, Map<string, number>>();
    for (const { form, lemma } of entries) {
      if (form.length < length) continue;
      const ending = form.slice(form.length - length);
      const counts = edits.get(ending) ?? new Map<string, number>();
      const edit = editOf(form, lemma);
      counts.set(edit, (counts.get(edit) ?? 0) + 1);
      edits.set(ending, counts);
    }
    for (const [ending, counts] of [...edits].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const edit = mostFrequent(counts);
      const shorter = longestRule(rules, ending);
      if (edit !== shorter && (length === 0 || (counts.get(edit)! >= 2 && counts.get(edit)! > (counts.get(shorter!) ?? 0))))
        rules.set(ending, edit);
    }
  } // prettier-ignore
  return Object.fromEntries(rules);
}

function longestRule(rules: ReadonlyMap<string, string>, ending: string): string | undefined {
  for (let from = 0; from <= ending.length; from++) {
    const edit = rules.get(ending.slice(from));
    if (edit !== undefined) return edit;
  }
  return undefined;
}

function editOf(form: string, lemma: string): string {
  let shared = 0;
  while (shared < form.length && form[shared] === lemma[shared]) shared++;
  // A digit in what is added would be read as part of the number.
  const edit = `${String(form.length - shared)}${lemma.slice(shared)}`;
  return applyEdit(form, edit) === lemma ? edit : "0";
}

/** The first in code unit order of equals. */
function mostFrequent(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0];
}
