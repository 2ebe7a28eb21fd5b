import { z } from "zod";
import { defineStage } from "../../core/stage.ts";
import { linkAgents } from "./agents.ts";
import { actorsExchange } from "./exchange.ts";
import { explain } from "./explain.ts";
import { mentionsOf } from "./mentions.ts";
import { collectNames } from "./names.ts";
import { linkOrganisations } from "./organisations.ts";
import { linkPersons } from "./persons.ts";
import { linkCapitals, metonymIndex } from "./places.ts";
import { readArticle } from "./reading.ts";
import { referenceIndex, resolveReferences } from "./references.ts";
import { buildRegistry } from "./registry/registry.ts";
import { registryResources } from "./registry/resources.ts";
import { mentionsTable } from "./table.ts";

export const actors = defineStage({
  name: "actors",
  summary: "Links names, noun phrases and pronouns to the actors of the registry.",
  needs: ["sentences", "tokens"],
  uses: ["names", "syntax", "dates", "publication"],
  gives: ["mentions"],
  options: z.strictObject({
    references: z
      .boolean()
      .default(true)
      .describe("Whether pronouns and noun phrases that refer back are resolved."),
    discovered: z
      .boolean()
      .default(true)
      .describe("Whether names that are in no registry become actors with ids of their own."),
  }),
  resources: registryResources,
  tables: [mentionsTable],
  exchange: actorsExchange,
  explain,
  prepare: ({ options, resources }) => {
    const registry = buildRegistry(resources);
    const metonyms = metonymIndex(resources.metonyms);
    const references = referenceIndex(resources.references);
    return ({ article, layers }) => {
      const reading = readArticle(
        {
          text: article.text, sentences: layers.sentences, tokens: layers.tokens, syntax: layers.syntax,
          names: layers.names, dates: layers.dates, published: article.published ?? layers.publication?.[0]?.date,
        },
        registry,
      ); // prettier-ignore
      const names = collectNames(reading);
      linkPersons(reading, names);
      linkOrganisations(reading, names);
      linkCapitals(reading, metonyms, names);
      const named = linkAgents(reading, names);
      const referring = options.references ? resolveReferences(reading, references, named) : [];
      return { mentions: mentionsOf(reading, [...named, ...referring], options.discovered) };
    };
  },
});
