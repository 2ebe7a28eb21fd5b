import { fileResource, sharedResource } from "../../core/resource.ts";
import { decodeModel } from "../model/file.ts";
import { readyModel, type ReadyModel } from "../model/scorer.ts";
import { decodeLemmas } from "./lemma.ts";
import { clusters } from "./names/resources.ts";
import { parser, type ParserOptions } from "./parser/index.ts";
import { abbreviations, type SplitterOptions } from "./sentences/index.ts";
import type { TaggerOptions } from "./tagger/first-look.ts";

const ready =
  <Options>(kind: string) =>
  (bytes: Uint8Array, path: string): ReadyModel<Options> =>
    readyModel(decodeModel<Options>(bytes, path, kind));

/** The trained models as resources: read once a thread, replaceable from the YAML. */
export const taggerWeights = sharedResource({
  name: "en/weights/tagger",
  summary: "Part-of-speech tagger, trained on UD English EWT and GUM.",
  file: "en/weights/tagger.model",
  decode: ready<TaggerOptions>("tagger"),
  open: (model) => model,
});

export const parserWeights = sharedResource({
  name: "en/weights/parser",
  summary: "Dependency parser, trained on UD English EWT and GUM.",
  file: "en/weights/parser.model",
  decode: ready<ParserOptions>("parser"),
  open: parser,
});

export const sentenceWeights = sharedResource({
  name: "en/weights/sentences",
  summary: "Classifier of sentence ends, trained on UD English EWT and GUM.",
  file: "en/weights/sentences.model",
  decode: ready<SplitterOptions>("sentences"),
  open: (model) => model,
});

export const lemmaRules = fileResource({
  name: "en/weights/lemmas",
  summary: "Lemma rules and exceptions, learned from UD English EWT and GUM.",
  file: "en/weights/lemmas.json",
  decode: decodeLemmas,
});

/** What `sentenceReader` takes. */
export const readingResources = {
  sentences: sentenceWeights,
  abbreviations,
  tagger: taggerWeights,
  lemma: lemmaRules,
  clusters,
};
