/** A set of data that a model learned from. */
export interface TrainingData {
  readonly name: string;
  readonly licence: string;
  readonly source: string;
}

/** A shipped file of weights: where it comes from and how to make it again. */
export interface ModelEntry {
  /** In `resources/en/weights/`. */
  readonly file: string;
  readonly command: string;
  /** Prints scores and speed of what is shipped. */
  readonly bench: string;
  readonly data: readonly TrainingData[];
}

const ewt: TrainingData = {
  name: "UD English EWT, train",
  licence: "CC BY-SA 4.0",
  source: "https://github.com/UniversalDependencies/UD_English-EWT",
};
const gum: TrainingData = {
  name: "UD English GUM, train, only the genres news, interview, bio, voyage, speech, textbook, conversation, vlog",
  licence: "annotations CC BY 4.0, texts of these genres CC BY or public domain",
  source: "https://github.com/UniversalDependencies/UD_English-GUM",
};
const language = "npm run bench:accuracy language; npm run bench:speed language";

/** Every file of weights. `npm run weights:manifest` turns this list and the files into `manifest.json`. */
export const models = {
  lemmas: { file: "lemmas.json", command: "npm run train:lemmas", bench: language, data: [ewt, gum] },
  sentences: {
    file: "sentences.model",
    command: "npm run train:sentences",
    bench: language,
    data: [ewt, gum],
  },
  tagger: { file: "tagger.model", command: "npm run train:tagger", bench: language, data: [ewt, gum] },
  parser: { file: "parser.model", command: "npm run train:parser", bench: language, data: [ewt, gum] },
} as const satisfies Readonly<Record<string, ModelEntry>>;

export type ModelName = keyof typeof models;
