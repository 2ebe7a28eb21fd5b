import { dateAnchors, dateModifiers, datePrecisions, dateTypes } from "../../core/layers.ts";
import { anyTable, articleIdColumn, column, defineTable, spanCells, spanColumns } from "../../core/table.ts";

export const datesTable = anyTable(
  defineTable({
    name: "dates",
    summary: "Every temporal expression of the articles with its calendar value.",
    key: ["date_id"],
    columns: {
      date_id: column.string("Key: article id and number."),
      article_id: articleIdColumn,
      sentence_number: column.integer("Number of its sentence in the article, from 1.", { minimum: 1 }),
      ...spanColumns,
      text: column.optional.string("The expression as written."),
      date_type: column.oneOf(
        dateTypes,
        "TIMEX3 type: a date, a time of day, a length of time, a repeated time.",
      ),
      value: column.string(
        "TIMEX3 value: 2024-12, 2025-W26, 199 (the 1990s), P6M, PXY (some years), PAST_REF, FUTURE_REF, PRESENT_REF; X stands for what is not known.",
      ),
      start_date: column.optional.date(
        "First day meant, from the year 1 on; empty when no calendar days follow from the text. Modifiers do not narrow it.",
      ),
      end_date: column.optional.date("Last day meant; never before start_date."),
      precision: column.oneOf(datePrecisions, "Grain of the value."),
      modifier: column.oneOf(
        dateModifiers,
        "TIMEX3 modifier: which part of the value, or how exact a length: late 1942 is end, nearly two years is less_than.",
      ),
      anchor: column.oneOf(
        dateAnchors,
        "What the value was counted from: absolute, nothing; publication, the day of publication; previous_date, a date told before; unresolved, there was nothing to count from.",
      ),
      anchor_value: column.optional.date("Day it was counted from."),
      implied: column.list(
        "Parts of the value not written in the text but taken from the anchor: year, month, day.",
      ),
      interval_role: column.optional.oneOf(
        ["begin", "end"],
        "Which end of an interval this is: from 1988 until 1994.",
      ),
      interval_date_id: column.optional.string("The other end of the interval.", {
        references: "dates.date_id",
      }),
      confidence: column.number(
        "How sure the value is, 0 to 1: less for each part that was inferred; 0.5 where the day of publication was itself guessed from the text.",
        {
          minimum: 0,
          maximum: 1,
        },
      ),
      rule_id: column.string("Rule that found it."),
    },
    *rows(context) {
      const { article, layers } = context.document;
      for (const [index, date] of (layers.dates ?? []).entries())
        yield {
          date_id: context.id("d", index),
          article_id: article.id,
          sentence_number: layers.sentences?.[date.sentence]?.number ?? date.sentence + 1,
          ...spanCells(context, date),
          text: date.text,
          date_type: date.type,
          value: date.value,
          start_date: date.startDate,
          end_date: date.endDate,
          precision: date.precision,
          modifier: date.modifier,
          anchor: date.anchor,
          anchor_value: date.anchorValue,
          implied: [...date.implied].sort(),
          interval_role: date.interval?.role,
          interval_date_id: date.interval === undefined ? undefined : context.id("d", date.interval.other),
          confidence: date.confidence,
          rule_id: date.ruleId,
        };
    },
  }),
);
