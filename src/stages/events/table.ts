import { datePrecisions, modalities, ploverTypes, type Mention } from "../../core/layers.ts";
import { anyTable, articleIdColumn, column, defineTable } from "../../core/table.ts";

export const eventsTable = anyTable(
  defineTable({
    name: "events",
    summary: "Who did what to whom, coded in PLOVER and CAMEO.",
    key: ["event_id"],
    columns: {
      event_id: column.string("Key: article id and number."),
      article_id: articleIdColumn,
      sentence_number: column.integer("Sentence of the evidence, from 1.", { minimum: 1 }),
      event_date: column.optional.date("First day of the event, when the sentence dates it."),
      event_date_end: column.optional.date("Last day it may have happened."),
      date_precision: column.optional.oneOf(datePrecisions, "How exactly the date is known."),
      event_type: column.oneOf(ploverTypes, "PLOVER event type."),
      event_mode: column.optional.string("PLOVER mode, where the words are sure about it."),
      contexts: column.list("PLOVER contexts, where the words name them: `military`, `economic`."),
      cameo_code: column.optional.string("CAMEO code as text, zero-led."),
      cameo_root: column.optional.string("First two digits of the CAMEO code."),
      quad_class: column.integer(
        "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
        { minimum: 1, maximum: 4 },
      ),
      intensity: column.number("Weight of the event type, -10 (conflict) to 10 (cooperation).", {
        minimum: -10,
        maximum: 10,
      }),
      intensity_scale: column.string("Name and version of the scale of `intensity`."),
      source_actor_ids: column.list(
        "Who acts; compound actors stay one event, and where they act upon each other both lists name them all.",
        {
          references: "actors.actor_id",
        },
      ),
      target_actor_ids: column.list("Who is acted upon.", { references: "actors.actor_id" }),
      source_text: column.optional.string("The sources in the text's words."),
      target_text: column.optional.string("The targets in the text's words."),
      trigger_text: column.string("The words that tell the event."),
      trigger_start: column.integer("First UTF-16 code unit of the trigger.", { minimum: 0 }),
      trigger_end: column.integer("UTF-16 code unit after the trigger.", { minimum: 0 }),
      modality: column.oneOf(modalities, "What the text claims about the event."),
      negated: column.boolean("Whether the event is said not to be."),
      place_name: column.optional.string("Where, in the text's words."),
      quote_id: column.optional.string("Quotation it stands in.", { references: "quotes.quote_id" }),
      holder_actor_id: column.optional.string("Who tells of it, when not the author.", {
        references: "actors.actor_id",
      }),
      confidence: column.number("That the event is read rightly, 0 to 1.", { minimum: 0, maximum: 1 }),
      rule_id: column.string("Rule that read it: part of speech and lemma of the predicate."),
    },
    *rows(context) {
      const { article, layers } = context.document;
      const mentions = layers.mentions ?? [];
      for (const [index, event] of (layers.events ?? []).entries()) {
        const date = event.date === undefined ? undefined : layers.dates?.[event.date];
        const place = event.place === undefined ? undefined : layers.names?.[event.place];
        const holder = event.holder === undefined ? undefined : mentions[event.holder];
        const sources = event.sources.map((mention) => mentions[mention]!);
        const targets = event.targets.map((mention) => mentions[mention]!);
        yield {
          event_id: context.id("e", index),
          article_id: article.id,
          sentence_number: event.sentence + 1,
          ...(date?.startDate === undefined
            ? {}
            : { event_date: date.startDate, date_precision: date.precision }),
          ...(date?.endDate === undefined ? {} : { event_date_end: date.endDate }),
          event_type: event.type,
          ...(event.mode === undefined ? {} : { event_mode: event.mode }),
          contexts: event.contexts,
          ...(event.cameoCode === undefined
            ? {}
            : { cameo_code: event.cameoCode, cameo_root: event.cameoCode.slice(0, 2) }),
          quad_class: event.quadClass,
          intensity: event.intensity,
          intensity_scale: event.intensityScale,
          source_actor_ids: actorIds(sources),
          target_actor_ids: actorIds(targets),
          ...(sources.length === 0 ? {} : { source_text: words(sources) }),
          ...(targets.length === 0 ? {} : { target_text: words(targets) }),
          trigger_text: article.text.slice(event.start, event.end),
          trigger_start: event.start,
          trigger_end: event.end,
          modality: event.modality,
          negated: event.negated,
          ...(place === undefined ? {} : { place_name: place.text }),
          ...(event.quote === undefined ? {} : { quote_id: context.id("q", event.quote) }),
          ...(holder?.actorId === undefined ? {} : { holder_actor_id: holder.actorId }),
          confidence: event.confidence,
          rule_id: event.ruleId,
        };
      }
    },
  }),
);

function actorIds(mentions: readonly Mention[]): string[] {
  const ids = mentions.flatMap(
    ({ memberIds, actorId }) => memberIds ?? (actorId === undefined ? [] : [actorId]),
  );
  return [...new Set(ids)].sort((a, b) => (a < b ? -1 : 1));
}

const words = (mentions: readonly Mention[]): string => mentions.map(({ text }) => text).join("; ");
