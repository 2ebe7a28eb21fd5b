import type { AnyDocument } from "../../core/document.ts";
import type { LoadedResources } from "../../core/stage.ts";
import { linkAgents } from "./agents.ts";
import { collectNames } from "./names.ts";
import { firstNameIndex, type FirstNames } from "./genders.ts";
import { linkOrganisations, retypeCompanies } from "./organisations.ts";
import { linkPersons } from "./persons.ts";
import { linkCapitals, metonymIndex, type Metonyms } from "./places.ts";
import { readArticle, type Draft, type Reading } from "./reading.ts";
import type { PronounKit } from "./references/pronouns.ts";
import { readWeights } from "./references/ranking.ts";
import { referenceIndex } from "./references/refer.ts";
import { buildRegistry, type Registry } from "./registry/registry.ts";
import type { registryResources } from "./registry/resources.ts";

/** What the stage works with; made once a thread. */
export interface Kit extends PronounKit {
  readonly registry: Registry;
  readonly metonyms: Metonyms;
  readonly firstNames: FirstNames;
}

export function prepareKit(resources: LoadedResources<typeof registryResources>): Kit {
  return {
    registry: buildRegistry(resources),
    metonyms: metonymIndex(resources.metonyms),
    firstNames: firstNameIndex(resources.firstNames),
    references: referenceIndex(resources.references),
    weights: readWeights(resources.referenceWeights),
  };
}

export function readingOf({ article, layers }: AnyDocument, registry: Registry): Reading {
  return readArticle(
    {
      text: article.text, sentences: layers.sentences ?? [], tokens: layers.tokens ?? [], syntax: layers.syntax,
      names: layers.names, dates: layers.dates, published: article.published ?? layers.publication?.[0]?.date,
    },
    registry,
  ); // prettier-ignore
}

/** Names, capitals and nominals by what they say themselves; what only refers back is left to `resolveReferences`. */
export function linkNames(reading: Reading, { metonyms, firstNames }: Kit): Draft[] {
  const names = collectNames(reading, firstNames);
  retypeCompanies(reading, names);
  linkPersons(reading, firstNames, names);
  linkOrganisations(reading, names);
  linkCapitals(reading, metonyms, names);
  return linkAgents(reading, names);
}
