import type { TaggerSettings } from "./train.ts";

/** Chosen on ewt-dev and gum-dev. */
export const taggerSettings: TaggerSettings = {
  epochs: 6, seed: 1, threshold: 0.9, margin: 10, alwaysFrom: 20,
}; // prettier-ignore
