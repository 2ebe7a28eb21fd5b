import type { Mention } from "../../core/layers.ts";
import type { Clause } from "../../language/en/clause.ts";
import { mix } from "../../language/model/hash.ts";
import { pairFeatures, type Candidate } from "./features.ts";
import type { StanceReader } from "./judge.ts";
import { regressionShare, type Verdict } from "./model.ts";
import { readClause } from "./reading.ts";
import { wordHash, type Sequence } from "./sequence.ts";
import { relationHash } from "./tree.ts";

/** A feature of the regression that a pair has, by a name people can read. */
export interface NamedFeature {
  readonly feature: string;
  /** Its part in the model's log-odds of none, positive and negative: shared, scaled and tempered as in the verdict. */
  readonly odds: Verdict;
}

export interface ReadPair {
  readonly verdict: Verdict;
  readonly features: readonly NamedFeature[];
  readonly temperature: number;
}

/** What each template of features.ts stands for. */
const templates: Readonly<Record<number, string>> = {
  1: "order of the two", 2: "order and distance", 3: "word, where it stands", 4: "word", 5: "verb, where it stands",
  6: "first verb between", 7: "word near", 8: "tone, where it stands", 9: "two words", 10: "two words anywhere",
  11: "three words", 12: "counts of tone", 13: "word beside the source", 14: "part of speech beside the source",
  15: "word beside the target", 16: "part of speech beside the target", 17: "what the source does by the lexicon",
  18: "what both do by the lexicon", 19: "what the target bears by the lexicon", 20: "lexicon, source to target",
  21: "lexicon, target to source", 22: "tone, how far from the source", 23: "tone, how far from the target",
  24: "tone, part of speech", 25: "names before", 26: "names between", 27: "names after", 28: "length of the sentence",
  29: "place of the first", 30: "kind of the source", 31: "names between, distance", 32: "verbs between",
  33: "verbs and names between", 34: "kind of the target", 35: "both kinds", 36: "order, both kinds",
  37: "both kinds, lexicon", 38: "both kinds, distance", ...sideTemplates(40, "source"), ...sideTemplates(50, "target"), 60: "no path",
  61: "path", 62: "path, tone of its top", 63: "path, top", 64: "length of the path", 65: "way up, top",
  66: "top, way down", 67: "top, order", 68: "top, negated, modal", 69: "way up, tone of the top",
  70: "way down, tone of the top", 71: "word above the source", 72: "word above the source, relation",
  73: "word above the target", 74: "word above the target, relation", 75: "tone of the path", 76: "tone of the path, path",
  77: "word beside the path", 78: "word beside the path, relation", 79: "words on and beside the path",
  80: "tone beside the path", 81: "counts of tone beside the path", 82: "two words of the path", 83: "words of the path",
}; // prettier-ignore

function sideTemplates(base: number, side: string): Readonly<Record<number, string>> {
  const facts = [
    "relation", "governor", "tone of the governor", "part of speech of the governor", "second governor",
    "tone of the second governor", "dependent", "tone of a dependent", "spelling", "common noun",
  ]; // prettier-ignore
  return Object.fromEntries(facts.map((fact, at) => [base + at, `${fact} of the ${side}`]));
}

/** Reads one ordered pair of mentions again as the model did; undefined when one stands outside the sentence. */
export function readPair(
  reader: StanceReader,
  clause: Clause,
  mentions: readonly Mention[],
  source: number,
  target: number,
): ReadPair | undefined {
  const reading = readClause(clause, reader.lexicon, mentions);
  const { sequence } = reading;
  const [a, b] = [sequence.places.get(source), sequence.places.get(target)];
  if (a === undefined || b === undefined || mentions[source] === undefined) return undefined;
  const { resources, network, model } = reader;
  const candidate: Candidate = { ...reading, source: a, target: b, sourceMention: source, targetMention: target };
  const temperature = resources.calibration.temperature.pair;
  const verdict = model.verdict(candidate, network.project(sequence));
  return { verdict, temperature, features: namedFeatures(reader, candidate, clause, temperature) };
} // prettier-ignore

function namedFeatures(reader: StanceReader, candidate: Candidate, clause: Clause, temperature: number) {
  const linear = reader.resources.pair;
  const hashes = new Int32Array(4096);
  const words = wordNames(candidate.sequence, clause);
  const labels: string[] = [];
  const count = pairFeatures(candidate, hashes, (template, ...values) => {
    const told = values.map((value) => words.get(value) ?? (Math.abs(value) < 1000 ? String(value) : "…"));
    labels.push(`${templates[template] ?? `template ${template}`}: ${told.join(" ")}`);
  });
  const scale = (regressionShare.pair * linear.scale) / Math.sqrt(Math.max(1, count)) / temperature;
  const steps = new Int32Array(3);
  return labels.flatMap((feature, at): NamedFeature[] => {
    linear.score(hashes.subarray(at, at + 1), 1, steps);
    if (steps.every((step) => step === 0)) return [];
    return [{ feature, odds: [steps[0]! * scale, steps[1]! * scale, steps[2]! * scale] }];
  });
} // prettier-ignore

/** Words of the sentence by the hashes that stand for them, alone and in twos. */
function wordNames(sequence: Sequence, { tokens, syntax, first, last }: Clause): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const { relation } of syntax?.slice(first, last) ?? []) names.set(relationHash(relation), relation);
  const at = (place: number): [hash: number, name: string][] => {
    const lemma = tokens[sequence.tokens[place]!]!.lemma.toLowerCase();
    const own: [number, string] = sequence.lemmas[place] === 0 ? [0, "(name)"] : [wordHash(lemma), lemma];
    return [own, [11, "(source)"], [12, "(target)"]];
  };
  for (let place = 0; place < sequence.length; place++) {
    for (const [hash, name] of at(place)) if (Math.abs(hash) >= 1000) names.set(hash, name);
    if (place + 1 < sequence.length)
      for (const [a, left] of at(place))
        for (const [b, right] of at(place + 1)) names.set(mix(a, b), `${left} ${right}`);
  }
  return names;
} // prettier-ignore

/** Probabilities without some features. */
export function verdictWithout(verdict: Verdict, removed: readonly NamedFeature[]): Verdict {
  const odds = verdict.map((p, c) => p * Math.exp(-removed.reduce((sum, { odds }) => sum + odds[c]!, 0)));
  const sum = odds.reduce((total, value) => total + value, 0);
  return [odds[0]! / sum, odds[1]! / sum, odds[2]! / sum];
}
