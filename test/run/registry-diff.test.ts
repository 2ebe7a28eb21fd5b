import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { diffRegistries } from "../../src/run/registry-diff.ts";

const folder = mkdtempSync(join(tmpdir(), "dyadic-registry-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const header =
  "actor_id,name,actor_type,country,cameo,plover,wikidata_id,aliases,metonyms,gender,valid_from,valid_to,source";
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const old = file("old.csv", `${header}\norg.orlan,Orlan Union,ngo,,,NGO,,,,,,,test\n`);
const now = file("new.csv", `${header}\norg.orlan_union,Orlan Union,ngo,,,NGO,,,,,,,test\n`);
const article = file("a.txt", "Vladimir Putin met the Orlan Union in Oslo. NATO was silent.\n");
const stages = ["clean", "segment", "entities", "actors"];

test("files of own rows are compared on top of ours where the pipeline extends the registry", async () => {
  const config = { name: "t", stages, aggregate: ["actors"], resources: { "en/actors": { extend: old } } };
  const diff = await diffRegistries({ old, new: now, inputs: [article], source: { config, folder } });
  expect(diff.linked).toEqual({ old: 3, new: 3 });
  expect(diff.relinks).toEqual([
    { from: "org.orlan", to: "org.orlan_union", count: 1, example: "Orlan Union" },
  ]);
});

test("they are whole registries where it does not", async () => {
  const config = { name: "t", stages, aggregate: ["actors"] };
  const diff = await diffRegistries({ old, new: old, inputs: [article], source: { config, folder } });
  expect(diff.relinks).toEqual([]);
  expect(diff.linked.old).toBeLessThanOrEqual(3);
});
