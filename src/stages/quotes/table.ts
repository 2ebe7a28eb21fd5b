import { quoteTypes, speakerMethods } from "../../core/layers.ts";
import { indexAfter } from "../../core/span.ts";
import { anyTable, articleIdColumn, column, defineTable, spanCells, spanColumns } from "../../core/table.ts";

export const quotesTable = anyTable(
  defineTable({
    name: "quotes",
    summary: "Every quotation with its speaker.",
    key: ["quote_id"],
    columns: {
      quote_id: column.string("Key: article id and number."),
      article_id: articleIdColumn,
      sentence_number: column.integer("Sentence in which it starts, from 1.", { minimum: 1 }),
      ...spanColumns,
      text: column.optional.string("What was said, without the marks; left out where rights forbid.", {
        passage: true,
      }),
      quote_type: column.oneOf(
        quoteTypes,
        "Direct: between marks; indirect: a reported clause; mixed: both.",
      ),
      speaker_text: column.optional.string("The speaker as the text names him."),
      speaker_mention_id: column.optional.string("Mention of the speaker.", {
        references: "mentions.mention_id",
      }),
      speaker_actor_id: column.optional.string("The speaker as an actor.", { references: "actors.actor_id" }),
      speaker_method: column.oneOf(speakerMethods, "How the speaker is named."),
      verb: column.optional.string("Reporting verb as written."),
      verb_polarity: column.number("What the verb alone shows of the speaker's attitude, -1 to 1.", {
        minimum: -1,
        maximum: 1,
      }),
      about_actor_ids: column.list("Actors named inside.", { references: "actors.actor_id" }),
      confidence: column.number("That speaker and span are right, 0 to 1.", { minimum: 0, maximum: 1 }),
    },
    *rows(context) {
      const { article, layers } = context.document;
      const mentions = layers.mentions ?? [];
      for (const [index, quote] of (layers.quotes ?? []).entries()) {
        const about = new Set<string>();
        for (
          let at = indexAfter(mentions, quote.start);
          at < mentions.length && mentions[at]!.start < quote.end;
          at++
        ) {
          const { actorId, memberIds } = mentions[at]!;
          for (const id of memberIds ?? (actorId === undefined ? [] : [actorId])) about.add(id);
        }
        const speaker = quote.speakerMention === undefined ? undefined : mentions[quote.speakerMention];
        yield {
          quote_id: context.id("q", index),
          article_id: article.id,
          sentence_number: quote.sentence + 1,
          ...spanCells(context, quote),
          text: quote.text,
          quote_type: quote.type,
          ...(quote.speakerText === undefined ? {} : { speaker_text: quote.speakerText }),
          ...(quote.speakerMention === undefined
            ? {}
            : { speaker_mention_id: context.id("m", quote.speakerMention) }),
          ...(speaker?.actorId === undefined ? {} : { speaker_actor_id: speaker.actorId }),
          speaker_method: quote.speakerMethod,
          ...(quote.verb === undefined ? {} : { verb: quote.verb }),
          verb_polarity: quote.verbPolarity,
          about_actor_ids: [...about].sort((a, b) => (a < b ? -1 : 1)),
          confidence: quote.confidence,
        };
      }
    },
  }),
);
