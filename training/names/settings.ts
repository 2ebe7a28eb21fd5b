import type { TrainingOptions } from "./train.ts";

/** What all models of the mean share. Chosen on crossner-politics-dev, gum-dev, conll2003-dev and gmb-dev. */
const common = { epochs: 3, margin: 3, hideWord: 0.3, hideGazetteer: 0.2 };

export interface NameSettings {
  /** The shipped weights are the mean of the models trained with these. */
  readonly models: readonly TrainingOptions[];
  /** Weights below this are left out. */
  readonly threshold: number;
  /** One article in so many is also read in capitals, and one with capitalized words. */
  readonly recasedEvery: number;
}

export const nameSettings: NameSettings = {
  models: [
    { ...common, seed: 1, hideSource: 0 },
    { ...common, seed: 2, hideSource: 0.3 },
    { ...common, seed: 3, hideSource: 0.1 },
    { ...common, seed: 4, hideSource: 0.3 },
  ],
  threshold: 0.5,
  recasedEvery: 25,
};

/** A set of the training data. */
export interface NameSource {
  /** File in `../shared/benchmarks/entities/`, without `.jsonl`. */
  readonly file: string;
  /** Records that may be used; all when absent. */
  readonly keep?: (record: { readonly id: string; readonly licence?: string }) => boolean;
  /** The set does not mark MISC. */
  readonly partial?: boolean;
  /** Consecutive records that make an article. */
  readonly join?: number;
  /** Times an epoch passes over it; 1 when absent. */
  readonly times?: number;
  /** Also learned from in other letter case. */
  readonly recased?: boolean;
}

/** Genres of GUM whose texts are CC BY, CC BY-SA or in the public domain, as for the tagger. */
const gumGenre = /^GUM_(?:news|interview|bio|voyage|speech|textbook)_/;

/** re3d is public domain, OGL, CC BY or CC BY-SA, but for the BBC's part, which is non-commercial. */
const free = ({ licence = "" }: { readonly licence?: string }): boolean => !licence.includes("NC");

export const nameSources: readonly NameSource[] = [
  { file: "gmb-train", join: 8, recased: true },
  { file: "gum-train", keep: ({ id }) => gumGenre.test(id), partial: true, recased: true },
  { file: "wikigold", times: 2, recased: true },
  { file: "crossner-politics-train", times: 5 },
  { file: "uner-ewt-dev", partial: true },
  { file: "wnut17-train" },
  { file: "btc", partial: true },
  { file: "re3d-train", keep: free, times: 2 },
];
