/** Trains the name tagger and writes its weights: npm run train:names */
import { writeFileSync } from "node:fs";
import { resourceFolder } from "../../src/core/resource.ts";
import { encodeModel } from "../../src/language/model/file.ts";
import { labels } from "../../src/language/en/names/labels.ts";
import { learn } from "./learn.ts";
import { nameSettings } from "./settings.ts";

const weights = learn(nameSettings, console.log);
const bytes = encodeModel({ kind: "names", labels, options: {}, weights });
writeFileSync(`${resourceFolder}en/weights/names.model`, bytes);
console.log(`names.model: ${String(bytes.length)} bytes`);
