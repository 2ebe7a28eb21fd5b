import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { periodUnits } from "../../../src/aggregate/dyads/period.ts";
import { openDatabase, type Answer } from "../../../src/export/database.ts";
import { readPipeline } from "../../../src/run/pipeline-file.ts";
import { run } from "../../../src/run/run.ts";

const duckdb = await import("@duckdb/node-api").catch(() => undefined);
if (duckdb === undefined) process.stderr.write("skipped: the recount of dyads needs @duckdb/node-api\n");

/** What a dyad's columns are, said a second time: from the stances, events and articles as they stand in the files. */
const recount = `
WITH art AS (
  SELECT article_id, coalesce(cluster_id, article_id) AS cluster, outlet,
         CASE WHEN published_precision = 'day' THEN published_date END AS published
  FROM articles),
width(unit, coarse) AS (VALUES ('all', 99), ('year', 4), ('quarter', 3), ('month', 2), ('week', 1), ('day', 0)),
coarseness(precision, coarse) AS (VALUES
  ('time', 0), ('day', 0), ('week', 1), ('month', 2), ('quarter', 3), ('season', 4), ('year', 4), ('decade', 5),
  ('century', 6), ('unknown', 7)),
said AS (
  SELECT source_actor_id AS source, target_actor_id AS target, article_id, score, label, holder = 'author' AS own,
         stance_date AS day, coalesce(stance_date_precision, 'unknown') AS precision
  FROM stances WHERE modality = 'asserted' AND NOT coalesce(negated, false) AND confidence >= 0.3),
done AS (
  SELECT DISTINCT event_id, s.id AS source, t.id AS target, article_id, event_type, quad_class, intensity,
         event_date AS day, coalesce(date_precision, 'unknown') AS precision
  FROM events, unnest(source_actor_ids) AS s(id), unnest(target_actor_ids) AS t(id)
  WHERE modality = 'asserted' AND NOT coalesce(negated, false) AND confidence >= 0.3),
stance AS (
  SELECT *, CASE WHEN unit = 'all' THEN NULL WHEN c.coarse <= w.coarse AND day IS NOT NULL THEN day ELSE published END AS moment
  FROM said JOIN art USING (article_id) JOIN coarseness c USING (precision), width w
  WHERE source <> target AND (unit = 'all' OR moment IS NOT NULL)),
event AS (
  SELECT *, CASE WHEN unit = 'all' THEN NULL WHEN c.coarse <= w.coarse AND day IS NOT NULL THEN day ELSE published END AS moment
  FROM done JOIN art USING (article_id) JOIN coarseness c USING (precision), width w
  WHERE source <> target AND (unit = 'all' OR moment IS NOT NULL)),
stances_in AS (SELECT *, CASE WHEN unit = 'all' THEN DATE '0001-01-01' ELSE date_trunc(unit, moment)::DATE END AS start FROM stance),
events_in AS (SELECT *, CASE WHEN unit = 'all' THEN DATE '0001-01-01' ELSE date_trunc(unit, moment)::DATE END AS start FROM event),
cells AS (
  SELECT source, target, unit, start, count(DISTINCT article_id) AS n_articles, count(DISTINCT cluster) AS n_clusters,
         count(DISTINCT outlet) AS n_outlets
  FROM (SELECT source, target, unit, start, article_id, cluster, outlet FROM stances_in
        UNION ALL SELECT source, target, unit, start, article_id, cluster, outlet FROM events_in)
  GROUP BY ALL),
counts AS (
  SELECT source, target, unit, start, count(*) AS n_stances, count(*) FILTER (label = 'positive') AS n_positive,
         count(*) FILTER (label = 'negative') AS n_negative, count(*) FILTER (label IN ('neutral', 'mixed')) AS n_neutral
  FROM stances_in GROUP BY ALL),
clusters AS (
  SELECT source, target, unit, start, cluster, avg(score) AS score, avg(score) FILTER (own) AS author,
         avg(score) FILTER (NOT own) AS quotes
  FROM stances_in GROUP BY ALL),
scores AS (
  SELECT source, target, unit, start, avg(score) AS score_mean, median(score) AS score_median,
         stddev_samp(score) AS score_sd, avg(author) AS score_from_author, avg(quotes) AS score_from_quotes
  FROM clusters GROUP BY ALL),
once AS (
  SELECT source, target, unit, start, cluster, event_type, day, arg_min(quad_class, event_id) AS quad_class,
         arg_min(intensity, event_id) AS intensity
  FROM events_in GROUP BY ALL),
deeds AS (
  SELECT source, target, unit, start, count(*) FILTER (quad_class = 1) AS n_verbal_cooperation,
         count(*) FILTER (quad_class = 2) AS n_material_cooperation, count(*) FILTER (quad_class = 3) AS n_verbal_conflict,
         count(*) FILTER (quad_class = 4) AS n_material_conflict, sum(intensity) AS intensity_sum
  FROM once GROUP BY ALL)
SELECT source || '>' || target || ':' || unit || CASE WHEN unit = 'all' THEN '' ELSE ':' || strftime(start, '%Y-%m-%d') END AS dyad_id,
       n_articles, n_clusters, n_outlets, coalesce(n_stances, 0) AS n_stances, coalesce(n_positive, 0) AS n_positive,
       coalesce(n_negative, 0) AS n_negative, coalesce(n_neutral, 0) AS n_neutral, score_mean, score_median, score_sd,
       score_from_author, score_from_quotes, coalesce(n_verbal_cooperation, 0) AS n_verbal_cooperation,
       coalesce(n_material_cooperation, 0) AS n_material_cooperation, coalesce(n_verbal_conflict, 0) AS n_verbal_conflict,
       coalesce(n_material_conflict, 0) AS n_material_conflict, coalesce(intensity_sum, 0) AS intensity_sum,
       (SELECT count(*) FROM art WHERE unit = 'all' OR date_trunc(unit, published)::DATE = start) AS corpus_articles,
       (SELECT back.score_mean FROM scores back WHERE back.source = cells.target AND back.target = cells.source
          AND back.unit = cells.unit AND back.start = cells.start) AS reverse_score_mean
FROM cells LEFT JOIN counts USING (source, target, unit, start) LEFT JOIN scores USING (source, target, unit, start)
     LEFT JOIN deeds USING (source, target, unit, start)
ORDER BY dyad_id`;

