import { z } from "zod";

export const formats = ["auto", "text", "markdown", "html", "json", "jsonl", "csv"] as const;
export type Format = Exclude<(typeof formats)[number], "auto">;

export const presetNames = ["auto", "generic", "cc_news", "news-please", "event-registry"] as const;

const field = (what: string) => z.string().min(1).optional().describe(what);

/** The `ingest:` section of a pipeline, and the flags of the same names. */
export const ingestOptions = z.strictObject({
  format: z.enum(formats).default("auto").describe("Format of every input; auto goes by the file's ending."),
  preset: z
    .enum(presetNames)
    .default("auto")
    .describe("Names of the fields in JSON, JSON Lines and CSV; auto knows them by the fields present."),
  textField: field(
    "Field with the article's text, where the preset does not know it; `a.b` for a field inside another.",
  ),
  titleField: field("Field with the title."),
  dateField: field("Field with the date of publication."),
  urlField: field("Field with the web address."),
  outletField: field("Field with the newspaper or site."),
  bylineField: field("Field with the author."),
  idField: field("Field with the source's own id of the article."),
  delimiter: z
    .string()
    .length(1)
    .optional()
    .describe("Between the cells of a CSV file; found by itself if not given."),
  language: z
    .enum(["en", "any"])
    .default("en")
    .describe("en passes over articles in other languages into the rejects; any analyzes all as if English."),
  encoding: z
    .string()
    .optional()
    .describe("Encoding of every input, such as windows-1252; found by itself if not given."),
  maxBytes: z
    .int()
    .min(1000)
    .default(10_000_000)
    .describe("Largest article, page or record in bytes, decompressed; larger ones are refused."),
});

export type IngestOptions = z.output<typeof ingestOptions>;
