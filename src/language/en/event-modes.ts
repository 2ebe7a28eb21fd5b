import { z } from "zod";
import { ploverTypes } from "../../core/layers.ts";
import { csvResource } from "../../core/resource.ts";

/** What a predicate says of an event beyond its type. */
export interface EventMode {
  /** PLOVER mode: `arrest`, `visit`. */
  readonly mode: string | undefined;
  /** PLOVER context: `military`. */
  readonly context: string | undefined;
  /** CAMEO code, zero-led, finer than the root. */
  readonly cameo: string;
}

export const eventModes = csvResource({
  name: "en/event-modes",
  summary: "PLOVER mode, context and CAMEO code of predicates that leave no doubt about them.",
  file: "en/event-modes.csv",
  row: z.object({
    plover: z.enum(ploverTypes),
    lemma: z.string().min(1),
    mode: z.string(),
    context: z.string(),
    cameo: z.string().regex(/^\d{3,4}$/),
    source: z.string().min(1),
  }),
  build: (rows): ReadonlyMap<string, EventMode> =>
    new Map(
      rows.map(({ plover, lemma, mode, context, cameo }) => [
        `${plover} ${lemma}`,
        { mode: mode || undefined, context: context || undefined, cameo },
      ]),
    ),
});

export const eventContexts = csvResource({
  name: "en/event-contexts",
  summary: "Words before an event's noun that name its PLOVER context.",
  file: "en/event-contexts.csv",
  row: z.object({ word: z.string().min(1), context: z.string().min(1), source: z.string().min(1) }),
  build: (rows): ReadonlyMap<string, string> => new Map(rows.map(({ word, context }) => [word, context])),
});