const records = ({ columns, rows }: Answer): readonly Record<string, unknown>[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));

describe.skipIf(duckdb === undefined)("dyads counted again in SQL over the written files", () => {
  let ours: readonly Record<string, unknown>[];
  let theirs: readonly Record<string, unknown>[];

  beforeAll(async () => {
    // Copies with a sentence more, by another outlet: clusters then differ from articles.
    const copies = join(mkdtempSync(join(tmpdir(), "dyadic-recount-")), "copies.jsonl");
    const lines = ["prespa.txt", "banjska.txt"].map((name) =>
      JSON.stringify({
        text: `${readFileSync(join("corpus/sample", name), "utf8").trim()} Greece praised Cyprus. Greece praised Cyprus.`,
        outlet: "The Copyist",
        date: "2024-05-06",
      }),
    );
    writeFileSync(copies, lines.join("\n"));
    const source = readPipeline(undefined);
    const config = {
      ...(source.config as object),
      aggregate: [{ dyads: { level: "actor", period: periodUnits } }, "actors"],
    };
    const output = join(mkdtempSync(join(tmpdir(), "dyadic-recount-")), "dataset");
    await run({ inputs: ["corpus/sample", copies], source: { ...source, config }, output });
    const database = await openDatabase(output);
    theirs = records(await database.query(recount));
    ours = records(await database.query("SELECT * FROM dyads ORDER BY dyad_id"));
    database.close();
  });

  test("the same dyads in the same periods", () => {
    expect(ours.length).toBeGreaterThan(300);
    expect(new Set(ours.map((row) => row["period_unit"]))).toEqual(new Set(periodUnits));
    expect(ours.map((row) => row["dyad_id"])).toEqual(theirs.map((row) => row["dyad_id"]));
    expect(
      ours.some((row) => Number(row["n_clusters"]) < Number(row["n_articles"])),
      "copies",
    ).toBe(true);
    expect(
      ours.some((row) => Number(row["n_clusters"]) > 1),
      "several clusters",
    ).toBe(true);
  });

  test("the same counts, sums, means, medians and deviations", () => {
    const wrong = ours.flatMap((row, index) =>
      Object.entries(theirs[index]!)
        .filter(([column, value]) =>
          typeof value === "number"
            ? !(Math.abs(Number(row[column] ?? NaN) - value) <= 0.000051)
            : (row[column] ?? null) !== value,
        )
        .map(([column, value]) => [row["dyad_id"], column, row[column], value]),
    );
    expect(wrong).toEqual([]);
  });
});
