import { z } from "zod";
import { defineStage } from "../../core/stage.ts";
import { figuresExchange } from "./exchange.ts";
import { explain } from "./explain.ts";
import { findFigures } from "./find.ts";
import { issued } from "./issuer.ts";
import { linked } from "./links.ts";
import { modelNumbers } from "./mask.ts";
import { scenes } from "./scene.ts";
import { figuresTable } from "./table.ts";
import { resources } from "./vocabulary.ts";

export const figures = defineStage({
  name: "figures",
  summary:
    "Finds the numbers that tell how many, how much or how long, with unit, certainty and what they count.",
  needs: ["sentences", "tokens"],
  uses: ["names", "mentions", "dates", "quotes"],
  gives: ["figures"],
  options: z.strictObject({}),
  resources,
  tables: [figuresTable],
  exchange: figuresExchange,
  explain,
  prepare:
    ({ resources: vocabulary }) =>
    ({ article, layers }) => {
      const names = layers.names ?? [];
      const prose = [...scenes(article.text, layers, vocabulary)];
      const known = { names, dates: layers.dates ?? [], models: modelNumbers(prose, names) };
      const found = prose.flatMap((scene) => findFigures(scene, known));
      const figures = linked(article.text, found, layers);
      return { figures: issued(figures, layers.mentions ?? [], vocabulary.issuers) };
    },
});
