import type { AnyAggregate } from "./aggregate.ts";

/** What is made from the rows of all articles, in order. */
export const aggregates: readonly AnyAggregate[] = [];
