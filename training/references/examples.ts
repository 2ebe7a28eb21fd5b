import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "../../src/core/pipeline.ts";
import { loadResource } from "../../src/core/resource.ts";
import type { GoldRecord } from "../../src/core/stage.ts";
import { articleOf } from "../../src/evaluate/annotate.ts";
import { linkNames, prepareKit, readingOf } from "../../src/stages/actors/link.ts";
import type { Reading } from "../../src/stages/actors/reading.ts";
import { resolveReferences } from "../../src/stages/actors/references/index.ts";
import { sideOf, type Entry } from "../../src/stages/actors/references/history.ts";
import { registryResources as files } from "../../src/stages/actors/registry/resources.ts";
import { stages } from "../../src/stages/index.ts";
import { sharedFile } from "../shared.ts";
import type { Example } from "./model.ts";

interface GumMention {
  readonly start: number;
  readonly end: number;
  readonly cluster: number;
}
interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly level: string;
  readonly actor: string | null;
}

const kit = prepareKit({
  countries: loadResource(files.countries), actors: loadResource(files.actors), offices: loadResource(files.offices),
  agents: loadResource(files.agents), roles: loadResource(files.roles), contexts: loadResource(files.contexts),
  metonyms: loadResource(files.metonyms), references: loadResource(files.references), firstNames: loadResource(files.firstNames),
  organisationWords: loadResource(files.organisationWords), referenceWeights: [],
}); // prettier-ignore
const before = ["clean", "segment", "syntax", "entities", "dates"];
const pipeline = compile({ stages: before }, stages);
const records = (file: string): GoldRecord[] =>
  readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as GoldRecord); // prettier-ignore

/** Which entries a pronoun at a token stands for; undefined when the record says nothing of the pronoun. */
type Truth = (reading: Reading, pronoun: number) => (entry: Entry) => boolean;

function examplesOf(record: GoldRecord, truth: Truth): Example[] {
  const reading = readingOf(pipeline.analyze(articleOf(record)).document, kit.registry);
  const examples: Example[] = [];
  resolveReferences(
    reading,
    {
      ...kit,
      oracle: ({ pronoun, table, candidates, features }) => {
        const isRight = truth(reading, pronoun);
        const right = candidates.map(isRight);
        const first = right.indexOf(true);
        examples.push({
          table,
          features,
          right: [...right, first < 0],
          sides: candidates.map(({ ids }) => ids.map(sideOf).join("+")),
        });
        return first;
      },
    },
    linkNames(reading, kit),
  );
  return examples;
}

/** GUM: of the same cluster, by the smallest mention that holds the head. */
function gumTruth(mentions: readonly GumMention[]): Truth {
  return (reading, pronoun) => {
    const { start, end } = reading.tokens[pronoun]!;
    const own = mentions.find((mention) => mention.start === start && mention.end === end);
    return (entry) => {
      if (own === undefined) return false;
      const several = entry.ids.length > 1 && entry.draft === undefined;
      const from = reading.tokens[several ? entry.first : entry.head]!.start;
      const to = reading.tokens[several ? entry.last - 1 : entry.head]!.end;
      let smallest: GumMention | undefined;
      for (const mention of mentions)
        if (mention.start <= from && to <= mention.end && (smallest === undefined || mention.end - mention.start < smallest.end - smallest.start))
          smallest = mention; // prettier-ignore
      return smallest?.cluster === own.cluster;
    };
  };
}

/** Our gold: the same actors, a government counting as its state; of common nouns those marked for the same actor. */
function ownTruth(mentions: readonly GoldMention[]): Truth {
  const sides = (actor: string): string =>
    actor.split("+").map((id) => sideOf(id.replace(/^x\./, ""))).sort().join("+"); // prettier-ignore
  return (reading, pronoun) => {
    const { start } = reading.tokens[pronoun]!;
    const own = mentions.find((mention) => mention.start === start && mention.actor !== null);
    return (entry) => {
      const actor = own?.actor;
      if (actor === undefined || actor === null) return false;
      if (!entry.ids[0]!.startsWith("?")) return sides(entry.ids.join("+")) === sides(actor);
      const head = reading.tokens[entry.head]!;
      return mentions.some(
        (mention) =>
          mention.end === head.end && mention.actor !== null && sides(mention.actor) === sides(actor),
      );
    };
  };
}

const gum = records(sharedFile("benchmarks/entities/gum-train.jsonl")).filter(({ source: genre }) =>
  /news|speech|bio|interview|letter|textbook/.test(String(genre)),
);
const own = records(fileURLToPath(new URL("../../corpus/gold/development.jsonl", import.meta.url)));

/** The pronouns of GUM. */
export function gumExamples(): Example[] {
  return gum.flatMap((record) => examplesOf(record, gumTruth(record.mentions as GumMention[])));
}

/** The pronouns of our own gold, by article. */
export function ownExamples(): Example[][] {
  return own.map((record) => examplesOf(record, ownTruth(record.mentions as GoldMention[])));
}
