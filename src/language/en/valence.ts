import { z } from "zod";
import { csvResource } from "../../core/resource.ts";

/** Words with what they say of liking or disliking, -1 to 1. */
export type Valence = ReadonlyMap<string, number>;

export const valence = csvResource({
  name: "en/valence",
  summary: "Words that praise or blame, whoever says them of whom.",
  file: "en/valence.csv",
  row: z.object({
    word: z.string().min(1),
    valence: z.coerce.number().min(-1).max(1),
    source: z.string().min(1),
  }),
  build: (rows): Valence => new Map(rows.map(({ word, valence: value }) => [word, value])),
});
