import type { AnyDocument } from "../../core/document.ts";
import type { Mention } from "../../core/layers.ts";
import { comparableActor, type Counts } from "../../core/score.ts";
import type { Exchange, GoldRecord } from "../../core/stage.ts";
import { overlaps, within } from "../../core/span.ts";

/** A mention of a gold record. Several actors are joined by `+`; null is a mention of nobody in particular. */
export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly level: "name" | "metonym" | "nominal" | "pronoun";
  readonly type: string | null;
  readonly actor: string | null;
}

const levels = {
  name: "name", metonym: "metonym", demonym: "nominal", nominal: "nominal", pronoun: "pronoun",
} as const; // prettier-ignore

const types: Readonly<Record<Mention["entityType"], string>> = {
  person: "PER", organisation: "ORG", state: "LOC", place: "LOC", group: "ORG", media: "ORG", facility: "LOC",
  event: "MISC", other: "MISC",
}; // prettier-ignore

/** Mentions with actors as gold records have them; scored where a record's mentions name actors. */
export const actorsExchange: Exchange<"mentions"> = {
  fields: ["mentions"],
  annotate: (document) => ({
    mentions: (document.layers.mentions ?? []).map((mention) => ({
      start: mention.start,
      end: mention.end,
      text: mention.text,
      level: levels[mention.mentionType],
      type: types[mention.entityType],
      actor: actorsOf(mention) ?? null,
    })),
  }),
  given: (record, document) => ({ mentions: givenMentions(record, document) }),
  score: (record, document) => scoreMentions(goldMentions(record), document.layers.mentions ?? []),
};

function goldMentions(record: GoldRecord): readonly GoldMention[] {
  const mentions = (record.mentions ?? []) as readonly GoldMention[];
  return mentions.some((mention) => mention.actor !== undefined) ? mentions : [];
}

function givenMentions(record: GoldRecord, document: AnyDocument): Mention[] {
  const sentences = document.layers.sentences ?? [];
  return goldMentions(record).flatMap((gold): Mention[] => {
    const sentence = sentences.findIndex((span) => span.start <= gold.start && gold.start < span.end);
    if (sentence < 0) return [];
    const ids = gold.actor?.split("+") ?? [];
    return [
      {
        start: gold.start, end: gold.end, text: gold.text, sentence, mentionType: gold.level,
        entityType: gold.type === "PER" ? "person" : gold.type === "LOC" ? "state" : "organisation",
        ...(ids.length === 1 ? { actorId: ids[0]! } : ids.length > 1 ? { memberIds: [...ids].sort() } : {}),
        linkMethod: "exact", confidence: 1, ruleId: "gold",
      },
    ]; // prettier-ignore
  });
}

/** Who a mention stands for, one or several joined by `+`. */
function actorsOf(mention: Mention): string | undefined {
  return mention.memberIds?.join("+") ?? mention.actorId;
}

/**
 * `names`, `metonyms`: share of the gold mentions with an actor that are linked to it (accuracy). `places`: names of
 * nobody that are left alone. `references`: links of nominals and pronouns, found against gold; a nominal that names its
 * country ("French soldiers", "the French") counts as found only where the gold has a mention, since the gold leaves many
 * of them out. `cluster_precision`,
 * `cluster_recall`: B-cubed over the gold mentions with an actor; a mention that was not linked is a cluster of its own.
 */
export function scoreMentions(
  gold: readonly GoldMention[],
  found: readonly Mention[],
): Record<string, Counts> {
  if (gold.length === 0) return {};
  const matches = gold.map((mention) => bestMatch(mention, found));
  const scores: Record<string, Counts> = {};
  const accuracy = (name: string, pick: (mention: GoldMention) => boolean): void => {
    const chosen = gold.map((mention, index) => ({ mention, index })).filter(({ mention }) => pick(mention));
    const correct = chosen.filter(({ mention, index }) => sameActor(mention, matches[index])).length;
    if (chosen.length > 0) scores[name] = { correct, found: chosen.length, gold: chosen.length };
  };
  accuracy("names", ({ level, actor }) => level === "name" && actor !== null);
  accuracy("metonyms", ({ level, actor }) => level === "metonym" && actor !== null);
  accuracy("places", ({ level, actor }) => level === "name" && actor === null);

  const isReference = (level: string): boolean => level === "nominal" || level === "pronoun";
  const ofGold = new Map(gold.map((mention, index) => [matches[index], mention.level] as const));
  const wanted = gold.filter(({ level, actor }) => isReference(level) && actor !== null);
  const overlapped = (mention: Mention): boolean => gold.some((other) => overlaps(other, mention));
  const linked = found.filter(
    (mention) =>
      (isReference(mention.mentionType) ||
        (mention.mentionType === "demonym" && isReference(ofGold.get(mention) ?? ""))) &&
      actorsOf(mention) !== undefined &&
      (mention.linkMethod !== "demonym_agent" || overlapped(mention)),
  );
  const right = new Set<Mention>();
  gold.forEach((mention, index) => {
    const match = matches[index];
    if (
      isReference(mention.level) &&
      match !== undefined &&
      mention.actor !== null &&
      sameActor(mention, match)
    )
      right.add(match);
  });
  scores.references = {
    correct: linked.filter((mention) => right.has(mention)).length, found: linked.length, gold: wanted.length,
  }; // prettier-ignore
  Object.assign(scores, bCubed(gold, matches));
  return scores;
}

function sameActor(gold: GoldMention, match: Mention | undefined): boolean {
  const actor = match === undefined ? undefined : actorsOf(match);
  if (gold.actor === null) return actor === undefined;
  return actor !== undefined && comparableActor(actor) === comparableActor(gold.actor);
}

/** The found mention that shares most characters; titles and determiners may be in or out. */
function bestMatch(gold: GoldMention, found: readonly Mention[]): Mention | undefined {
  let best: Mention | undefined;
  let most = 0;
  for (const mention of within(found, gold)) {
    const shared = Math.min(mention.end, gold.end) - Math.max(mention.start, gold.start);
    // The head stands at the end: of two that share as much the later one.
    if (shared >= most) [best, most] = [mention, shared];
  }
  return best;
}

function bCubed(
  gold: readonly GoldMention[],
  matches: readonly (Mention | undefined)[],
): Record<string, Counts> {
  const items = gold.flatMap((mention, index) => {
    if (mention.actor === null) return [];
    const match = matches[index];
    const actor = match === undefined ? undefined : actorsOf(match);
    return [
      {
        gold: comparableActor(mention.actor),
        found: actor === undefined ? `alone ${index}` : comparableActor(actor),
      },
    ];
  });
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const same = items.filter((other) => other.gold === item.gold && other.found === item.found).length;
    precision += same / items.filter((other) => other.found === item.found).length;
    recall += same / items.filter((other) => other.gold === item.gold).length;
  }
  const { length } = items;
  return {
    cluster_precision: { correct: precision, found: length, gold: length },
    cluster_recall: { correct: recall, found: length, gold: length },
  };
}
