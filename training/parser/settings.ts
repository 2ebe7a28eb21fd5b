import type { Coarseness } from "../../src/language/model/weights.ts";
import type { Jackknife } from "./jackknife.ts";
import type { ParserSettings } from "./train.ts";

/** Chosen on ewt-dev and gum-dev. */
export const parserSettings: ParserSettings = {
  epochs: 8, seed: 1, threshold: 1.5, exploration: 0.9, margin: 50,
}; // prettier-ignore
/** Costs nearly nothing on the development sets, and two thirds of the bytes. */
export const parserCoarseness: Coarseness = { step: 0.25, least: 1.75 };

/**
 * Jackknifing: sentences are dealt out to the folds in blocks, since neighbors share their words. Three epochs and one
 * look are enough: what counts is the kind of errors. On tags as good as the tagger's own the parser learns no more.
 */
export const jackknife: Jackknife = {
  folds: 4, block: 50, tagger: { first: { epochs: 3, seed: 1, margin: 10 }, threshold: 0.9, alwaysFrom: 20, doubt: 0 },
}; // prettier-ignore
