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
  /** A space or a line break follows in the text. */
  readonly spaceAfter: boolean;
}

export interface TreebankSentence {
  /** Comment lines, without line break. */
  readonly comments: readonly string[];
  readonly words: readonly TreebankWord[];
}

/** The sentences of a CoNLL-U file. Ranges of multiword tokens and empty nodes are left out; bad lines are refused. */
export function readConllu(text: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let comments: string[] = [];
  let words: TreebankWord[] = [];
  /** Last word of the multiword token being read, and whether a space follows it: its words are written together. */
  let joined: { readonly last: number; readonly spaceAfter: boolean } | undefined;
  const finish = (): void => {
    if (words.length > 0) sentences.push({ comments, words });
    [comments, words, joined] = [[], [], undefined];
  };
  for (const line of text.split(/\r?\n/)) {
    if (line === "") finish();
    else if (line.startsWith("#")) comments.push(line);
    else {
      const cells = line.split("\t");
      const [id = "", form = "", lemma = "", upos = "", xpos = "", , head = "", relation = "", , misc = ""] =
        cells;
      const spaceAfter = !misc.includes("SpaceAfter=No");
      const range = /^\d+-(\d+)$/.exec(id);
      if (range) joined = { last: Number(range[1]), spaceAfter };
      else if (/^\d+$/.test(id)) {
        const number = words.length + 1;
        const within = joined !== undefined && number <= joined.last;
        words.push({
          form, lemma, upos, xpos, relation, head: head === "_" ? -1 : Number(head) - 1,
          spaceAfter: within ? number === joined!.last && joined!.spaceAfter : spaceAfter,
        }); // prettier-ignore
      }
    }
  }
  finish();
  return sentences;
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

/** Governors (unlabelled) and governors with relation and subtype (labelled), without punctuation and with it. */
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
