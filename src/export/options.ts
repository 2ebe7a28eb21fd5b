import { z } from "zod";

export const formatNames = ["csv", "jsonl", "json", "parquet", "excel", "gexf", "graphml"] as const;
export type FormatName = (typeof formatNames)[number];

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
});

export type ExportOptions = z.output<typeof exportOptions>;
