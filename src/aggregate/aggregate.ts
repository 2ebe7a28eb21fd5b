import type { z } from "zod";
import type { Dataset } from "../core/dataset.ts";
import type { LoadedResources, Resources } from "../core/stage.ts";
import type { AnyRow, AnyTable } from "../core/table.ts";

/** Makes one table from the rows of all articles. Pure: the same rows give the same rows. */
export interface Aggregate<Options extends z.ZodObject = z.ZodObject, R extends Resources = Resources> {
  readonly name: string;
  /** One sentence for help and documentation. */
  readonly summary: string;
  /** A strict object; every field has a default and a description. */
  readonly options: Options;
  readonly resources: R;
  /** Tables it cannot work without. */
  readonly needs: readonly string[];
  /** The table it fills. */
  readonly table: AnyTable;
  /** How the rows are made: unit, weights, periods. For the codebook. */
  readonly notes: readonly string[];
  /** Rows in any order; the engine sorts them by key. */
  rows(kit: {
    readonly options: z.output<Options>;
    readonly resources: LoadedResources<R>;
    readonly dataset: Dataset;
  }): Promise<readonly AnyRow[]>;
}

// `any`: the catalog holds aggregates with options and resources of every shape.
export type AnyAggregate = Aggregate<any, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

export function defineAggregate<Options extends z.ZodObject, const R extends Resources>(
  aggregate: Aggregate<Options, R>,
): Aggregate<Options, R> {
  return Object.freeze(aggregate);
}
