import type {
  DateExpression,
  Dependency,
  EntityType,
  Mention,
  Name,
  Sentence,
  Token,
} from "../../core/layers.ts";
import type { Alias, Registry } from "./registry/registry.ts";
import { keyWords } from "./registry/keys.ts";

/** An article as this stage reads it: tokens with their keys and the days its sentences speak of. */
export interface Reading {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly syntax: readonly Dependency[] | undefined;
  readonly names: readonly Name[] | undefined;
  readonly registry: Registry;
  /** Key words of each token; none for hyphens and dots. */
  readonly keys: readonly (readonly string[])[];
  /** Key words that stand in the article, for context rules; made when first asked for. */
  readonly words: () => ReadonlySet<string>;
  /** Lower-case surface of each token. */
  readonly lower: readonly string[];
  /** The day a sentence is about, as far as dates tell; else the day of publication; ISO. */
  readonly day: (sentence: number) => string | undefined;
}

/** A mention in the making: a piece of one sentence with what is known of it so far. */
export interface Draft {
  /** Index of its first token, and of the one after its last. */
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  mentionType: Mention["mentionType"];
  entityType: EntityType;
  actorId?: string | undefined;
  /** Display name of an actor that is not in the registry. */
  name?: string | undefined;
  members?: readonly string[] | undefined;
  method: Mention["linkMethod"];
  confidence: number;
  rule: string;
  role?: string | undefined;
  /** Bearers of the form in the registry. */
  aliases?: readonly Alias[] | undefined;
  gender?: "f" | "m" | undefined;
  /** Office of a title before a person's name. */
  office?: string | undefined;
  /** ISO3 where the text or the registry gives one. */
  country?: string | undefined;
  /** What the recogniser took a registered form for. */
  seenAs?: EntityType | undefined;
  /** Stands for somebody, but only as the place where something happens. */
  place?: boolean | undefined;
}

interface Layers {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly syntax: readonly Dependency[] | undefined;
  readonly names: readonly Name[] | undefined;
  readonly dates: readonly DateExpression[] | undefined;
  /** ISO day, month or year of publication. */
  readonly published: string | undefined;
}

export function readArticle(layers: Layers, registry: Registry): Reading {
  const { tokens, sentences } = layers;
  const keys = tokens.map((token) => keyWords(token.text));
  let words: ReadonlySet<string> | undefined;
  return {
    text: layers.text, sentences, tokens, syntax: layers.syntax, names: layers.names, registry, keys, words: () => (words ??= new Set(keys.flat())),
    lower: tokens.map((token) => token.text.toLowerCase()),
    day: sentenceDays(sentences.length, layers.dates ?? [], fullDay(layers.published)),
  }; // prettier-ignore
}

/** The middle of a month or year known no better. */
function fullDay(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  if (date.length === 4) return `${date}-07-01`;
  if (date.length === 7) return `${date}-15`;
  return date.slice(0, 10);
}

/**
 * A sentence that names a past year or day is about that time, any other about the day of publication. When that is
 * unknown the latest day named in the article stands for it.
 */
function sentenceDays(
  count: number,
  dates: readonly DateExpression[],
  published: string | undefined,
): (sentence: number) => string | undefined {
  const own = new Array<string | undefined>(count);
  let latest: string | undefined;
  for (const date of dates) {
    if (date.anchor !== "absolute" || date.startDate === undefined || date.type !== "DATE") continue;
    if (date.precision === "decade" || date.precision === "century") continue;
    const middle = date.precision === "year" ? `${date.startDate.slice(0, 4)}-07-01` : date.startDate;
    if (published !== undefined && middle > published) continue;
    if (latest === undefined || middle > latest) latest = middle;
    own[date.sentence] ??= middle;
  }
  const general = published ?? latest;
  return (sentence) => own[sentence] ?? general;
}

/** Whether a dated form or term holds on a day; an unknown day holds everywhere. */
export function holds(
  dates: { readonly from?: string; readonly to?: string },
  day: string | undefined,
): boolean {
  if (day === undefined) return true;
  return (dates.from === undefined || dates.from <= day) && (dates.to === undefined || day <= dates.to);
}

export function draftSpan(
  reading: Reading,
  draft: Pick<Draft, "first" | "last">,
): { start: number; end: number } {
  return { start: reading.tokens[draft.first]!.start, end: reading.tokens[draft.last - 1]!.end };
}

const entityTypeOfActor: Readonly<Record<string, EntityType>> = {
  state: "state", government: "organisation", person: "person", party: "organisation", military: "organisation",
  armed_group: "organisation", igo: "organisation", ngo: "organisation", company: "organisation", media: "media",
  ethnic_group: "group", other: "organisation",
}; // prettier-ignore

export function entityTypeOf(reading: Reading, actorId: string): EntityType {
  return entityTypeOfActor[reading.registry.actor(actorId)?.type ?? "other"] ?? "organisation";
}
