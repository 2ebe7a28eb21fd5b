import type { SentenceSettings } from "./train.ts";

/** Chosen on ewt-dev and gum-dev. */
export const sentenceSettings: SentenceSettings = {
  epochs: 5, seed: 1, threshold: 0.5, margin: 50, caution: -20, lostBreaks: 0.35,
}; // prettier-ignore
