import { entityTypes, nerTypes, type EntityType, type Name, type NerType } from "../../core/layers.ts";
import type { Counts } from "../../core/score.ts";
import { indexAfter } from "../../core/span.ts";
import type { Exchange, GoldRecord } from "../../core/stage.ts";

interface GoldEntity {
  readonly start: number;
  readonly end: number;
  readonly type: NerType;
  readonly label?: string;
}

const plain: Readonly<Record<NerType, EntityType>> = {
  PER: "person",
  ORG: "organisation",
  LOC: "place",
  MISC: "other",
};

/** The record's entities; those of unknown type or outside the text are no use and left out. */
function goldEntities(record: GoldRecord): GoldEntity[] {
  const list = Array.isArray(record.entities) ? (record.entities as Partial<GoldEntity>[]) : [];
  return list
    .filter(
      (entity): entity is GoldEntity =>
        nerTypes.includes(entity.type!) &&
        Number.isInteger(entity.start) &&
        Number.isInteger(entity.end) &&
        entity.start! >= 0 &&
        entity.start! < entity.end! &&
        entity.end! <= record.text.length,
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether entities are listed for the whole text, without where they stand: their names are still to be found. */
const isListOfNames = (entities: unknown): boolean =>
  Array.isArray(entities) &&
  entities.length > 0 &&
  (entities as Partial<GoldEntity>[]).every(({ start }) => start === undefined);

const coarse: Readonly<Record<EntityType, NerType>> = {
  person: "PER",
  organisation: "ORG",
  media: "ORG",
  state: "LOC",
  place: "LOC",
  facility: "LOC",
  group: "MISC",
  event: "MISC",
  other: "MISC",
};

const nerTypeOf = ({ nerType, entityType }: Name): NerType => nerType ?? coarse[entityType];

const isEntityType = (label: string | undefined): label is EntityType =>
  (entityTypes as readonly (string | undefined)[]).includes(label);

const key = (start: number, end: number, type: string): string => `${start}:${end}:${type}`;

function countsOf(gold: ReadonlySet<string>, found: ReadonlySet<string>, types: readonly NerType[]): Counts {
  const ofTypes = (keys: ReadonlySet<string>): string[] =>
    [...keys].filter((item) => types.includes(item.split(":")[2] as NerType));
  const wanted = ofTypes(gold);
  return {
    correct: wanted.filter((item) => found.has(item)).length,
    found: ofTypes(found).length,
    gold: wanted.length,
  };
}

/** Entities as the name corpora write them; a name counts when start, end and type agree (the rule of conlleval). */
export const exchange: Exchange<"names"> = {
  fields: ["entities"],
  annotate: ({ layers }) => ({
    entities: (layers.names ?? []).map((name) => ({
      start: name.start, end: name.end, text: name.text, type: nerTypeOf(name), label: name.entityType,
    })), // prettier-ignore
  }),
  given(record, { layers }) {
    if (isListOfNames(record.entities)) return undefined;
    const sentences = layers.sentences ?? [];
    const names: Name[] = [];
    for (const { start, end, type, label } of goldEntities(record)) {
      if (start < (names.at(-1)?.end ?? 0)) continue;
      const sentence = Math.min(indexAfter(sentences, start), sentences.length - 1);
      if (sentence < 0) continue;
      names.push({
        start, end, sentence, text: record.text.slice(start, end), nerType: type, confidence: 1, ruleId: "given",
        entityType: isEntityType(label) ? label : plain[type],
      }); // prettier-ignore
    }
    return { names };
  },
  score(record, { layers }) {
    const gold = new Set(goldEntities(record).map(({ start, end, type }) => key(start, end, type)));
    const found = new Set((layers.names ?? []).map((name) => key(name.start, name.end, nerTypeOf(name))));
    return {
      names: countsOf(gold, found, ["PER", "ORG", "LOC"]),
      ...Object.fromEntries(nerTypes.map((type) => [`names_${type}`, countsOf(gold, found, [type])])),
    };
  },
};
