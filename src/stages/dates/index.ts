import { z } from "zod";
import { defineStage } from "../../core/stage.ts";
import { numberWords } from "../../language/en/numbers.ts";
import { dateExpressions } from "./engine.ts";
import { datesExchange } from "./exchange.ts";
import { explain } from "./explain.ts";
import { buildGrammar } from "./grammar.ts";
import { buildLexicon, holidays, timePhrases, timeWords } from "./lexicon.ts";
import { findPublication, publishedPeriod } from "./publication.ts";
import { datesTable } from "./table.ts";

export const dates = defineStage({
  name: "dates",
  summary: "Finds the temporal expressions, gives each its calendar value, and dates the article itself.",
  needs: ["sentences", "tokens"],
  uses: ["noise", "paragraphs", "names"],
  gives: ["dates", "publication"],
  options: z.strictObject({}),
  resources: { timeWords, timePhrases, holidays, numberWords },
  tables: [datesTable],
  exchange: datesExchange,
  explain,
  prepare({ resources }) {
    const lexicon = buildLexicon(
      resources.timeWords,
      resources.timePhrases,
      resources.holidays,
      resources.numberWords,
    );
    const grammar = buildGrammar(lexicon);
    return ({ article, layers }) => {
      const publication = findPublication(article, layers, grammar, lexicon);
      const input = {
        text: article.text,
        tokens: layers.tokens,
        sentences: layers.sentences,
        paragraphs: layers.paragraphs ?? [],
        names: layers.names ?? [],
        speech: publishedPeriod(publication),
        dated: publication.method !== "text",
      };
      return { dates: dateExpressions(input, grammar, lexicon), publication: [publication] };
    };
  },
});
