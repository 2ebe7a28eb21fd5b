/** Writes resources/en/weights/manifest.json: npm run weights:manifest */
import { readFileSync, writeFileSync } from "node:fs";
import { models } from "./models.ts";
import { sha256, weightsFolder } from "./weights.ts";

const entries = Object.values(models).map(({ file, command, data }) => {
  const bytes = readFileSync(weightsFolder + file);
  return { file, sha256: sha256(bytes), bytes: bytes.length, command, data };
});
const manifest = { license: "CC-BY-SA-4.0", models: entries };
writeFileSync(`${weightsFolder}manifest.json`, `${JSON.stringify(manifest, undefined, 2)}\n`);
console.log(`manifest.json: ${String(entries.length)} models`);
