import { z } from "zod";
import { defineStage } from "../../core/stage.ts";
import { quotedSpans } from "../../language/en/quotation-marks.ts";
import { actorsExchange } from "./exchange.ts";
import { explain } from "./explain.ts";
import { linkNames, prepareKit, readingOf } from "./link.ts";
import { mentionsOf } from "./mentions.ts";
import { resolveReferences } from "./references/index.ts";
import { firstPersons } from "./references/speech.ts";
import { actorResources } from "./resources.ts";
import { mentionsTable } from "./table.ts";

export const actors = defineStage({
  name: "actors",
  summary: "Links names, noun phrases and pronouns to the actors of the registry.",
  needs: ["sentences", "tokens"],
  uses: ["paragraphs", "names", "syntax", "dates", "publication"],
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
  resources: actorResources,
  tables: [mentionsTable],
  exchange: actorsExchange,
  explain,
  prepare: ({ options, resources }) => {
    const kit = prepareKit(resources);
    return (document) => {
      const reading = readingOf(document, kit.registry);
      const named = linkNames(reading, kit);
      const referring = options.references ? resolveReferences(reading, kit, named) : [];
      const quoted = options.references ? quotedSpans(reading.text, document.layers.paragraphs ?? []) : [];
      const known = [...named, ...referring];
      const speaking = firstPersons(reading, kit.references, resources.reportingVerbs, known, quoted);
      return { mentions: mentionsOf(reading, [...known, ...speaking], options.discovered) };
    };
  },
});
