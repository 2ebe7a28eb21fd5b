import type { Coarseness } from "../../src/language/model/weights.ts";
import type { SentenceSettings } from "./train.ts";

/** Chosen by cross-validation over the training documents, then on ewt-dev and gum-dev. */
export const sentenceSettings: SentenceSettings = {
  epochs: 5, seeds: [1, 2, 3, 4], margin: 50, caution: -26, lostBreaks: 0.35, gumWeight: 2, tagFrom: 5,
}; // prettier-ignore

/** Costs nothing on the development sets, and the file is little more than half as large. */
export const sentenceCoarseness: Coarseness = { step: 0.25, least: 0.5 };
