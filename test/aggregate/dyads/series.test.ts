import { expect, test } from "vitest";
import { fits, periodOf } from "../../../src/aggregate/dyads/period.ts";
import { dyadRows, type EventEvidence, type StanceEvidence } from "../../../src/aggregate/dyads/series.ts";
import type { Sides } from "../../../src/aggregate/dyads/sides.ts";

const sides: Sides = {
  sideOf: (actorId) => actorId,
  country: (side) => (side === "aze" ? { iso3: "AZE", cow: 373 } : undefined),
};

let number = 0;
function stance(over: Partial<StanceEvidence>): StanceEvidence {
  number++;
  return {
    id: `a.t${String(number).padStart(5, "0")}`, articleId: `a${String(number)}`, clusterId: over.articleId ?? `a${String(number)}`,
    precision: "day", source: "aze", target: "rus", score: 0, confidence: 0.9, byAuthor: false,
    label: (over.score ?? 0) > 0 ? "positive" : (over.score ?? 0) < 0 ? "negative" : "neutral",
    ...over,
  }; // prettier-ignore
}

function event(over: Partial<EventEvidence>): EventEvidence {
  return {
    articleId: "a1", clusterId: "a1", precision: "day", source: "aze", target: "rus", type: "ACCUSE", quadClass: 3,
    intensity: -2, ...over,
  }; // prettier-ignore
}

const rowsOf = (...[stances, events, published, units]: Partial<Parameters<typeof dyadRows>>) =>
  dyadRows(stances ?? [], events ?? [], published ?? [], units ?? ["all"], sides);

test("clusters weigh alike: copies and long articles count once", () => {
  const [row] = rowsOf([
    stance({ clusterId: "c1", articleId: "x1", score: -0.8 }),
    stance({ clusterId: "c1", articleId: "x2", score: -0.8 }),
    stance({ clusterId: "c1", articleId: "x3", score: -0.2 }),
    stance({ clusterId: "c2", articleId: "x4", score: 0.4, byAuthor: true }),
    stance({ clusterId: "c3", articleId: "x5", score: 0 }),
  ]);
  // Cluster scores: (-0.8 - 0.8 - 0.2) / 3 = -0.6; 0.4; 0. Their mean -0.2/3, median 0,
  // sd = sqrt(((-0.6 + 0.0667)^2 + (0.4 + 0.0667)^2 + 0.0667^2) / 2) = 0.5033.
  expect(row).toMatchObject({
    dyad_id: "aze>rus:all",
    source_country_iso3: "AZE",
    source_cow: 373,
    n_articles: 5,
    n_clusters: 3,
    n_stances: 5,
    n_positive: 1,
    n_negative: 3,
    n_neutral: 1,
    score_mean: -0.0667,
    score_median: 0,
    score_sd: 0.5033,
    score_from_author: 0.4,
    score_from_quotes: -0.3,
  });
  expect(row!.score_low).toBeGreaterThanOrEqual(-0.6);
  expect(row!.score_high).toBeLessThanOrEqual(0.4);
  expect(row).not.toHaveProperty("target_country_iso3", expect.anything());
});

test("the opposite direction stands beside a dyad, in the same period", () => {
  const rows = rowsOf(
    [
      stance({ day: "2024-05-03", score: -0.5 }),
      stance({ day: "2024-05-09", score: 0.3, source: "rus", target: "aze" }),
      stance({ day: "2024-06-01", score: 0.9, source: "rus", target: "aze" }),
    ],
    [],
    [],
    ["month"],
  );
  expect(rows.map(({ dyad_id, reverse_score_mean }) => [dyad_id, reverse_score_mean])).toEqual([
    ["aze>rus:month:2024-05-01", 0.3],
    ["rus>aze:month:2024-05-01", -0.5],
    ["rus>aze:month:2024-06-01", undefined],
  ]);
});

