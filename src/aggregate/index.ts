import type { AnyAggregate } from "./aggregate.ts";
import { actors } from "./actors/index.ts";
import { dyads } from "./dyads/index.ts";

/** What is made from the rows of all articles, in order. `actors` comes last: it lists whom the others refer to. */
export const aggregates: readonly AnyAggregate[] = [dyads, actors];
