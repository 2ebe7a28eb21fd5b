import type { z } from "zod";
import type { Dataset } from "../core/dataset.ts";
import type { AnyRow, AnyTable } from "../core/table.ts";

/** Makes one table from the rows of all articles. Pure: the same rows give the same rows. */
export interface Aggregate<Options extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  /** One sentence for help and documentation. */
  readonly summary: string;
  /** A strict object; every field has a default and a description. */
  readonly options: Options;
  /** Tables it cannot work without. */
  readonly needs: readonly string[];
  /** The table it fills. */
  readonly table: AnyTable;
  /** Rows in any order; the engine sorts them by key. */
  rows(kit: { readonly options: z.output<Options>; readonly dataset: Dataset }): Promise<readonly AnyRow[]>;
}

// `any`: the catalog holds aggregates with options of every shape.
export type AnyAggregate = Aggregate<any>; // eslint-disable-line @typescript-eslint/no-explicit-any

export function defineAggregate<Options extends z.ZodObject>(
  aggregate: Aggregate<Options>,
): Aggregate<Options> {
  return Object.freeze(aggregate);
}
