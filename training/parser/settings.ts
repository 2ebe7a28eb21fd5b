import type { Coarseness } from "../../src/language/model/weights.ts";
import { taggerSettings } from "../tagger/settings.ts";
import type { ParserSettings } from "./train.ts";

/** Chosen on ewt-dev and gum-dev. */
export const parserSettings: ParserSettings = {
  epochs: 8, seed: 1, threshold: 1.5, exploration: 0.9, margin: 50,
}; // prettier-ignore
/** Costs nearly nothing on the development sets, and two thirds of the bytes. */
export const parserCoarseness: Coarseness = { step: 0.25, least: 1.75 };

/**
 * Jackknifing: sentences are dealt out to the folds in blocks, since neighbors share their words. Three epochs are
 * enough: what counts is the kind of errors.
 */
export const jackknife = { folds: 4, block: 50, tagger: { ...taggerSettings, epochs: 3 } };
