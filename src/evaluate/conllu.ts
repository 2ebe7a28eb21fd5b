import { DyadicError } from "../core/problem.ts";
import { ratios, type Counts } from "../core/score.ts";

/** One word of a CoNLL-U file: the columns we read. */
export interface TreebankWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the governor in the sentence, from 0; -1 for the root. */
  readonly head: number;
  readonly relation: string;
  /** The last column. */
  readonly misc: string;
  /** A space or a line break follows in the text. */
  readonly spaceAfter: boolean;
}

export interface TreebankSentence {
  /** Comment lines, without line break. */
  readonly comments: readonly string[];
  readonly words: readonly TreebankWord[];
  /** Lines of multiword tokens (`2-3 don't`), each before the word of this index. */
  readonly multiwords: readonly { readonly before: number; readonly line: string }[];
}

/**
 * The sentences of a CoNLL-U file, without its empty nodes. Throws DyadicError `evaluate/bad-conllu` with the line of
 * the first fault.
 */
export function readConllu(text: string, file = "the text"): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let comments: string[] = [];
  let words: TreebankWord[] = [];
  let multiwords: { before: number; line: string }[] = [];
  /** Last word of the multiword token being read, and whether a space follows it: its words are written together. */
  let joined: { readonly last: number; readonly spaceAfter: boolean } | undefined;
  let firstLine = 1;
  const finish = (line: number): void => {
    const astray = words.findIndex(({ head }) => head >= words.length);
    if (astray >= 0)
      throw fault(file, firstLine, `Word ${String(astray + 1)} has a governor outside its sentence.`);
    if (words.length > 0) sentences.push({ comments, words, multiwords });
    [comments, words, multiwords, joined, firstLine] = [[], [], [], undefined, line + 1];
  };
  text.split(/\r?\n/).forEach((line, index) => {
    const number = index + 1;
    if (line.trim() === "") return finish(number);
    if (line.startsWith("#")) return void comments.push(line);
    const cells = line.split("\t");
    if (cells.length !== 10)
      throw fault(file, number, `A word needs 10 columns, there are ${String(cells.length)}.`);
    const [id = "", form = "", lemma = "", upos = "", xpos = "", , head = "", relation = "", , misc = ""] =
      cells;
    const spaceAfter = !misc.split("|").includes("SpaceAfter=No");
    const range = /^\d+-(\d+)$/.exec(id);
    if (range) {
      joined = { last: Number(range[1]), spaceAfter };
      multiwords.push({ before: words.length, line });
      return;
    }
    if (/^\d+\.\d+$/.test(id)) return;
    if (id !== String(words.length + 1))
      throw fault(file, number, `The word should have the number ${String(words.length + 1)}, not "${id}".`);
    if (form === "") throw fault(file, number, "The word has no form.");
    if (!/^(_|\d+)$/.test(head)) throw fault(file, number, `The governor "${head}" is not a number.`);
    const within = joined !== undefined && words.length < joined.last;
    words.push({
      form, lemma, upos, xpos, relation, misc, head: head === "_" ? -1 : Number(head) - 1,
      spaceAfter: within ? words.length + 1 === joined!.last && joined!.spaceAfter : spaceAfter,
    }); // prettier-ignore
  });
  finish(0);
  return sentences;
}

const fault = (file: string, line: number, message: string): DyadicError =>
  new DyadicError([{
    code: "evaluate/bad-conllu", severity: "rejected", message, at: { file, line },
    hint: "Mend the line: see https://universaldependencies.org/format.html.",
  }]); // prettier-ignore

/** A sentence as CoNLL-U, with the empty line after it. Features and enhanced dependencies are left open. */
export function writeConllu({ comments, words, multiwords }: TreebankSentence): string {
  const lines = [...comments];
  let next = 0;
  words.forEach(({ form, lemma, upos, xpos, head, relation, misc }, index) => {
    for (; multiwords[next]?.before === index; next++) lines.push(multiwords[next]!.line);
    lines.push([index + 1, form, lemma, upos, xpos, "_", head + 1, relation, "_", misc].join("\t"));
  });
  return `${lines.join("\n")}\n\n`;
}

/** Share of right words in percent. */
export const accuracy = (counts: Counts): number => ratios(counts).recall;

export interface TagScores {
  readonly upos: Counts;
  readonly xpos: Counts;
}

/** Marks tags against the sentences' own, on their own words. */
export function tagScores(
  sentences: readonly TreebankSentence[],
  tag: (words: readonly string[]) => readonly { readonly upos: string; readonly xpos: string }[],
): TagScores {
  let [words, upos, xpos] = [0, 0, 0];
  for (const sentence of sentences) {
    const found = tag(sentence.words.map(({ form }) => form));
    sentence.words.forEach((word, index) => {
      words++;
      if (word.upos === found[index]!.upos) upos++;
      if (word.xpos === found[index]!.xpos) xpos++;
    });
  }
  return { upos: share(upos, words), xpos: share(xpos, words) };
}

/** Marks lemmas of the sentences' own words, given their own Penn Treebank tags. */
export function lemmaScores(
  sentences: readonly TreebankSentence[],
  lemma: (form: string, xpos: string) => string,
): Counts {
  const words = sentences.flatMap((sentence) => sentence.words);
  return share(words.filter((word) => lemma(word.form, word.xpos) === word.lemma).length, words.length);
}

/** Governors (unlabeled) and governors with relation and subtype (labeled), without punctuation and with it. */
export interface TreeScores {
  readonly uas: Counts;
  readonly las: Counts;
  readonly uasAll: Counts;
  readonly lasAll: Counts;
}

/** Marks trees against the sentences' own, on their own words. A word is punctuation when the treebank says so. */
export function treeScores(
  sentences: readonly TreebankSentence[],
  parse: (words: readonly string[]) => {
    readonly heads: ArrayLike<number>;
    readonly relations: readonly string[];
  },
): TreeScores {
  const all = { words: 0, uas: 0, las: 0 };
  const bare = { words: 0, uas: 0, las: 0 };
  for (const sentence of sentences) {
    const { heads, relations } = parse(sentence.words.map(({ form }) => form));
    sentence.words.forEach((word, index) => {
      for (const sums of word.upos === "PUNCT" ? [all] : [all, bare]) {
        sums.words++;
        if (word.head !== heads[index]) continue;
        sums.uas++;
        if (word.relation === relations[index]) sums.las++;
      }
    });
  }
  return {
    uas: share(bare.uas, bare.words),
    las: share(bare.las, bare.words),
    uasAll: share(all.uas, all.words),
    lasAll: share(all.las, all.words),
  };
}

const share = (correct: number, words: number): Counts => ({ correct, found: words, gold: words });
