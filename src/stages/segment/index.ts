import { z } from "zod";
import type { Sentence, Token } from "../../core/layers.ts";
import { defineStage } from "../../core/stage.ts";
import { winkSentences } from "../../language/en/wink.ts";
import { sentencesTable } from "./table.ts";

export const segment = defineStage({
  name: "segment",
  summary: "Splits the article's prose into sentences and tagged tokens.",
  needs: ["noise", "paragraphs"],
  uses: [],
  gives: ["sentences", "tokens"],
  options: z.strictObject({}),
  resources: {},
  tables: [sentencesTable],
  prepare: () => (document) => {
    const sentences: Sentence[] = [];
    const tokens: Token[] = [];
    for (const paragraph of document.layers.paragraphs)
      for (const found of winkSentences(
        document.article.text.slice(paragraph.start, paragraph.end),
        paragraph.start,
      )) {
        const firstToken = tokens.length;
        for (const token of found) tokens.push({ ...token, sentence: sentences.length, xpos: token.upos });
        sentences.push({
          start: found[0]!.start,
          end: found.at(-1)!.end,
          number: sentences.length + 1,
          paragraph: paragraph.number,
          section: paragraph.number === 1 ? "lead" : "body",
          firstToken,
          lastToken: tokens.length,
        });
      }
    return { sentences, tokens };
  },
});
