import { expect, test } from "vitest";
import { actorRows } from "../../../src/aggregate/actors/index.ts";
import { loadRegistry } from "../../../src/aggregate/registry.ts";
import type { AnyRow } from "../../../src/core/table.ts";

const registry = loadRegistry();

/** Rows of actors that one article mentions: id, text and kind of each mention. */
async function rowsOf(
  published: string,
  mentions: readonly (readonly [id: string, text: string, type: string])[],
): Promise<readonly AnyRow[]> {
  const tables: Readonly<Record<string, readonly AnyRow[]>> = {
    articles: [{ article_id: "a", published_date: published, published_precision: "day" }],
    mentions: mentions.map(([actor_id, text, entity_type]) => ({
      article_id: "a", actor_id, text, entity_type, mention_type: "name",
    })),
  }; // prettier-ignore
  return actorRows(
    {
      tables: [],
      async *rows(table) {
        await Promise.resolve();
        yield* tables[table] ?? [];
      },
    },
    registry,
  );
}

test("a discovered actor bears its fullest name, however often its short one stands", async () => {
  const [company, person] = await rowsOf("2024-03-01", [
    ["x.org.norton", "Norton", "organisation"],
    ["x.org.norton", "Norton", "organisation"],
    ["x.org.norton", "Norton Co.", "organisation"],
    ["x.person.margalit_har_shefi", "Shefi", "person"],
    ["x.person.margalit_har_shefi", "Margalit Har-Shefi", "person"],
  ]);
  expect(company).toMatchObject({ name: "Norton Co.", actor_type: "company", primary_sector: "BUS", aliases: ["Norton"] }); // prettier-ignore
  expect(person).toMatchObject({ name: "Margalit Har-Shefi", actor_type: "person", aliases: ["Shefi"] });
  expect(person).not.toHaveProperty("primary_sector", expect.anything());
});

test.each([
  ["Levant Dialogue Forum", "ngo"],
  ["Bank of Cyprus", "company"],
  ["Islamic Saudi Academy", "other"],
  ["Ulster Unionists", "other"],
])("the name tells what %s is", async (name, type) => {
  const [row] = await rowsOf("2024-03-01", [["x.org.some", name, "organisation"]]);
  expect(row).toMatchObject({ actor_type: type });
});

test.each([
  ["2020-05-01", "DEUGOV", "GOV"],
  ["2024-05-01", "DEUELI", "ELI"],
])("the codes of a person are those of the day last seen: %s", async (day, cameo, sector) => {
  const [row] = await rowsOf(day, [["person.angela_merkel", "Merkel", "person"]]);
  expect(row).toMatchObject({ cameo_code: cameo, plover_sectors: [sector], primary_sector: sector });
});

test("the head of an armed group is no official", async () => {
  const [row] = await rowsOf("2023-05-01", [["person.hassan_nasrallah", "Nasrallah", "person"]]);
  expect(row).toMatchObject({ plover_sectors: ["REB"], primary_sector: "REB" });
});
