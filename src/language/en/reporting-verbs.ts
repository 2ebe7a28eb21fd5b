import { z } from "zod";
import { csvResource } from "../../core/resource.ts";
import { verbForms } from "./inflect.ts";

/** Forms of verbs that report speech, with what the verb alone says of the speaker's attitude, -1 to 1. */
export type ReportingVerbs = ReadonlyMap<string, number>;

export const reportingVerbs = csvResource({
  name: "en/reporting-verbs",
  summary: "Verbs that report speech, with the attitude the verb alone shows.",
  file: "en/reporting-verbs.csv",
  row: z.object({
    lemma: z.string().min(1),
    polarity: z.coerce.number().min(-1).max(1),
    source: z.string().min(1),
  }),
  build: (rows): ReportingVerbs =>
    new Map(rows.flatMap(({ lemma, polarity }) => verbForms(lemma).map((form) => [form, polarity] as const))),
});