test("an event counts once a cluster, type and day", () => {
  const [row] = rowsOf(
    [],
    [
      event({ day: "2024-01-05" }),
      event({ day: "2024-01-05" }),
      event({ day: "2024-01-05", articleId: "a2" }),
      event({ day: "2024-01-06" }),
      event({ day: "2024-01-05", type: "SANCTION", quadClass: 4, intensity: -6 }),
      event({ day: "2024-01-05", articleId: "a9", clusterId: "c9" }),
    ],
  );
  expect(row).toMatchObject({
    n_verbal_conflict: 3,
    n_material_conflict: 1,
    n_verbal_cooperation: 0,
    intensity_sum: -12,
    n_stances: 0,
    n_articles: 3,
    n_clusters: 2,
  });
  expect(row!.score_mean).toBeUndefined();
});

test("evidence falls into its own period, else that of publication, else into none", () => {
  const cases: [Partial<StanceEvidence>, string | undefined][] = [
    [{ day: "2024-05-31" }, "2024-05-01"],
    [{ day: "2024-01-01", precision: "year", published: "2024-08-17" }, "2024-08-01"],
    [{ day: "2024-01-01", precision: "year" }, undefined],
    [{ published: "2023-12-31" }, "2023-12-01"],
    [{}, undefined],
  ];
  for (const [over, start] of cases)
    expect(rowsOf([stance(over)], [], [], ["month"])[0]?.period_start).toBe(start);
});

test("the denominator counts all articles published in the period", () => {
  const published = ["2024-05-01", "2024-05-30", "2024-06-02", undefined];
  const rows = rowsOf([stance({ day: "2024-05-03" })], [], published, ["all", "month", "year"]);
  expect(rows.map((row) => [row.period_unit, row.corpus_articles])).toEqual([
    ["all", 4],
    ["month", 2],
    ["year", 3],
  ]);
});

test("a break with all periods before is flagged, a quiet series is not", () => {
  const month = (month: number, scores: readonly number[]): StanceEvidence[] =>
    scores.map((score) => stance({ day: `2024-0${String(month)}-11`, score }));
  const flags = (...series: (readonly number[])[]) =>
    rowsOf(series.flatMap((scores, i) => month(i + 1, scores)), [], [], ["month"]).map((row) => [row.change_flag, row.change_from]); // prettier-ignore
  expect(flags([0.5, 0.6, 0.7], [0.55, 0.6, 0.65], [-0.5, -0.6, -0.7])).toEqual([
    [undefined, undefined],
    [false, 0.6],
    [true, 0.6],
  ]);
  // Two clusters are too few to tell.
  expect(flags([0.5, 0.6, 0.7], [-0.5, -0.7])[1]).toEqual([undefined, 0.6]);
});

test("examples are the strongest, of different clusters first", () => {
  const [row] = rowsOf(
    [0.9, 0.8, 0.7, 0.6, 0.5, 0.4].map((score, i) =>
      stance({ id: `t${String(i)}`, score, clusterId: i < 2 ? "c1" : `c${String(i)}` }),
    ),
  );
  // t0 (not its copy t1), t2, t3, t4, t5; sorted.
  expect(row!.example_stance_ids).toEqual(["t0", "t2", "t3", "t4", "t5"]);
});

test("periods of the calendar", () => {
  const cases = {
    "2024-12-30 week": "2024-12-30..2025-01-05",
    "2025-01-01 week": "2024-12-30..2025-01-05",
    "2025-01-05 week": "2024-12-30..2025-01-05",
    "2024-02-10 month": "2024-02-01..2024-02-29",
    "2024-02-10 quarter": "2024-01-01..2024-03-31",
    "2024-11-10 quarter": "2024-10-01..2024-12-31",
    "2024-02-10 year": "2024-01-01..2024-12-31",
    "2024-02-10 day": "2024-02-10..2024-02-10",
  } as const;
  for (const [given, expected] of Object.entries(cases)) {
    const [day, unit] = given.split(" ") as [string, "week"];
    const { start, end } = periodOf(day, unit);
    expect(`${start}..${end}`, given).toBe(expected);
  }
  expect([fits("month", "month"), fits("month", "week"), fits("unknown", "year")]).toEqual([true, false, false]); // prettier-ignore
});
