/**
 * What the report page is given: the dataset as columns of plain values, small enough to travel inside one HTML file.
 * Numbers called `…: index` point into another list. The page and the command that fills it share this contract.
 */
export interface Bundle {
  readonly dataset: {
    readonly name: string;
    readonly tool: string;
    readonly runId: string;
    /** Rows per table. */
    readonly counts: Readonly<Record<string, number>>;
  };
  readonly rejects: readonly BundleReject[];
  readonly outlets: readonly string[];
  readonly actors: readonly BundleActor[];
  readonly articles: readonly BundleArticle[];
  readonly stances: readonly BundleStance[];
  readonly events: readonly BundleEvent[];
  readonly figures: readonly BundleFigure[];
  /** What was left out to keep the file small, for the reader to know; empty when all is here. */
  readonly omissions: readonly string[];
}

export interface BundleReject {
  readonly code: string;
  readonly severity: string;
  readonly count: number;
  readonly message: string;
}

export interface BundleActor {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

export interface BundleArticle {
  readonly id: string;
  readonly title: string;
  readonly outlet?: number;
  /** ISO day, month or year. */
  readonly date?: string;
  readonly url?: string;
  readonly cluster?: string;
  /** Absent where the text was left out. */
  readonly text?: string;
  readonly marks?: readonly BundleMark[];
}

/** A highlighted span: kind, start, end, row id, and a line that explains it. */
export type BundleMark = readonly [kind: MarkKind, start: number, end: number, rowId: string, note: string];
export type MarkKind = "mention" | "date" | "figure" | "quote" | "stance";

export interface BundleStance {
  readonly id: string;
  readonly article: number;
  readonly sentence: number;
  readonly source: number;
  readonly target: number;
  /** Indices of the actors they count as on the dyads' level that day: a government as its state. */
  readonly from: number;
  readonly towards: number;
  readonly score: number;
  readonly confidence: number;
  readonly channel: string;
  readonly holder: string;
  readonly modality: string;
  readonly date?: string;
  readonly cue?: string;
  /** The evidence sentence; absent where it was left out. */
  readonly evidence?: string;
}

export interface BundleEvent {
  readonly id: string;
  readonly article: number;
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  /** Indices of the actors that sources and targets count as. */
  readonly sides: readonly number[];
  readonly type: string;
  readonly intensity: number;
  readonly modality: string;
  readonly date?: string;
  readonly trigger: string;
  readonly evidence?: string;
}

export interface BundleFigure {
  readonly id: string;
  readonly article: number;
  readonly text: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly comparator: string;
  readonly kind: string;
  /** Unit, currency or what is counted. */
  readonly of: string;
  readonly category: string;
  readonly actor?: number;
  readonly side?: number;
  readonly date?: string;
  readonly evidence?: string;
}

/** Stands in the built page where the bundle's JSON goes. */
export const bundlePlaceholder = "__DYADIC_BUNDLE__";
