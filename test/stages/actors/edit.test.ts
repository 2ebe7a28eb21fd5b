import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { compile } from "../../../src/core/pipeline.ts";
import { stages } from "../../../src/stages/index.ts";

const folder = mkdtempSync(join(tmpdir(), "dyadic-edit-"));
const extension = join(folder, "rows.csv");
writeFileSync(
  extension,
  "actor_id,name,actor_type,country,cameo,plover,wikidata_id,aliases,metonyms,gender,valid_from,valid_to,source\norg.orlan,Orlan Harvest Union,ngo,,,NGO,,,,,,,hand\n",
);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const names = ["clean", "segment", "entities", "actors"];
const config = { stages: names };
const before = compile(config, stages);
const after = compile({ ...config, resources: { "en/actors": { extend: extension } } }, stages);

const sentences = [
  "France condemned the Orlan Harvest Union.", "Baku recalled its envoy from Paris.", "Turkish troops entered Syria.",
  "Vladimir Putin met Emmanuel Macron.", "Germany and Poland signed a treaty.", "The Orlan Harvest Union met in Rome.",
]; // prettier-ignore

test("a registry edit changes only the mentions that use it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 8 }), (chosen) => {
      const article = { id: "t", text: chosen.join(" "), sourceFile: "t", published: "2023-07-05" };
      const [old, now] = [before, after].map((pipeline) => pipeline.analyze(article).document.layers.mentions!);
      const others = (mentions: typeof old) => mentions!.filter(({ text }) => !text.includes("Orlan"));
      expect(others(now)).toEqual(others(old));
      const edited = now!.filter(({ text }) => text.includes("Orlan"));
      expect(edited).toHaveLength(chosen.filter((text) => text.includes("Orlan")).length);
      expect(edited.map(({ actorId }) => actorId)).toEqual(edited.map(() => "org.orlan"));
    }),
    { numRuns: 40, seed: 4 },
  );
}); // prettier-ignore
