import { z } from "zod";
import { csvResource } from "../../../core/resource.ts";
import type { Span } from "../../../core/span.ts";
import { scorer, type ReadyModel } from "../../model/scorer.ts";
import type { HashTable } from "../names/table.ts";
import { wordReader, type Word } from "../words.ts";
import {
  isCandidate, nextMarks, nextPauses, readOn, sentenceFeatures, splitFeatures, startSentence, styleOf, type SplitHistory, type SplitText,
} from "./features.ts"; // prettier-ignore
import { tagReader, type UsualTags } from "./tags.ts";

/** What a splitter file holds besides weights. */
export type SplitterOptions = UsualTags;

/** What an abbreviation tells about what follows it; the model sees the number of the kind, from 1. */
export const abbreviationKinds = ["title", "name", "place", "reference", "month", "other"] as const;

/** Number of the kind (from 1) by form in lower case, with its period. */
export type Abbreviations = ReadonlyMap<string, number>;

export const abbreviations = csvResource({
  name: "en/abbreviations",
  summary: "Abbreviations with a period, by what follows them: a name, a number, anything.",
  file: "en/abbreviations.csv",
  row: z.strictObject({
    form: z.string().regex(/\.$/, "must end in a period"),
    kind: z.enum(abbreviationKinds),
    source: z.string().min(1),
  }),
  build: (rows): Abbreviations =>
    new Map(rows.map(({ form, kind }) => [form.toLowerCase(), abbreviationKinds.indexOf(kind) + 1])),
});

export interface SentenceSplitter {
  /** Index after the last token of each sentence of a paragraph whose tokens these are. */
  ends(text: string, tokens: readonly Span[], abbreviations: Abbreviations): number[];
}

/** `clusters` must be those it was trained with. */
export function sentenceSplitter(file: ReadyModel<SplitterOptions>, clusters: HashTable): SentenceSplitter {
  const model = scorer(file.weights);
  const read = splitReader(file.options, clusters);
  const features = new Int32Array(sentenceFeatures);
  const score = new Int32Array(1);
  return {
    ends(text, tokens, known) {
      const paragraph = read(text, tokens, known);
      return splitEnds(paragraph, (history, at) => {
        model.score(features, splitFeatures(paragraph, at, history, features), score);
        return score[0]! > 0;
      });
    },
  };
}

/** Makes a paragraph ready for its features. */
export function splitReader(
  usual: UsualTags,
  clusters: HashTable,
): (text: string, tokens: readonly Span[], known: Abbreviations) => SplitText {
  const readWord = wordReader(clusters);
  const { tagOf, isFinite } = tagReader(usual);
  return (text, tokens, known) => {
    const words: Word[] = [];
    const tags = new Int32Array(tokens.length);
    const finite = new Int32Array(tokens.length + 1);
    const abbreviation = new Uint8Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const surface = text.slice(tokens[i]!.start, tokens[i]!.end);
      const word = readWord(surface);
      const tag = tagOf(word);
      words.push(word);
      tags[i] = tag;
      finite[i + 1] = finite[i]! + (isFinite(tag) ? 1 : 0);
      if (surface.endsWith(".")) abbreviation[i] = known.get(surface.toLowerCase()) ?? 0;
    }
    const nextMark = nextMarks(text, tokens);
    return {
      text,
      tokens,
      nextMark,
      nextPause: nextPauses(text, tokens),
      style: styleOf(text, tokens, nextMark),
      words,
      tags,
      finite,
      abbreviation,
    };
  };
}

/** Walks over the candidates of a paragraph and asks about each whether a sentence ends there. */
export function splitEnds(
  paragraph: SplitText,
  endsAfter: (history: SplitHistory, at: number) => boolean,
): number[] {
  const ends: number[] = [];
  const history: SplitHistory = { first: 0, quotes: 0, curly: 0, brackets: 0, marks: 0 };
  const last = paragraph.tokens.length - 1;
  for (let at = 0; at < last; at++) {
    readOn(paragraph, at, history);
    if (!isCandidate(paragraph, at) || !endsAfter(history, at)) continue;
    ends.push(at + 1);
    startSentence(history, at + 1);
  }
  if (last >= 0) ends.push(last + 1);
  return ends;
}
