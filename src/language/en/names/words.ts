import { hashSlice, hashText, mix } from "../../model/hash.ts";
import type { HashTable } from "./table.ts";

/** How a word is written. */
export const kinds = {
  lower: 0, title: 1, capitals: 2, letter: 3, mixed: 4, number: 5, code: 6, punctuation: 7, other: 8,
} as const; // prettier-ignore
export type Kind = (typeof kinds)[keyof typeof kinds];

/** What the features ask of a word, computed once for every different word. */
export interface Word {
  readonly length: number;
  readonly kind: Kind;
  /** Starts with a capital letter. */
  readonly capital: boolean;
  readonly form: number;
  /** Lowercase, digits as 0. */
  readonly lower: number;
  /** Lowercase as it stands: the key of clusters and gazetteers. */
  readonly key: number;
  readonly shape: number;
  /** Hashes of prefixes of 2 to 4 and suffixes of 1 to 4 letters of the lowercase word. */
  readonly affixes: readonly number[];
  /** First character of the lowercase word. */
  readonly initial: number;
  /** For a word in capitals the hash of its letters as an acronym; else 0. */
  readonly acronym: number;
  /** Lowercase letters of a word that may be an acronym, "VdS" too; else empty. */
  readonly letters: string;
  /** Word-vector clusters, fine and coarse; -1 when the word has no vector. */
  readonly fine: number;
  readonly middle: number;
}

/** Words as the features see them. Remembers the first words it meets, which are the frequent ones. */
export function wordReader(clusters: HashTable): (text: string) => Word {
  const known = new Map<string, Word>();
  return (text) => {
    let word = known.get(text);
    if (word === undefined) {
      word = readWord(text, clusters);
      if (known.size < 5_000) known.set(text, word);
    }
    return word;
  };
}

function readWord(text: string, clusters: HashTable): Word {
  const plain = text.toLowerCase();
  const lower = plain.replace(/[0-9]/g, "0");
  const key = hashText(plain);
  const n = lower.length;
  const affixes: number[] = [];
  for (let size = 2; size <= 4; size++) affixes.push(n > size ? hashSlice(lower, 0, size) : 0);
  for (let size = 1; size <= 4; size++) affixes.push(n > size ? hashSlice(lower, n - size, n) : 0);
  const kind = kindOf(text);
  const cluster = clusters.find(key);
  return {
    length: n,
    kind,
    capital: isUpper(text.charCodeAt(0)),
    form: hashText(text),
    lower: hashText(lower),
    key,
    shape: shapeOf(text),
    affixes,
    initial: plain.charCodeAt(0),
    letters: kind === kinds.capitals || kind === kinds.mixed ? lettersOf(plain) : "",
    acronym: kind === kinds.capitals ? acronymOf(plain) : 0,
    fine: cluster < 0 ? -1 : cluster & 0xffff,
    middle: cluster < 0 ? -1 : cluster >>> 16,
  };
}

/** An acronym grows letter by letter; full stops in it do not count. */
export const noAcronym = 31;
export const growAcronym = (acronym: number, letter: number): number => mix(acronym, letter);

const longestAcronym = 8;
const lettersOf = (text: string): string =>
  text.length <= longestAcronym ? text.replace(/[^\p{L}]/gu, "") : "";

function acronymOf(text: string): number {
  let acronym = noAcronym;
  for (let i = 0; i < text.length; i++)
    if (text.charCodeAt(i) !== 46) acronym = growAcronym(acronym, text.charCodeAt(i));
  return acronym;
}

const anyUpper = /\p{Lu}/u;
const anyLower = /\p{Ll}/u;
const anyLetter = /\p{L}/u;

function isUpper(code: number): boolean {
  return (code >= 65 && code <= 90) || (code > 127 && anyUpper.test(String.fromCharCode(code)));
}

function kindOf(text: string): Kind {
  const upper = anyUpper.test(text);
  const lower = anyLower.test(text);
  const digit = /[0-9]/.test(text);
  if (digit) return upper || lower ? kinds.code : kinds.number;
  if (!upper) return lower ? kinds.lower : anyLetter.test(text) ? kinds.other : kinds.punctuation;
  if (!lower)
    return text.length === 1 || (text.length === 2 && text.endsWith(".")) ? kinds.letter : kinds.capitals;
  return isUpper(text.charCodeAt(0)) && !anyUpper.test(text.slice(1)) ? kinds.title : kinds.mixed;
}

/** The classes of the characters in order, longer runs of one class cut to two. */
function shapeOf(text: string): number {
  let hash = 17;
  let run = 0;
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const type = characterClass(code);
    run = type === last ? run + 1 : 1;
    last = type;
    if (run <= 2) hash = mix(hash, type);
  }
  return hash;
}

function characterClass(code: number): number {
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  if (code >= 48 && code <= 57) return 3;
  if (code < 128) return code;
  const character = String.fromCharCode(code);
  return anyUpper.test(character) ? 2 : anyLetter.test(character) ? 1 : 4;
}
