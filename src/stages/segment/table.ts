import { sections } from "../../core/layers.ts";
import { within } from "../../core/span.ts";
import { anyTable, articleIdColumn, column, defineTable, spanCells, spanColumns } from "../../core/table.ts";

export const sentencesTable = anyTable(
  defineTable({
    name: "sentences",
    summary: "Every sentence of the articles' own prose.",
    key: ["sentence_id"],
    columns: {
      sentence_id: column.string("Key: article id and number."),
      article_id: articleIdColumn,
      sentence_number: column.integer("Number in the article, from 1.", { minimum: 1 }),
      paragraph_number: column.integer("Number of its paragraph, from 1.", { minimum: 1 }),
      section: column.oneOf(sections, "Part of the article it stands in."),
      ...spanColumns,
      text: column.optional.string("The sentence; left out where rights forbid.", { passage: true }),
      n_tokens: column.integer("Words and punctuation marks.", { minimum: 0 }),
      in_quote_share: column.optional.number("Share of its characters inside quotations, 0 to 1.", {
        minimum: 0,
        maximum: 1,
      }),
    },
    *rows(context) {
      const { article, layers } = context.document;
      const quotes = layers.quotes;
      for (const [index, sentence] of (layers.sentences ?? []).entries()) {
        let quoted = 0;
        for (const quote of within(quotes ?? [], sentence))
          quoted += Math.max(0, Math.min(quote.end, sentence.end) - Math.max(quote.start, sentence.start));
        const share = Math.min(1, quoted / (sentence.end - sentence.start));
        yield {
          sentence_id: context.id("s", index),
          article_id: article.id,
          sentence_number: sentence.number,
          paragraph_number: sentence.paragraph,
          section: sentence.section,
          ...spanCells(context, sentence),
          text: article.text.slice(sentence.start, sentence.end),
          n_tokens: sentence.lastToken - sentence.firstToken,
          ...(quotes === undefined ? {} : { in_quote_share: Math.round(share * 1000) / 1000 }),
        };
      }
    },
  }),
);
