import { fileResource } from "../../core/resource.ts";
import { decodeModel } from "../model/file.ts";
import { decodeLemmas } from "./lemma.ts";
import { clusters } from "./names/resources.ts";
import { parser, type ParserOptions } from "./parser/index.ts";
import { abbreviations, sentenceSplitter } from "./sentences/index.ts";
import type { TaggerOptions } from "./tagger/index.ts";

/** The trained models as resources: read once a thread, replaceable from the YAML. */
export const taggerWeights = fileResource({
  name: "en/weights/tagger",
  summary: "Part-of-speech tagger, trained on UD English EWT and GUM.",
  file: "en/weights/tagger.model",
  decode: (bytes, path) => decodeModel<TaggerOptions>(bytes, path, "tagger"),
});

export const parserWeights = fileResource({
  name: "en/weights/parser",
  summary: "Dependency parser, trained on UD English EWT and GUM.",
  file: "en/weights/parser.model",
  decode: (bytes, path) => parser(decodeModel<ParserOptions>(bytes, path, "parser")),
});

export const sentenceWeights = fileResource({
  name: "en/weights/sentences",
  summary: "Classifier of sentence ends, trained on UD English EWT and GUM.",
  file: "en/weights/sentences.model",
  decode: (bytes, path) => sentenceSplitter(decodeModel(bytes, path, "sentences")),
});

export const lemmaRules = fileResource({
  name: "en/weights/lemmas",
  summary: "Lemma rules and exceptions, learned from UD English EWT and GUM.",
  file: "en/weights/lemmas.json",
  decode: decodeLemmas,
});

/** What `sentenceReader` takes. */
export const readingResources = {
  splitter: sentenceWeights,
  abbreviations,
  tagger: taggerWeights,
  lemma: lemmaRules,
  clusters,
};
