import { z } from "zod";
import type { Sentence, Token } from "../../core/layers.ts";
import { defineStage } from "../../core/stage.ts";
import { sentenceReader } from "../../language/en/read.ts";
import { readingResources } from "../../language/en/weights.ts";
import { prose } from "./prose.ts";
import { sentencesTable } from "./table.ts";

export const segment = defineStage({
  name: "segment",
  summary: "Splits the article's prose into sentences and tagged tokens.",
  needs: ["noise", "paragraphs"],
  uses: [],
  gives: ["sentences", "tokens"],
  options: z.strictObject({}),
  resources: readingResources,
  tables: [sentencesTable],
  prepare({ resources }) {
    const read = sentenceReader(resources);
    return ({ article, layers }) => {
      const sentences: Sentence[] = [];
      const tokens: Token[] = [];
      for (const { start, end, paragraph } of prose(layers.paragraphs, layers.noise))
        for (const found of read(article.text.slice(start, end), start)) {
          const firstToken = tokens.length;
          for (const token of found.tokens) tokens.push({ ...token, sentence: sentences.length });
          sentences.push({
            start: found.start,
            end: found.end,
            number: sentences.length + 1,
            paragraph,
            section: paragraph === 1 ? "lead" : "body",
            firstToken,
            lastToken: tokens.length,
          });
        }
      return { sentences, tokens };
    };
  },
});
