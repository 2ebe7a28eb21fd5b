import type { Span } from "../../core/span.ts";
import { singular } from "../../language/en/compromise.ts";
import { afterHedge } from "./comparator.ts";
import { afterModel, isCapitalized, isWord, tokenAt, type Scene } from "./draft.ts";
import type { CountedClass } from "./vocabulary.ts";

/** What a number counts: the noun phrase without its "of" and "who" parts. */
export interface Counted extends Span {
  readonly text: string;
  /** Singular lemma of the last noun. */
  readonly head: string;
  readonly class: CountedClass;
  /** Lexemes of the phrase, the last exclusive. */
  readonly first: number;
  readonly last: number;
}

/** A noun phrase has at most this many pieces, hyphens among them. */
const longest = 12;

/** The noun phrase after the number that ends before lexeme `last`: "50 [ethnic Azerbaijanis]", "8,000 of [its people]". */
export function countedAt(scene: Scene, last: number, single: boolean): Counted | undefined {
  const start = afterOf(scene, afterHedge(scene, last));
  if (start === undefined) return undefined;
  const phrase = nounPhrase(scene, start, single);
  if (phrase === undefined) return undefined;
  const { first, end, head } = phrase;
  const span = { start: scene.lexemes[first]!.start, end: scene.lexemes[end - 1]!.end };
  const noun = lemmaOf(scene, head);
  const isName =
    isCapitalized(scene.lexemes[head]!) &&
    (!scene.vocabulary.countedClassWords.has(noun) || tokenAt(scene, head)?.upos === "PROPN");
  return {
    ...span,
    text: scene.text.slice(span.start, span.end),
    head: isName ? scene.lexemes[head]!.text[0]! + noun.slice(1) : noun,
    class: classOf(scene, head, noun),
    first,
    last: end,
  };
}

/** Skips "of", determiners and possessives; undefined where no phrase can start. */
function afterOf(scene: Scene, at: number): number | undefined {
  const { lexemes, words, vocabulary } = scene;
  const { determiner } = vocabulary.contextWords;
  if (words[at] === "-") {
    // "10-member council": the member is counted; "four-door car" counts nothing.
    const noun = lexemes[at + 1];
    const isTight = lexemes[at]!.glued && noun?.glued === true;
    if (!isTight || !isWord(noun)) return undefined;
    const named = vocabulary.countedClassWords.get(noun.word);
    return named === "people" || named === "states" || named === "organisations" ? at + 1 : undefined;
  }
  let next = at;
  const partitive = words[next] === "of";
  if (partitive) next++;
  while (
    determiner.has(words[next] ?? "") &&
    (partitive || words[next] === "more" || words[next] === "other")
  )
    next++;
  const isBreak = next >= lexemes.length || lexemes[next]!.kind === "break";
  return isBreak ? undefined : next;
}

function nounPhrase(
  scene: Scene,
  first: number,
  single: boolean,
): { first: number; end: number; head: number } | undefined {
  const { lexemes, words } = scene;
  let head = -1;
  let start = first;
  let at = first;
  for (; at < lexemes.length && at < first + longest; at++) {
    const lexeme = lexemes[at]!;
    if (lexeme.word === "-" && lexeme.glued && lexemes[at + 1]?.glued === true && at > start) continue;
    const model = head < 0 ? afterModel(scene, at) : undefined;
    if (model !== undefined) {
      at = model - 1;
      continue;
    }
    if (isPossessive(scene, at)) {
      // "Darayya's population", but "its 1,000 members' dues" counts members.
      if (head < 0 || isPluralHead(scene, head)) break;
      head = -1;
      at += words[at + 1] === "s" ? 1 : 0;
      continue;
    }
    if (lexeme.kind === "number" || lexeme.kind === "code") {
      const inName =
        head >= 0 &&
        isCapitalized(lexemes[head]!) &&
        isWord(lexemes[at + 1]) &&
        lexeme.numeral?.shape !== "marked";
      if (lexeme.kind === "code" && !isNounWord(scene, at + 1)) {
        head = at;
        continue;
      }
      if (lexeme.kind === "code" || inName) continue;
      break;
    }
    if (!isWord(lexeme)) {
      if (
        lexeme.word === "," &&
        head < 0 &&
        at > start &&
        isAdjective(scene, at - 1) &&
        isAdjective(scene, at + 1)
      )
        continue;
      break;
    }
    const role = roleOf(scene, at, head >= 0);
    if (role === "stop") {
      if (lexeme.word === "and" && continues(scene, at, head, single)) continue;
      break;
    }
    if (role === "skip" && head < 0 && at === start) start = at + 1;
    if (role === "noun") {
      if (
        head >= 0 &&
        isPluralHead(scene, head) &&
        !single &&
        isCapitalized(lexeme) &&
        !isCapitalized(lexemes[head]!)
      )
        break;
      // "thirty Serbs shot dead a policeman", whatever the tag of "shot".
      if (head >= 0 && isPluralPeople(scene, head) && !isPluralHead(scene, at)) break;
      head = at;
      if (isClosed(scene, at)) break;
    }
  }
  return head < 0 || start > head ? undefined : { first: start, end: head + 1, head };
}

function isPossessive({ lexemes, words }: Scene, at: number): boolean {
  const mark = lexemes[at]!;
  return (
    mark.glued &&
    (mark.text === "'" || mark.text === "’") &&
    (words[at + 1] === "s" || /s$/.test(words[at - 1] ?? ""))
  );
}

type Role = "noun" | "modifier" | "skip" | "stop";

