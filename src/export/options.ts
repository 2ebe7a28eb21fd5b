import { z } from "zod";

export const formatNames = ["csv", "jsonl", "json", "parquet", "excel", "gexf", "graphml"] as const;

export const layoutNames = ["gdelt", "icews", "polecat"] as const;

/** The `export:` section of a pipeline. */
export const exportOptions = z.strictObject({
  formats: z
    .array(z.enum(formatNames))
    .min(1)
    .default(["csv"])
    .describe(
      "csv, jsonl, parquet: a file a table; excel: CSV as spreadsheets want it; json: a nested file an article, in documents/; gexf, graphml: the network of actors.",
    ),
  gzip: z.boolean().default(false).describe("Compress the tables: stances.csv.gz."),
  text: z
    .boolean()
    .default(true)
    .describe("Keep text of the articles; false leaves it out where rights forbid passing it on."),
  as: z
    .array(z.enum(layoutNames))
    .default([])
    .describe("The events also in the file layout of GDELT 2.0, ICEWS or POLECAT."),
  authors: z
    .array(z.string())
    .default([])
    .describe("Who made the dataset, for CITATION.cff: `Family name, Given name`, or an institution."),
  license: z.string().optional().describe("License of the dataset as an SPDX identifier, such as CC-BY-4.0."),
});

export type ExportOptions = z.output<typeof exportOptions>;
