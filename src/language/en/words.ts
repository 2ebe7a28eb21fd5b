import type { HashTable } from "./names/table.ts";
import { hashSlice, hashText, mix } from "../model/hash.ts";

/** A word form as the models see it: hashes of its parts, made once a form. */
export interface Word {
  /** The form as written, quotes and dashes made plain. */
  readonly form: number;
  /** In lower case, digits as 0. */
  readonly lower: number;
  /** Last one to five characters of the lower form. */
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly suffix5: number;
  /** First one to four. */
  readonly prefix1: number;
  readonly prefix2: number;
  readonly prefix3: number;
  readonly prefix4: number;
  /** Kinds of characters, runs shortened to two: `Xxx`, `d.d`, `X.X.`. */
  readonly shape: number;
  /** Has capitals only, and at least two. */
  readonly capitals: boolean;
  /** Has a small letter. */
  readonly small: boolean;
  /** Word-vector clusters of the lower form, fine and coarse; -1 when it has none or none were given. */
  readonly fine: number;
  readonly coarse: number;
}

/** Longer forms are cut: nobody knows such a word, and hashing must not depend on their length. */
const longest = 60;

const plain: Readonly<Record<string, string>> = {
  "‘": "'", "’": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
  "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "…": "...", "\u00ad": "",
}; // prettier-ignore
const fancy = /[‘’‛`´“”„«»–—−‐‑…\u00ad]/g;

export function readWord(text: string, clusters?: HashTable): Word {
  const form = text.slice(0, longest).replace(fancy, (character) => plain[character]!);
  const small = form.toLowerCase();
  const lower = small.replace(/[0-9]/g, "0");
  const cluster = clusters?.find(hashText(small)) ?? -1;
  const n = lower.length;
  const suffix = (length: number): number => hashSlice(lower, Math.max(0, n - length), n);
  const prefix = (length: number): number => hashSlice(lower, 0, Math.min(n, length));
  return {
    form: hashText(form),
    lower: hashText(lower),
    suffix1: suffix(1),
    suffix2: suffix(2),
    suffix3: suffix(3),
    suffix4: suffix(4),
    suffix5: suffix(5),
    prefix1: prefix(1),
    prefix2: prefix(2),
    prefix3: prefix(3),
    prefix4: prefix(4),
    shape: shapeOf(form),
    capitals: form.length > 1 && form === form.toUpperCase() && form !== form.toLowerCase(),
    small: form !== form.toUpperCase(),
    fine: cluster < 0 ? -1 : cluster & 0xffff,
    coarse: cluster < 0 ? -1 : cluster >>> 16,
  };
}

function shapeOf(form: string): number {
  let hash = 0;
  let previous = 0;
  let run = 0;
  for (let i = 0; i < form.length; i++) {
    const kind = characterKind(form, i);
    run = kind === previous ? run + 1 : 1;
    previous = kind;
    if (run <= 2) hash = mix(hash, kind);
  }
  return hash;
}

/** 1 capital, 2 small letter, 3 digit, else the character itself. */
function characterKind(form: string, index: number): number {
  const code = form.charCodeAt(index);
  if (code >= 97 && code <= 122) return 2;
  if (code >= 65 && code <= 90) return 1;
  if (code >= 48 && code <= 57) return 3;
  if (code < 128) return code;
  const character = form[index]!;
  if (character !== character.toLowerCase()) return 1;
  return character === character.toUpperCase() ? code : 2;
}

/** Looks up words with a memory of the last some ten thousand forms; the memory changes the speed only. */
export function wordReader(clusters?: HashTable): (text: string) => Word {
  const known = new Map<string, Word>();
  return (text) => {
    let word = known.get(text);
    if (word === undefined) {
      word = readWord(text, clusters);
      if (known.size >= 20_000) known.clear();
      known.set(text, word);
    }
    return word;
  };
}

/** Stands before and after a sentence. */
export const outside: Word = readWord("\u0000");
