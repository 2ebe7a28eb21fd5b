import type { PublishedMethod, PublishedPrecision } from "./article.ts";
import type { Span } from "./span.ts";

/*
 * Every built-in layer, in one interface: what the stages hand to each other. A layer is a read-only array of plain
 * objects sorted by position. The value lists are arrays so that tables, checks and codebook share them with the types.
 */

export const noiseKinds = [
  "teaser", "related", "byline", "caption", "social", "dateline", "headline", "boilerplate",
] as const; // prettier-ignore
/** A part of the text that is not the article's own prose. Marked, never deleted; it gets no sentences. */
export interface Noise extends Span {
  readonly kind: (typeof noiseKinds)[number];
  readonly ruleId: string;
}

export interface Paragraph extends Span {
  /** From 1. */
  readonly number: number;
}

export const sections = ["title", "lead", "body", "caption"] as const;
/** A sentence of the article's own prose; `firstToken`..`lastToken` (exclusive) index the `tokens` layer. */
export interface Sentence extends Span {
  /** From 1. */
  readonly number: number;
  /** Number of its paragraph, from 1. */
  readonly paragraph: number;
  readonly section: (typeof sections)[number];
  readonly firstToken: number;
  readonly lastToken: number;
}

/** Universal Dependencies part-of-speech tags. */
export const uposTags = [
  "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
  "VERB", "X",
] as const; // prettier-ignore
export type Upos = (typeof uposTags)[number];

export interface Token extends Span {
  /** The surface, equal to `text.slice(start, end)`. */
  readonly text: string;
  /** Index into the `sentences` layer. */
  readonly sentence: number;
  readonly upos: Upos;
  /** Penn Treebank tag. */
  readonly xpos: string;
  readonly lemma: string;
}

/** The dependency of the token at the same index in `tokens`. */
export interface Dependency extends Span {
  /** Index of the governing token in `tokens`; -1 for the root of a sentence. */
  readonly head: number;
  /** Universal Dependencies relation with subtype: `nsubj:pass`. */
  readonly relation: string;
}

export const entityTypes = [
  "person", "organisation", "state", "place", "group", "media", "facility", "event", "other",
] as const; // prettier-ignore
export type EntityType = (typeof entityTypes)[number];

/** Coarse types of names, those of CoNLL-2003 and of most name corpora. */
export const nerTypes = ["PER", "ORG", "LOC", "MISC"] as const;
export type NerType = (typeof nerTypes)[number];

/** A proper name. Titles ("President") stay outside. */
export interface Name extends Span {
  readonly text: string;
  readonly sentence: number;
  readonly entityType: EntityType;
  /** The same in the coarse types that benchmarks use. */
  readonly nerType?: NerType;
  /** 0 to 1. */
  readonly confidence: number;
  readonly ruleId: string;
}

export const mentionTypes = ["name", "nominal", "pronoun", "metonym", "demonym"] as const;
export const linkMethods = [
  "exact", "alias", "acronym", "title_name", "short_name", "demonym_agent", "metonym", "fuzzy", "coreference", "role",
  "speaker", "discovered", "none",
] as const; // prettier-ignore
/** An expression that stands for somebody, with who that is where it is known. */
export interface Mention extends Span {
  readonly text: string;
  readonly sentence: number;
  readonly mentionType: (typeof mentionTypes)[number];
  readonly entityType: EntityType;
  /** Registry id (`aze.gov`) or the id of a discovered actor; absent when unresolved. */
  readonly actorId?: string;
  /** Display name of the actor: the registry's, or the fullest form seen of a discovered one. */
  readonly actorName?: string;
  /** ISO 3166-1 alpha-3 of the actor's country, where it has one. */
  readonly country?: string;
  /** CAMEO actor code on the day the sentence is about: `RUSGOV`, `USAELI` for a former president. */
  readonly cameoCode?: string;
  readonly linkMethod: (typeof linkMethods)[number];
  /** All actors meant, for "both states" and the like; sorted. Absent for a single one. */
  readonly memberIds?: readonly string[];
  /** "President", "top editors". */
  readonly roleText?: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly ruleId: string;
}

