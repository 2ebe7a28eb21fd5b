import { z } from "zod";
import type { Dependency } from "../../core/layers.ts";
import { defineStage } from "../../core/stage.ts";
import { parserWeights } from "../../language/en/weights.ts";

export const syntax = defineStage({
  name: "syntax",
  summary: "Finds which word each word depends on, and how (Universal Dependencies).",
  needs: ["sentences", "tokens"],
  uses: [],
  gives: ["syntax"],
  options: z.strictObject({}),
  resources: { parser: parserWeights },
  tables: [],
  prepare:
    ({ resources }) =>
    ({ layers }) => {
      const syntax: Dependency[] = [];
      for (const { firstToken, lastToken } of layers.sentences) {
        const tokens = layers.tokens.slice(firstToken, lastToken);
        const tree = resources.parser.parse(
          tokens.map(({ text }) => text),
          tokens,
        );
        tokens.forEach(({ start, end }, index) => {
          const head = tree.heads[index]!;
          syntax.push({
            start,
            end,
            head: head < 0 ? -1 : firstToken + head,
            relation: tree.relations[index]!,
          });
        });
      }
      return { syntax };
    },
});
