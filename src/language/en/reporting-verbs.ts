import { z } from "zod";
import { csvResource } from "../../core/resource.ts";
import { verbForms } from "./inflect.ts";

/** What clause a verb reports: none ("called it …"), only with "that", also without, or a question ("asked whether"). */
export const reportedClauses = ["none", "that", "bare", "whether"] as const;

export interface ReportingVerb {
  /** What the verb alone says of the speaker's attitude, -1 to 1. */
  readonly polarity: number;
  readonly clause: (typeof reportedClauses)[number];
}

/** Verbs that report speech, by each of their forms. All of them also stand beside words in quotation marks. */
export type ReportingVerbs = ReadonlyMap<string, ReportingVerb>;

export const reportingVerbs = csvResource({
  name: "en/reporting-verbs",
  summary: "Verbs that report speech, with the attitude the verb alone shows and the clause it takes.",
  file: "en/reporting-verbs.csv",
  row: z.object({
    lemma: z.string().min(1),
    polarity: z.coerce.number().min(-1).max(1),
    clause: z.enum(reportedClauses),
    source: z.string().min(1),
  }),
  build: (rows): ReportingVerbs =>
    new Map(
      rows.flatMap(({ lemma, polarity, clause }) =>
        verbForms(lemma).map((form) => [form, { polarity, clause }] as const),
      ),
    ),
});
