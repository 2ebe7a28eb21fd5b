import { entityTypes, linkMethods, mentionTypes } from "../../core/layers.ts";
import { anyTable, articleIdColumn, column, defineTable, spanCells, spanColumns } from "../../core/table.ts";

export const mentionsTable = anyTable(
  defineTable({
    name: "mentions",
    summary: "Every expression that stands for somebody, with who that is where it is known.",
    key: ["mention_id"],
    columns: {
      mention_id: column.string("Key: article id and number."),
      article_id: articleIdColumn,
      sentence_number: column.integer("Sentence it stands in, from 1.", { minimum: 1 }),
      ...spanColumns,
      text: column.optional.string("The expression."),
      mention_type: column.oneOf(
        mentionTypes,
        "A proper name, a common noun phrase, a pronoun, a place that stands for its government, or a word for the people of a country.",
      ),
      entity_type: column.oneOf(entityTypes, "Kind of the one it stands for."),
      actor_id: column.optional.string(
        "Who it stands for; empty when unknown, when it is only a place, or when several are meant.",
        {
          references: "actors.actor_id",
        },
      ),
      member_actor_ids: column.optional.list("All actors meant, for “both states” and the like.", {
        references: "actors.actor_id",
      }),
      link_method: column.oneOf(
        linkMethods,
        "How it was linked: registered name or other form; acronym the text defines; title and name; part of a name seen in full; demonym with agent noun; capital for government; likeness; reference to an earlier mention; holder of an office; speaker of the quotation; actor of its own; not linked.",
      ),
      role_text: column.optional.string("Title or agent noun of the expression: “President”, “authorities”."),
      confidence: column.number("Belief that the link is right.", { minimum: 0, maximum: 1 }),
      rule_id: column.string("Rule that made the link."),
    },
    *rows(context) {
      const { article, layers } = context.document;
      for (const [index, mention] of (layers.mentions ?? []).entries())
        yield {
          mention_id: context.id("m", index),
          article_id: article.id,
          sentence_number: layers.sentences?.[mention.sentence]?.number ?? mention.sentence + 1,
          ...spanCells(context, mention),
          text: mention.text,
          mention_type: mention.mentionType,
          entity_type: mention.entityType,
          ...(mention.actorId === undefined ? {} : { actor_id: mention.actorId }),
          ...(mention.memberIds === undefined ? {} : { member_actor_ids: mention.memberIds }),
          link_method: mention.linkMethod,
          ...(mention.roleText === undefined ? {} : { role_text: mention.roleText }),
          confidence: mention.confidence,
          rule_id: mention.ruleId,
        };
    },
  }),
);
