import type { Article } from "../core/article.ts";
import type { Analysis, Given, Pipeline } from "../core/pipeline.ts";
import type { Exchange, GoldRecord } from "../core/stage.ts";
import type { LayerName } from "../core/layers.ts";

/** The article of a gold record; the record's date is its day of publication. */
export function articleOf(record: GoldRecord): Article {
  const title = record.title;
  return {
    id: record.id,
    text: record.text,
    language: "en",
    sourceFile: record.id,
    ...(typeof title === "string" ? { title } : {}),
    ...(typeof record.date === "string" ? { published: record.date, publishedMethod: "given" as const } : {}),
  };
}

/** Analyzes a record; stages that read one of the `given` fields take it from the record instead of finding it. */
export function analyzeRecord(
  pipeline: Pipeline,
  record: GoldRecord,
  given: readonly string[] = [],
): Analysis {
  const take: Given = (stage, document) => {
    const exchange = stage.exchange as Exchange<LayerName> | undefined;
    if (exchange?.given === undefined) return undefined;
    const wanted = exchange.fields.some((field) => given.includes(field) && record[field] !== undefined);
    return wanted ? exchange.given(record, document) : undefined;
  };
  return pipeline.analyze(articleOf(record), take);
}

/**
 * The record with our findings in its own format: `id`, `text`, `date`, the `given` fields as they were and each
 * field that a stage of the pipeline writes. Nothing else is copied, so no gold slips into what is scored.
 */
export function annotateRecord(
  pipeline: Pipeline,
  record: GoldRecord,
  given: readonly string[] = [],
): GoldRecord {
  const { document } = analyzeRecord(pipeline, record, given);
  const annotated: Record<string, unknown> = { id: record.id, text: record.text };
  if (record.date !== undefined) annotated.date = record.date;
  for (const { stage } of pipeline.stages)
    Object.assign(annotated, (stage.exchange as Exchange<LayerName> | undefined)?.annotate(document, record));
  for (const field of given) if (record[field] !== undefined) annotated[field] = record[field];
  return annotated as GoldRecord;
}
