import type { z } from "zod";
import type { AnyDocument, Document } from "./document.ts";
import type { Explanation } from "./explanation.ts";
import type { LayerName, Layers } from "./layers.ts";
import type { Problem } from "./problem.ts";
import type { AnyResource, Resource } from "./resource.ts";
import type { Counts } from "./score.ts";
import type { AnyTable } from "./table.ts";

/** Tells of something a stage met in an article; the engine adds the article and the stage. */
export type Report = (problem: Problem) => void;

export type Resources = Readonly<Record<string, AnyResource>>;

export type LoadedResources<R extends Resources> = {
  readonly [K in keyof R]: R[K] extends Resource<infer T> ? T : never;
};

/** One line of a gold file: `id`, `text` and the fields the stages know (entities, dates, figures, stances…). */
export interface GoldRecord {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly [field: string]: unknown;
}

/** How a stage's findings look in a gold record, and how they are marked. */
export interface Exchange<Gives extends LayerName> {
  /** Fields of the gold record it writes and scores: `["dates"]`. */
  readonly fields: readonly string[];
  /** Our findings in the record's format; `record` gives what the benchmark asks about, such as a marked pair. */
  annotate(document: AnyDocument, record: GoldRecord): Readonly<Record<string, unknown>>;
  /** Layers made from the record's own fields instead of ours, for `annotate --given`; undefined when these do not say where. */
  given?(record: GoldRecord, document: AnyDocument): Readonly<Pick<Layers, Gives>> | undefined;
  /** Counts by measure name; called only for records that have one of the fields. */
  score?(record: GoldRecord, document: AnyDocument): Readonly<Record<string, Counts>>;
}

/**
 * A stage: a pure function from the layers it needs to the layers it gives. `prepare` runs once a thread and builds
 * the look-up tables; what it returns has no clock, no disk, no random numbers and no state between articles.
 */
export interface Stage<
  Needs extends LayerName = LayerName,
  Uses extends LayerName = LayerName,
  Gives extends LayerName = LayerName,
  Options extends z.ZodObject = z.ZodObject,
  R extends Resources = Resources,
> {
  readonly name: string;
  /** One sentence for help and documentation. */
  readonly summary: string;
  /** Layers it cannot work without. */
  readonly needs: readonly Needs[];
  /** Layers it reads when an earlier stage gave them. */
  readonly uses: readonly Uses[];
  readonly gives: readonly Gives[];
  /** A strict object; every field has a default and a description. */
  readonly options: Options;
  readonly resources: R;
  /** Tables it fills, each with its `rows`. */
  readonly tables: readonly AnyTable[];
  readonly exchange?: Exchange<Gives>;
  prepare(
    kit: Kit<Options, R>,
  ): (document: Document<Needs, Uses>, report: Report) => Readonly<Pick<Layers, Gives>>;
  /** Tells why an element of a layer it gave is there, by the table and the element's index; for `dyadic why`. */
  explain?(
    kit: Kit<Options, R>,
  ): (document: AnyDocument, table: string, index: number) => Explanation | undefined;
}

/** What a stage is made ready with. */
export interface Kit<Options extends z.ZodObject, R extends Resources> {
  readonly options: z.output<Options>;
  readonly resources: LoadedResources<R>;
}

// `any`: the catalog holds stages of every shape; `compile` checks the needs that the types can no longer see.
export type AnyStage = Stage<any, any, any, any, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** Declares a stage; it sees only the layers it asked for and must return those it promised. */
export function defineStage<
  const Needs extends LayerName,
  const Gives extends LayerName,
  Options extends z.ZodObject,
  const R extends Resources,
  const Uses extends LayerName = never,
>(stage: Stage<Needs, Uses, Gives, Options, R>): Stage<Needs, Uses, Gives, Options, R> {
  return Object.freeze(stage);
}
