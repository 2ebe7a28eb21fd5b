import type { Coarseness } from "../../src/language/model/weights.ts";
import { taggerSettings } from "../tagger/settings.ts";
import type { ParserSettings } from "./train.ts";

/** Chosen on ewt-dev and gum-dev. */
export const parserSettings: Omit<ParserSettings, "seed"> = {
  epochs: 5, threshold: 0.5, exploration: 0.9, margin: 50, hide: 0.3,
}; // prettier-ignore
/** The shipped weights are the mean of the models trained with these. */
export const parserSeeds: readonly number[] = [1, 2, 3];
/** Costs nearly nothing on the development sets, and most of the bytes. */
export const parserCoarseness: Coarseness = { step: 0.25, least: 1.75 };

/**
 * Jackknifing: sentences are dealt out to the folds in blocks, since neighbors share their words. Three epochs are
 * enough: what counts is the kind of errors.
 */
export const jackknife = { folds: 4, block: 50, tagger: { ...taggerSettings, epochs: 3 } };
