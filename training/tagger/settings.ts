import type { Coarseness } from "../../src/language/model/weights.ts";
import type { TaggerSettings } from "./train.ts";

/** Chosen on ewt-dev and gum-dev. */
export const taggerSettings: TaggerSettings = {
  epochs: 6, seed: 1, threshold: 0.9, margin: 10, alwaysFrom: 20,
}; // prettier-ignore

/** Costs nothing on the development sets, and a third of the bytes. */
export const taggerCoarseness: Coarseness = { step: 0.1, least: 0.93 };
