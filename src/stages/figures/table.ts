import {
  changes,
  comparators,
  countedClasses,
  figureCategories,
  figureKinds,
  type Event,
  type Figure,
} from "../../core/layers.ts";
import { overlaps } from "../../core/span.ts";
import { anyTable, articleIdColumn, column, defineTable, spanCells, spanColumns } from "../../core/table.ts";

export const figuresTable = anyTable(
  defineTable({
    name: "figures",
    summary: "Every figure of the articles: value and bounds, unit, certainty, and what it counts.",
    key: ["figure_id"],
    columns: {
      figure_id: column.string("Key: article id and number."),
      article_id: articleIdColumn,
      sentence_number: column.integer("Number of its sentence in the article, from 1.", { minimum: 1 }),
      ...spanColumns,
      text: column.optional.string(
        "The number with its unit or currency as written, without hedges such as more than.",
      ),
      value: column.optional.number(
        "Point value in `unit` or `currency`; empty for ranges and vague quantities.",
      ),
      value_low: column.optional.number(
        "Lower bound; equal to value_high for a point; empty when the text gives only an upper one. Vague plurals run from one to ten times their word: dozens is 12 to 120.",
      ),
      value_high: column.optional.number("Upper bound; empty when the text gives only a lower one."),
      comparator: column.oneOf(
        comparators,
        "How exact: eq as stated; approx about, nearly; ge at least; gt more than; le up to; lt less than; range from value_low to value_high; vague dozens, thousands.",
      ),
      change: column.oneOf(
        changes,
        "Whether the text says the quantity rose, fell or stood still, by this figure or to it.",
      ),
      kind: column.oneOf(
        figureKinds,
        "count of countable things, money, percent, ratio (shares such as a third or one in five, 0 to 1), measure, duration, temperature, age, rank, number (nothing counted found).",
      ),
      unit: column.optional.string(
        "UCUM code (km, t, Cel, a for years, mo, d), or the plain word where UCUM has none (decade, ton, share); {pp} percentage points; X/Y rates; of money only the hundredth it is given in (cent).",
      ),
      currency: column.optional.string("ISO 4217 code."),
      currency_inferred: column.optional.boolean(
        "The text names only a sign or word that several currencies share ($, Rs., pound); the code is that of the country the article speaks of most, else the likeliest.",
      ),
      counted_text: column.optional.string("The noun phrase that is counted."),
      counted_head: column.optional.string("Its head noun, singular."),
      counted_class: column.optional.oneOf(
        countedClasses,
        "Class of the head noun; other when it is not in the list.",
      ),
      category: column.oneOf(figureCategories, "What the verb or noun beside the figure says of it."),
      actor_id: column.optional.string("Actor whose people or things it counts; empty when not sure.", {
        references: "actors.actor_id",
      }),
      said_by_actor_id: column.optional.string("Actor who gives the figure; empty when not sure.", {
        references: "actors.actor_id",
      }),
      date_id: column.optional.string(
        "Date it holds for: the only calendar date of the sentence, in the figure's own clause or opening the sentence; empty when not sure.",
        {
          references: "dates.date_id",
        },
      ),
      event_id: column.optional.string("Event whose trigger says the category; empty when not sure.", {
        references: "events.event_id",
      }),
      confidence: column.number("How sure the row is a figure and rightly read, 0 to 1; set by its form.", {
        minimum: 0,
        maximum: 1,
      }),
      rule_id: column.string("Rule that found it: form and measure."),
    },
    *rows(context) {
      const { article, layers } = context.document;
      for (const [index, figure] of (layers.figures ?? []).entries()) {
        if (!isRow(figure)) continue;
        const { value, valueLow, valueHigh, unit, currency, countedText, countedHead, countedClass, date } =
          figure;
        const event = eventOf(figure, layers.events ?? []);
        yield {
          figure_id: context.id("f", index),
          article_id: article.id,
          sentence_number: layers.sentences?.[figure.sentence]?.number ?? figure.sentence + 1,
          ...spanCells(context, figure),
          text: figure.text,
          value,
          value_low: valueLow,
          value_high: valueHigh,
          comparator: figure.comparator,
          change: figure.change,
          kind: figure.kind,
          unit,
          currency,
          currency_inferred: figure.currencyInferred,
          counted_text: countedText,
          counted_head: countedHead,
          counted_class: countedClass,
          category: figure.category,
          actor_id: actorOf(figure.aboutMention),
          said_by_actor_id: actorOf(figure.saidByMention),
          date_id: date === undefined ? undefined : context.id("d", date),
          event_id: event === undefined ? undefined : context.id("e", event),
          confidence: figure.confidence,
          rule_id: figure.ruleId,
        };
      }

      function actorOf(mention: number | undefined): string | undefined {
        return mention === undefined ? undefined : layers.mentions?.[mention]?.actorId;
      }
    },
  }),
);

/** Ordinals ("the second war") and "one of the ..." are read, so that others may use them, but are no rows. */
export function isRow({ kind, ruleId }: Figure): boolean {
  return kind !== "ordinal" && ruleId !== "figures/one-of";
}

/** The event whose trigger is the word that gives the figure its category. */
function eventOf(
  { categoryStart: start, categoryEnd: end, sentence }: Figure,
  events: readonly Event[],
): number | undefined {
  if (start === undefined || end === undefined || sentence < 0) return undefined;
  for (let at = firstInSentence(events, sentence); events[at]?.sentence === sentence; at++)
    if (overlaps(events[at]!, { start, end })) return at;
  return undefined;
}

/** Index of the first event of a sentence or of a later one; events come in the order of their sentences. */
function firstInSentence(events: readonly Event[], sentence: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (events[middle]!.sentence < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}
