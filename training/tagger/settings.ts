import type { TaggerSettings } from "./train.ts";

/** Chosen on ewt-dev, gum-dev and a tenth of the training sentences held out. */
export const taggerSettings: TaggerSettings = {
  first: { epochs: 6, seed: 1, margin: 10 },
  second: { epochs: 4, seed: 1, margin: 5 },
  seeds: [1, 2], threshold: 0.3, alwaysFrom: 20, doubt: 30, folds: 4, block: 50,
  // Costs nothing on the development sets, and a third of the bytes.
  coarseness: { step: 0.1, least: 0.93 },
}; // prettier-ignore
