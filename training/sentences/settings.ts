import type { SentenceSettings } from "./train.ts";

/** Chosen on ewt-dev and gum-dev. */
export const sentenceSettings: SentenceSettings = {
  epochs: 8, seed: 1, threshold: 0.5, margin: 30, caution: -20, lostBreaks: 0.35,
}; // prettier-ignore
