import { readFileSync } from "node:fs";
import { loadResource } from "../core/resource.ts";
import type { Counts } from "../core/score.ts";
import { tag } from "../language/en/index.ts";
import { clusters } from "../language/en/names/resources.ts";
import { tagger } from "../language/en/tagger/index.ts";
import { lemmaRules, parserWeights, taggerWeights } from "../language/en/weights.ts";
import {
  readConllu, tagScores, treeScores, type TreebankSentence, type TreebankWord,
} from "./conllu.ts"; // prettier-ignore
import { measuresOf, type Evaluation, type RecordScore } from "./evaluate.ts";
import { rawDocuments } from "./raw-text.ts";
import { sentenceScores } from "./sentences.ts";

/** Whether a file is a treebank rather than gold records. */
export const isTreebank = (file: string): boolean => file.endsWith(".conllu");

/** Reads a treebank. Throws DyadicError `evaluate/bad-conllu`. */
export const readTreebank = (file: string): TreebankSentence[] =>
  readConllu(readFileSync(file, "utf8"), file);

/** Makes a function that gives the words of a sentence, as they are, our tags, lemmas and tree. */
export function treebankAnnotator(): (sentence: TreebankSentence) => TreebankSentence {
  const { tag: tags } = tagger(loadResource(taggerWeights), loadResource(clusters));
  const lemma = loadResource(lemmaRules);
  const { parse } = loadResource(parserWeights);
  return (sentence) => {
    const forms = sentence.words.map(({ form }) => form);
    const found = tags(forms);
    const { heads, relations } = parse(forms, found);
    const words = sentence.words.map((word, index): TreebankWord => {
      const { upos, xpos } = found[index]!;
      return {
        ...word, upos, xpos, lemma: lemma(word.form, xpos), head: heads[index]!, relation: relations[index]!,
      }; // prettier-ignore
    });
    return { ...sentence, words };
  };
}

/** Marks our annotation against a treebank's, on its own words, and our sentences of its raw text; a record a document. */
export function evaluateTreebank(sentences: readonly TreebankSentence[], name: string): Evaluation {
  const annotate = treebankAnnotator();
  const records = documents(sentences).map((document, index) => ({
    id: documentName(document[0]!) ?? `${name}#${String(index + 1)}`,
    score: documentScore(document, annotate),
  }));
  return { measures: measuresOf(records.map(({ score }) => score)), records, problems: [] };
}

function documentScore(
  document: readonly TreebankSentence[],
  annotate: (sentence: TreebankSentence) => TreebankSentence,
): RecordScore {
  const found = document.map((sentence) => annotate(sentence).words);
  // The scorers ask sentence by sentence, in order.
  const inOrder = () => {
    let next = 0;
    return () => found[next++]!;
  };
  const { upos, xpos } = tagScores(document, inOrder());
  const nextTree = inOrder();
  const trees = treeScores(document, () => {
    const words = nextTree();
    return { heads: words.map(({ head }) => head), relations: words.map(({ relation }) => relation) };
  });
  return {
    "segment.upos": upos,
    "segment.xpos": xpos,
    "segment.lemma": lemmaCounts(document, found),
    "segment.sentences": sentenceScores(rawDocuments(document), tag),
    "syntax.uas": trees.uas,
    "syntax.las": trees.las,
    "syntax.uas_with_punctuation": trees.uasAll,
    "syntax.las_with_punctuation": trees.lasAll,
  };
}

/** Lemmas by our own tags. */
function lemmaCounts(
  document: readonly TreebankSentence[],
  found: readonly (readonly TreebankWord[])[],
): Counts {
  let [correct, words] = [0, 0];
  document.forEach((sentence, at) => {
    words += sentence.words.length;
    correct += sentence.words.filter(({ lemma }, index) => lemma === found[at]![index]!.lemma).length;
  });
  return { correct, found: words, gold: words };
}

function documents(sentences: readonly TreebankSentence[]): TreebankSentence[][] {
  const found: TreebankSentence[][] = [];
  for (const sentence of sentences)
    if (found.length === 0 || sentence.comments.some((line) => line.startsWith("# newdoc")))
      found.push([sentence]);
    else found.at(-1)!.push(sentence);
  return found;
}

const documentName = ({ comments }: TreebankSentence): string | undefined =>
  comments.map((line) => /^# newdoc id = (.+)$/.exec(line)?.[1]).find((name) => name !== undefined);
