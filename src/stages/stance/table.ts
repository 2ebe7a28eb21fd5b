import { channels, datePrecisions, holders, modalities, stanceLabels } from "../../core/layers.ts";
import { anyTable, articleIdColumn, column, defineTable } from "../../core/table.ts";

const methods = ["event", "publication", "unknown"] as const;

export const stancesTable = anyTable(
  defineTable({
    name: "stances",
    summary: "Who is for or against whom, one row an expression, with the words that show it.",
    key: ["stance_id"],
    columns: {
      stance_id: column.string("Key: article id and number."),
      article_id: articleIdColumn,
      sentence_number: column.integer("Sentence of the evidence, from 1.", { minimum: 1 }),
      source_actor_id: column.optional.string("Who takes the stance.", { references: "actors.actor_id" }),
      target_actor_id: column.optional.string("Towards whom.", { references: "actors.actor_id" }),
      source_text: column.string("The source in the text's words."),
      target_text: column.string("The target in the text's words."),
      source_mention_id: column.string("Mention of the source.", { references: "mentions.mention_id" }),
      target_mention_id: column.string("Mention of the target.", { references: "mentions.mention_id" }),
      holder: column.oneOf(
        holders,
        "Who vouches for it: the author, somebody quoted, or a party reported on.",
      ),
      holder_actor_id: column.optional.string("Who that is, when not the author.", {
        references: "actors.actor_id",
      }),
      score: column.number(
        "-1 (against) to 1 (for); what the words claim, whoever says so and in whatever mood.",
        {
          minimum: -1,
          maximum: 1,
        },
      ),
      label: column.oneOf(stanceLabels, "Sign of the score."),
      score_sd: column.number("Standard deviation of the score.", { minimum: 0 }),
      confidence: column.number("Probability that the row is a stance of this sign at all, calibrated.", {
        minimum: 0,
        maximum: 1,
      }),
      channel: column.oneOf(channels, "Attitude, speech act, deed or alignment."),
      cue_text: column.string("The words that carry it."),
      cue_start: column.integer("First UTF-16 code unit of the cue.", { minimum: 0 }),
      cue_end: column.integer("UTF-16 code unit after the cue.", { minimum: 0 }),
      evidence_text: column.optional.string("The sentence; left out where rights forbid.", { passage: true }),
      evidence_start: column.integer("First UTF-16 code unit of the evidence.", { minimum: 0 }),
      evidence_end: column.integer("UTF-16 code unit after the evidence.", { minimum: 0 }),
      evidence_start_cp: column.integer("First code point of the evidence.", { minimum: 0 }),
      evidence_end_cp: column.integer("Code point after the evidence.", { minimum: 0 }),
      negated: column.boolean("Whether the text says that it is not so."),
      modality: column.oneOf(
        modalities,
        "What the text claims: asserted, reported, future, hypothetical, negated, denied.",
      ),
      intensifier: column.number(
        "Factor by which an intensifier or downtoner changed the score; 1 for none.",
        {
          minimum: 0,
        },
      ),
      stance_date: column.optional.date("Day of the event when the sentence dates it, else of publication."),
      stance_date_precision: column.optional.oneOf(datePrecisions, "How exactly the date is known."),
      stance_date_method: column.oneOf(methods, "Where the date comes from."),
      event_id: column.optional.string("The event it rests on.", { references: "events.event_id" }),
      quote_id: column.optional.string("The quotation it stands in.", { references: "quotes.quote_id" }),
      rule_id: column.string("Rule or model that made the row."),
    },
    *rows(context) {
      const { article, layers } = context.document;
      const mentions = layers.mentions ?? [];
      const publication = layers.publication?.[0];
      for (const [index, stance] of (layers.stances ?? []).entries()) {
        const source = mentions[stance.source]!;
        const target = mentions[stance.target]!;
        const sourceActor = stance.sourceActorId ?? source.actorId;
        const targetActor = stance.targetActorId ?? target.actorId;
        const holder = stance.holderMention === undefined ? undefined : mentions[stance.holderMention];
        const date = stance.date === undefined ? undefined : layers.dates?.[stance.date];
        const published = publication?.precision === "day" ? publication.date : undefined;
        yield {
          stance_id: context.id("t", index),
          article_id: article.id,
          sentence_number: stance.sentence + 1,
          ...(sourceActor === undefined ? {} : { source_actor_id: sourceActor }),
          ...(targetActor === undefined ? {} : { target_actor_id: targetActor }),
          source_text: source.text,
          target_text: target.text,
          source_mention_id: context.id("m", stance.source),
          target_mention_id: context.id("m", stance.target),
          holder: stance.holder,
          ...(holder?.actorId === undefined ? {} : { holder_actor_id: holder.actorId }),
          score: stance.score,
          label: stance.label,
          score_sd: stance.scoreSd,
          confidence: stance.confidence,
          channel: stance.channel,
          cue_text: article.text.slice(stance.cueStart, stance.cueEnd),
          cue_start: stance.cueStart,
          cue_end: stance.cueEnd,
          evidence_text: article.text.slice(stance.start, stance.end),
          evidence_start: stance.start,
          evidence_end: stance.end,
          evidence_start_cp: context.codePoint(stance.start),
          evidence_end_cp: context.codePoint(stance.end),
          negated: stance.negated,
          modality: stance.modality,
          intensifier: stance.intensifier,
          ...(date?.startDate !== undefined
            ? {
                stance_date: date.startDate,
                stance_date_precision: date.precision,
                stance_date_method: "event" as const,
              }
            : published !== undefined
              ? {
                  stance_date: published.slice(0, 10),
                  stance_date_precision: "day" as const,
                  stance_date_method: "publication" as const,
                }
              : { stance_date_method: "unknown" as const }),
          ...(stance.event === undefined ? {} : { event_id: context.id("e", stance.event) }),
          ...(stance.quote === undefined ? {} : { quote_id: context.id("q", stance.quote) }),
          rule_id: stance.ruleId,
        };
      }
    },
  }),
);
