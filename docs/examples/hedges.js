// A stage of your own: marks words by which a sentence takes back some of its certainty. Told in docs/stages.md.
import { fileURLToPath } from "node:url";
import {
  anyTable,
  articleIdColumn,
  column,
  csvResource,
  defineStage,
  defineTable,
  spanCells,
  spanColumns,
} from "dyadic";
import { z } from "zod";

const words = csvResource({
  name: "my/hedges",
  summary: "Hedging words with the share of certainty that each takes away.",
  file: fileURLToPath(new URL("hedges.csv", import.meta.url)),
  row: z.strictObject({ word: z.string(), weight: z.coerce.number().min(0).max(1), source: z.string() }),
  build: (rows) => new Map(rows.map(({ word, weight }) => [word, weight])),
});

const table = anyTable(
  defineTable({
    name: "hedges",
    summary: "Every hedging word.",
    key: ["hedge_id"],
    columns: {
      hedge_id: column.string("Key: article id and number."),
      article_id: articleIdColumn,
      sentence_number: column.integer("Sentence it stands in, from 1.", { minimum: 1 }),
      ...spanColumns,
      text: column.string("The word."),
      weight: column.number("Share of certainty that it takes away.", { minimum: 0, maximum: 1 }),
    },
    *rows(context) {
      const { article, layers } = context.document;
      for (const [index, hedge] of layers.hedges.entries())
        yield {
          hedge_id: context.id("h", index),
          article_id: article.id,
          sentence_number: hedge.sentence + 1,
          ...spanCells(context, hedge),
          text: article.text.slice(hedge.start, hedge.end),
          weight: hedge.weight,
        };
    },
  }),
);

export default defineStage({
  name: "hedges",
  summary: "Marks hedging words.",
  needs: ["tokens"],
  uses: [],
  gives: ["hedges"],
  options: z.strictObject({
    least: z.number().min(0).max(1).default(0).describe("Weight below which a word is passed over."),
  }),
  resources: { words },
  tables: [table],
  // Once a thread. What it returns runs once an article: layers in, a layer out, nothing else.
  prepare:
    ({ options, resources }) =>
    ({ layers }) => ({
      hedges: layers.tokens.flatMap(({ start, end, sentence, lemma, upos }) => {
        if (upos === "PROPN") return []; // The month of May hedges nothing.
        const weight = resources.words.get(lemma.toLowerCase());
        return weight === undefined || weight < options.least ? [] : [{ start, end, sentence, weight }];
      }),
    }),
});