export const dateTypes = ["DATE", "TIME", "DURATION", "SET"] as const;
export const datePrecisions = [
  "time", "day", "week", "month", "quarter", "season", "year", "decade", "century", "unknown",
] as const; // prettier-ignore
export type DatePrecision = (typeof datePrecisions)[number];
export const dateModifiers = [
  "none", "approx", "start", "mid", "end", "before", "after", "less_than", "more_than",
] as const; // prettier-ignore
export const dateAnchors = ["absolute", "publication", "previous_date", "unresolved"] as const;
/** A temporal expression (TIMEX3). */
export interface DateExpression extends Span {
  readonly text: string;
  readonly sentence: number;
  readonly type: (typeof dateTypes)[number];
  /** TIMEX3 value: `2024-12`, `P6M`, `2025-W26`, `PAST_REF`. */
  readonly value: string;
  readonly modifier: (typeof dateModifiers)[number];
  /** First and last day meant, ISO; absent when no calendar days follow from the text. */
  readonly startDate?: string;
  readonly endDate?: string;
  readonly precision: DatePrecision;
  readonly anchor: (typeof dateAnchors)[number];
  /** The day it was counted from, ISO. */
  readonly anchorValue?: string;
  /** Parts of the value not stated in the text but taken from the anchor: `year`, `month`, `day`. */
  readonly implied: readonly ("year" | "month" | "day" | "century")[];
  /** TIMEX3 quant and freq of a SET. */
  readonly quant?: string;
  readonly freq?: string;
  /** Index in this layer of the other end of the interval ("from 1988 until 1994"), and which end this one is. */
  readonly interval?: { readonly other: number; readonly role: "begin" | "end" };
  readonly confidence: number;
  readonly ruleId: string;
}

/** When the article was published, as far as is known; the layer has exactly one element. */
export interface Publication extends Span {
  /** ISO, as precise as `precision` says; absent when unknown. */
  readonly date?: string;
  readonly precision: PublishedPrecision;
  readonly method: PublishedMethod;
}

export const comparators = ["eq", "approx", "ge", "gt", "le", "lt", "range", "vague"] as const;
export type Comparator = (typeof comparators)[number];
export const figureKinds = [
  "count", "money", "percent", "ratio", "measure", "duration", "temperature", "ordinal", "age", "rank", "number",
] as const; // prettier-ignore
export const countedClasses = [
  "people", "vehicles", "weapons", "buildings", "money", "votes", "states", "organisations", "places", "events",
  "documents", "goods", "animals", "time", "other",
] as const; // prettier-ignore
export const figureCategories = [
  "killed", "wounded", "arrested", "missing", "displaced", "protesters", "troops", "sanctions", "cost", "none",
] as const; // prettier-ignore
export const changes = ["none", "rise", "fall", "level"] as const;
/** A number with its meaning. The span holds the number and its unit; hedges ("more than") stay outside. */
export interface Figure extends Span {
  readonly text: string;
  readonly sentence: number;
  readonly kind: (typeof figureKinds)[number];
  /** Point value in `unit`; absent for ranges and vague quantities. */
  readonly value?: number;
  /** Bounds, equal for a point value; an open side is absent. */
  readonly valueLow?: number;
  readonly valueHigh?: number;
  readonly comparator: Comparator;
  readonly change: (typeof changes)[number];
  /**
   * UCUM code (`km`, `t`, `%`) or, where UCUM has none, the plain word (`decade`, `ton`); `km/h`, `USD/[bbl_us]` for
   * rates; of money only the hundredth it is given in (`cent`). Absent for counts.
   */
  readonly unit?: string;
  /** ISO 4217. */
  readonly currency?: string;
  /** The currency was inferred from a bare "$" or "Rs.". */
  readonly currencyInferred?: boolean;
  /** The currency as far as the text says it, when that is not all: "dollar", "rupee"; of hundredths "cent", "pence". */
  readonly currencyName?: string;
  readonly countedText?: string;
  readonly countedStart?: number;
  readonly countedEnd?: number;
  /** Singular lemma of the counted noun. */
  readonly countedHead?: string;
  readonly countedClass?: (typeof countedClasses)[number];
  readonly category: (typeof figureCategories)[number];
  /** The word that says the category: "killed". */
  readonly categoryStart?: number;
  readonly categoryEnd?: number;
  /** Index into `mentions` of whom the figure is about, and of who gives it. */
  readonly aboutMention?: number;
  readonly saidByMention?: number;
  /** Index into `dates`. */
  readonly date?: number;
  readonly confidence: number;
  readonly ruleId: string;
}

