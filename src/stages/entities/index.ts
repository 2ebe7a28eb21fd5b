import { z } from "zod";
import { defineStage } from "../../core/stage.ts";
import { nameFinder } from "../../language/en/names/finder.ts";
import { clusters, gazetteer, nameTypes, nameWeights } from "../../language/en/names/resources.ts";
import { exchange } from "./exchange.ts";

export const entities = defineStage({
  name: "entities",
  summary: "Finds the names of persons, organizations, states, places and events.",
  needs: ["sentences", "tokens"],
  uses: [],
  gives: ["names"],
  options: z.strictObject({
    minimum_confidence: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe("Names of which the model is less sure are left out, 0 to 1."),
  }),
  resources: { weights: nameWeights, clusters, gazetteer, types: nameTypes },
  tables: [],
  exchange,
  prepare({ options, resources }) {
    const find = nameFinder(resources, resources.types);
    return ({ article, layers }) => ({
      names: find(article.text, layers.tokens, layers.sentences).filter(
        ({ confidence }) => confidence >= options.minimum_confidence,
      ),
    });
  },
});