/** The part a word plays in the phrase, by its tag; participles and numbers only before the noun. */
function roleOf(scene: Scene, at: number, hasNoun: boolean): Role {
  const lexeme = scene.lexemes[at]!;
  const { contextWords, countedClassWords } = scene.vocabulary;
  if (contextWords.month.has(lexeme.word) && isCapitalized(lexeme)) return "stop";
  if (contextWords.weekday.has(lexeme.word) && isCapitalized(lexeme)) return "stop";
  if (contextWords.phrase_stop.has(lexeme.word)) return "stop";
  if (!hasNoun && contextWords.determiner.has(lexeme.word)) return countsAsNoun(scene, at) ? "noun" : "skip";
  const upos = tokenAt(scene, at)?.upos;
  if (upos === "NOUN" || upos === "PROPN") return "noun";
  if (upos === "ADJ")
    return countedClassWords.get(lexeme.word) === "people" && !isNounWord(scene, at + 1)
      ? "noun"
      : "modifier";
  if (hasNoun) return "stop";
  if (upos === "VERB")
    return /(?:ed|ing|en|wn|lt|ned)$/.test(lexeme.word) && leadsToNoun(scene, at + 1)
      ? "modifier"
      : countedClassWords.has(lexeme.word)
        ? "noun"
        : "stop";
  if (upos === "ADV") return leadsToNoun(scene, at + 1) ? "modifier" : "stop";
  if (upos === "NUM" || upos === undefined) return leadsToNoun(scene, at + 1) ? "modifier" : "stop";
  return "stop";
}

/** "200 others". */
function countsAsNoun(scene: Scene, at: number): boolean {
  return scene.words[at] === "others";
}

function leadsToNoun(scene: Scene, at: number): boolean {
  for (let next = at; next < at + 3; next++) {
    if (isNounWord(scene, next)) return true;
    const lexeme = scene.lexemes[next];
    if (lexeme?.word === "-" && lexeme.glued) continue;
    if (!isAdjective(scene, next) && !isParticiple(scene, next)) return false;
  }
  return false;
}

/** "heavily armed men". */
function isParticiple(scene: Scene, at: number): boolean {
  const xpos = isWord(scene.lexemes[at]) ? tokenAt(scene, at)?.xpos : undefined;
  return xpos === "VBN" || xpos === "VBD";
}

function isNounWord(scene: Scene, at: number): boolean {
  const upos = isWord(scene.lexemes[at]) ? tokenAt(scene, at)?.upos : undefined;
  return upos === "NOUN" || upos === "PROPN";
}

function isAdjective(scene: Scene, at: number): boolean {
  return isWord(scene.lexemes[at]) && tokenAt(scene, at)?.upos === "ADJ";
}

/** "224 artillery and mortar systems": the noun before "and" is singular, so the phrase goes on. */
function continues(scene: Scene, and: number, head: number, single: boolean): boolean {
  if (single || !isNounWord(scene, and + 1)) return false;
  if (head < 0) return false;
  return !isPluralHead(scene, head) && head === and - 1 && isNounWord(scene, and + 2);
}

function isPluralHead(scene: Scene, head: number): boolean {
  const lexeme = scene.lexemes[head]!;
  const token = tokenAt(scene, head);
  if (token?.xpos === "NNS" || token?.xpos === "NNPS") return true;
  return (
    /[^s]s$/.test(lexeme.word) ||
    (scene.vocabulary.countedClassWords.get(lexeme.word) === "people" && token?.lemma !== lexeme.word)
  );
}

function isPluralPeople(scene: Scene, head: number): boolean {
  const isPlural = scene.words[head]!.endsWith("s") || tokenAt(scene, head)?.xpos === "NNS";
  return isPlural && classOf(scene, head, lemmaOf(scene, head)) === "people";
}

/** "people", "men": nothing that follows belongs to the phrase. */
function isClosed(scene: Scene, at: number): boolean {
  return scene.vocabulary.contextWords.phrase_end.has(scene.words[at]!);
}

function lemmaOf(scene: Scene, head: number): string {
  const token = tokenAt(scene, head);
  const word = scene.words[head]!;
  const lemma = token !== undefined && token.text.toLowerCase() === word ? token.lemma.toLowerCase() : word;
  const known = scene.vocabulary.countedClassWords;
  if (!word.endsWith("s") || word.endsWith("ss") || (lemma !== word && known.has(lemma))) return lemma;
  const singulars = [
    word.slice(0, -1),
    word.replace(/ies$/, "y"),
    word.replace(/es$/, ""),
    word.replace(/ves$/, "f"),
  ];
  const listed = singulars.find((each) => known.has(each));
  if (listed !== undefined || lemma !== word) return listed ?? lemma;
  return singular(word);
}

function classOf(scene: Scene, head: number, noun: string): CountedClass {
  const known = scene.vocabulary.countedClassWords;
  const found = known.get(noun) ?? known.get(scene.words[head]!);
  if (found !== undefined) return found;
  const hyphened = noun.includes("-") ? known.get(noun.slice(noun.lastIndexOf("-") + 1)) : undefined;
  if (hyphened !== undefined) return hyphened;
  // A capitalized plural is nearly always a people: Azerbaijanis, Floridians.
  return isCapitalized(scene.lexemes[head]!) &&
    /\p{Ll}s$/u.test(scene.lexemes[head]!.text) &&
    /(?:i|an|n|er|ite|ese|ard|ot|que|ish)s$/.test(scene.words[head]!)
    ? "people"
    : "other";
}