export const quoteTypes = ["direct", "indirect", "mixed"] as const;
export const speakerMethods = ["explicit", "pronoun", "carried_over", "none"] as const;
/** Reported speech. The span is what was said, without the quotation marks. */
export interface Quote extends Span {
  readonly text: string;
  readonly sentence: number;
  readonly type: (typeof quoteTypes)[number];
  readonly speakerText?: string;
  /** Index into `mentions`. */
  readonly speakerMention?: number;
  readonly speakerMethod: (typeof speakerMethods)[number];
  readonly verb?: string;
  /** -1 to 1: what the reporting verb alone says of the speaker's attitude. */
  readonly verbPolarity: number;
  readonly confidence: number;
  readonly ruleId: string;
}

/** PLOVER event types. */
export const ploverTypes = [
  "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
  "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
] as const; // prettier-ignore
export type PloverType = (typeof ploverTypes)[number];
/** What the text claims about an event: that it happened, that somebody says so, that it will, might, or did not. */
export const modalities = ["asserted", "reported", "future", "hypothetical", "negated", "denied"] as const;
export type Modality = (typeof modalities)[number];
/** Who did what to whom. The span is the trigger: the predicate's own words. */
export interface Event extends Span {
  readonly text: string;
  readonly sentence: number;
  readonly type: PloverType;
  readonly mode?: string;
  readonly contexts: readonly string[];
  /** CAMEO code as text, zero-led. */
  readonly cameoCode?: string;
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quadClass: 1 | 2 | 3 | 4;
  /** -10 to 10 on `intensityScale`. */
  readonly intensity: number;
  readonly intensityScale: string;
  /** Indices into `mentions`; compound actors stay one event. */
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  readonly modality: Modality;
  readonly negated: boolean;
  /** -1, 0 or 1. */
  readonly polarity: number;
  /** Index into `dates`. */
  readonly date?: number;
  /** Index into `names`. */
  readonly place?: number;
  /** Index into `quotes`: the quotation it stands in. */
  readonly quote?: number;
  /** Index into `mentions`: who tells of it, when not the author. */
  readonly holder?: number;
  readonly confidence: number;
  readonly ruleId: string;
}

export const channels = ["evaluative", "verbal_act", "material_act", "alignment"] as const;
export const holders = ["author", "quoted_speaker", "reported_party"] as const;
export const stanceLabels = ["positive", "negative", "neutral"] as const;
/** One expression of a stance of `source` towards `target`. The span is the evidence: a clause or sentence. */
export interface Stance extends Span {
  readonly sentence: number;
  /** Indices into `mentions`. */
  readonly source: number;
  readonly target: number;
  /** The one actor meant by a side whose mention means several ("the two leaders"). */
  readonly sourceActorId?: string;
  readonly targetActorId?: string;
  readonly holder: (typeof holders)[number];
  /** Index into `mentions`: who says so, when not the author. */
  readonly holderMention?: number;
  /** -1 to 1. */
  readonly score: number;
  readonly scoreSd: number;
  readonly label: (typeof stanceLabels)[number];
  /** 0 to 1, calibrated: that the row is a stance at all. */
  readonly confidence: number;
  readonly channel: (typeof channels)[number];
  readonly cueStart: number;
  readonly cueEnd: number;
  readonly negated: boolean;
  readonly modality: Modality;
  /** Factor by which an intensifier or downtoner changed the score; 1 for none. */
  readonly intensifier: number;
  /** Indices into `events`, `quotes` and `dates`. */
  readonly event?: number;
  readonly quote?: number;
  readonly date?: number;
  readonly ruleId: string;
}

export interface Layers {
  readonly noise: readonly Noise[];
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly syntax: readonly Dependency[];
  readonly names: readonly Name[];
  readonly mentions: readonly Mention[];
  readonly publication: readonly Publication[];
  readonly dates: readonly DateExpression[];
  readonly figures: readonly Figure[];
  readonly quotes: readonly Quote[];
  readonly events: readonly Event[];
  readonly stances: readonly Stance[];
}

export type LayerName = keyof Layers;

export const layerNames = [
  "noise", "paragraphs", "sentences", "tokens", "syntax", "names", "mentions", "publication", "dates", "figures",
  "quotes", "events", "stances",
] as const satisfies readonly LayerName[]; // prettier-ignore
