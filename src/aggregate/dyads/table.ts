import { column, defineTable, type Row } from "../../core/table.ts";
import { periodUnits } from "./period.ts";

const count = (what: string) => column.integer(`${what}.`, { minimum: 0 });
const score = (what: string) => column.optional.number(`${what}.`, { minimum: -1, maximum: 1 });
const actor = (what: string) => column.string(what, { references: "actors.actor_id" });

export const dyadsTable = defineTable({
  name: "dyads",
  summary: "Who stands how towards whom: one row per ordered pair and period.",
  key: ["dyad_id"],
  columns: {
    dyad_id: column.string("Key: source, target, unit and start of the period."),
    source_actor_id: actor("Who takes the stance."),
    target_actor_id: actor("Towards whom."),
    source_country_iso3: column.optional.string("ISO 3166-1 alpha-3 of the source's country."),
    target_country_iso3: column.optional.string("ISO 3166-1 alpha-3 of the target's country."),
    source_cow: column.optional.integer("Correlates of War number of the source's country.", { minimum: 1 }),
    target_cow: column.optional.integer("Correlates of War number of the target's country.", { minimum: 1 }),
    period_unit: column.oneOf(periodUnits, "Length of the period; all: the whole corpus."),
    period_start: column.optional.date("First day of the period; empty for all."),
    period_end: column.optional.date("Last day of the period; empty for all."),
    n_articles: count("Articles with evidence"),
    n_clusters: count("The same with near duplicates counted once"),
    n_outlets: count("Outlets with evidence"),
    n_stances: count("Rows of stances that count as evidence"),
    n_positive: count("Of these, positive"),
    n_negative: count("Of these, negative"),
    n_neutral: count("Of these, neutral"),
    score_mean: score("Mean score over clusters; empty when there are only events"),
    score_median: score("Median of the clusters' scores"),
    score_sd: column.optional.number("Standard deviation of the clusters' scores (n - 1); empty for one.", { minimum: 0 }),
    score_low: score("Low end of the 95 % interval of the mean, resampled by cluster; empty for one cluster"),
    score_high: score("High end of that interval"),
    score_from_quotes: score("Mean over clusters of what quoted speakers and reported parties express"),
    score_from_author: score("Mean over clusters of what the authors themselves say"),
    reverse_score_mean: score("score_mean of the opposite direction in the same period"),
    n_verbal_cooperation: count("Events of quad class 1, once a cluster"),
    n_material_cooperation: count("Events of quad class 2, once a cluster"),
    n_verbal_conflict: count("Events of quad class 3, once a cluster"),
    n_material_conflict: count("Events of quad class 4, once a cluster"),
    intensity_sum: column.number("Sum of these events' intensity, on the scale of the events table."),
    corpus_articles: count("All articles of the corpus published in the period: the denominator"),
    change_flag: column.optional.boolean("Whether the score broke with all periods before: 95 % intervals apart, at least 3 clusters each. Empty when it cannot be told."),
    change_from: score("Mean score over the clusters of all periods before"),
    example_stance_ids: column.list("Up to five of the strongest stances, of different clusters as far as there are.", { references: "stances.stance_id" }),
  },
}); // prettier-ignore

export type DyadRow = Row<(typeof dyadsTable)["columns"]>;
