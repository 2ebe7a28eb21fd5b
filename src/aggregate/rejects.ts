import { createHash } from "node:crypto";
import { severities, type Problem } from "../core/problem.ts";
import { column, defineTable, type Row } from "../core/table.ts";

export const rejectsTable = defineTable({
  name: "rejects",
  summary: "Everything that was lost or degraded, and why.",
  key: ["reject_id"],
  columns: {
    reject_id: column.string("Key: from the hash of the place, the reason and the message."),
    article_id: column.optional.string("Article it happened in; empty when none could be made.", {
      references: "articles.article_id",
    }),
    source_file: column.optional.string("Path as given to the run."),
    line_number: column.optional.integer("Line of the source file, from 1.", { minimum: 1 }),
    stage: column.string("ingest, run, or the stage it happened in."),
    severity: column.oneOf(
      severities,
      "rejected: the article is lost; truncated, degraded: part of it is; warning: worth a look.",
    ),
    reason_code: column.string("Stable code."),
    message: column.string("What happened."),
    hint: column.optional.string("What to do about it."),
    start: column.optional.integer("First UTF-16 code unit of the place in the article's text.", {
      minimum: 0,
    }),
    end: column.optional.integer("UTF-16 code unit after the place.", { minimum: 0 }),
    sample: column.optional.string("A piece of the offending input."),
    retryable: column.boolean("Whether the same input may succeed on another try."),
  },
});

export type RejectRow = Row<(typeof rejectsTable)["columns"]>;

/** Makes the row of a problem. Equal problems get equal ids with a number, so ids stay unique and the same in every run. */
export function rejectRows(): (problem: Problem) => RejectRow {
  const seen = new Map<string, number>();
  return ({ code, severity, message, hint, at = {}, sample, retryable = false }) => {
    const stage = at.stage ?? code.slice(0, code.indexOf("/"));
    const facts = [at.file, at.line, at.articleId, stage, code, at.start, at.end, message];
    const digest = createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 16);
    const before = seen.get(digest) ?? 0;
    seen.set(digest, before + 1);
    const all: { [K in keyof RejectRow]: RejectRow[K] | undefined } = {
      reject_id: before === 0 ? `x${digest}` : `x${digest}.${String(before + 1)}`,
      article_id: at.articleId,
      source_file: at.file,
      line_number: at.line,
      stage,
      severity,
      reason_code: code,
      message,
      hint,
      start: at.start,
      end: at.end,
      sample,
      retryable,
    };
    return all as RejectRow;
  };
}
