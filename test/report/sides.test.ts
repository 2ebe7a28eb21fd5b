import { expect, test } from "vitest";
import { loadRegistry } from "../../src/aggregate/registry.ts";
import type { Dataset } from "../../src/core/dataset.ts";
import { datasetSides } from "../../src/report/sides.ts";

const actors = [
  { actor_id: "tur", name: "Turkey", actor_type: "state", country_iso3: "TUR", plover_sectors: [] },
  { actor_id: "lorath", name: "Lorath", actor_type: "state", country_iso3: "LRT", plover_sectors: [] },
  { actor_id: "lorath.guard", name: "Guard of Lorath", actor_type: "military", country_iso3: "LRT", plover_sectors: ["MIL"], parent_actor_id: "lorath" },
  { actor_id: "lorath.league", name: "Lorath League", actor_type: "party", country_iso3: "LRT", plover_sectors: ["OPP"], parent_actor_id: "lorath" },
]; // prettier-ignore
const dataset: Dataset = {
  tables: [],
  async *rows(table) {
    if (table === "actors") yield* actors;
  },
};

test("sides follow the dataset's own actors, and the registry for the rest", async () => {
  const sideOf = await datasetSides(dataset, loadRegistry());
  const sides = ["lorath.guard", "lorath", "lorath.league", "tur.mil", "unknown"].map((id) =>
    sideOf(id, "2024-05-01"),
  );
  expect(sides).toEqual(["lorath", "lorath", "lorath.league", "tur", "unknown"]);
  expect(sideOf("person.recep_tayyip_erdogan", "2020-05-01")).toBe("tur");
});
