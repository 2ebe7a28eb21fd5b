import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../src/core/dataset.ts";
import type { AnyRow, AnyTable } from "../../src/core/table.ts";
import { layouts, writeLayouts } from "../../src/export/layouts/index.ts";

const tables: Readonly<Record<string, readonly AnyRow[]>> = {
  articles: [
    { article_id: "a1", url: "https://example.org/1", outlet: "The Wire", published_date: "2024-03-09", language: "en" },
    { article_id: "a2", language: "en" },
  ],
  actors: [
    { actor_id: "aze", name: "Azerbaijan", actor_type: "state", country_iso3: "AZE", cow_code: 373, cameo_code: "AZE", plover_sectors: [] },
    { actor_id: "aze.gov", name: "Government of Azerbaijan", actor_type: "government", country_iso3: "AZE", cow_code: 373, cameo_code: "AZEGOV", plover_sectors: ["GOV"], primary_sector: "GOV" },
    { actor_id: "eu", name: "European Union", actor_type: "igo", cameo_code: "IGOEUREEC", plover_sectors: ["EUR", "IGO"], primary_sector: "IGO" },
    { actor_id: "person.jane_roe", name: "Jane Roe", actor_type: "person" },
  ],
  mentions: [
    { mention_id: "a1.m1", article_id: "a1", sentence_number: 2, actor_id: "aze.gov", text: "Baku", mention_type: "name", entity_type: "place" },
    { mention_id: "a1.m2", article_id: "a1", sentence_number: 2, actor_id: "person.jane_roe", text: "envoy\tRoe", role_text: "envoy", mention_type: "name", entity_type: "person" },
    { mention_id: "a1.m3", article_id: "a1", sentence_number: 3, text: "the river", mention_type: "nominal", entity_type: "place" },
  ],
  events: [
    { event_id: "a1.e1", article_id: "a1", sentence_number: 2, event_date: "2024-03-07", event_type: "ACCUSE", contexts: ["military", "territory"], cameo_code: "0112", cameo_root: "01", quad_class: 3, intensity: -3, intensity_scale: "plover-0.8", source_actor_ids: ["aze.gov"], target_actor_ids: ["eu", "person.jane_roe"], modality: "asserted", negated: false, place_name: "Gabala\nNorth" },
    { event_id: "a1.e2", article_id: "a1", sentence_number: 3, event_type: "ASSAULT", contexts: [], quad_class: 4, intensity: -9, intensity_scale: "plover-0.8", source_actor_ids: ["aze"], target_actor_ids: [], modality: "hypothetical", negated: false },
    { event_id: "a1.e3", article_id: "a1", sentence_number: 3, event_type: "ASSAULT", contexts: [], quad_class: 4, intensity: -9, intensity_scale: "plover-0.8", source_actor_ids: ["aze"], target_actor_ids: [], modality: "asserted", negated: true },
    { event_id: "a2.e1", article_id: "a2", sentence_number: 1, event_type: "AID", event_mode: "humanitarian", contexts: [], quad_class: 2, intensity: 7, intensity_scale: "goldstein-1992", source_actor_ids: [], target_actor_ids: ["aze"], modality: "reported", negated: false },
  ],
}; // prettier-ignore

const dataset: Dataset = {
  tables: [{ name: "events" } as AnyTable],
  async *rows(name) {
    yield* tables[name] ?? [];
  },
};

async function lines(name: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const folder = mkdtempSync(join(tmpdir(), "dyadic-layouts-"));
  await writeLayouts(dataset, folder, [name], "dyadic 0.0.0");
  const { file, header, columns } = layouts.find((layout) => layout.name === name)!;
  const names = columns.map(([column]) => column);
  const written = readFileSync(join(folder, file), "utf8").replace(/\n$/, "").split("\n");
  if (header) expect(written.shift()).toBe(names.join("\t"));
  return written.map((line) => {
    const cells = line.split("\t");
    expect(cells).toHaveLength(names.length);
    return Object.fromEntries(names.map((column, index) => [column, cells[index]!]));
  });
}

describe("events in the layouts of other data sets", () => {
  test.each([["gdelt", 61], ["icews", 20], ["polecat", 40]] as const)("%s has its %i columns, each named once", (name, count) => {
    const { columns } = layouts.find((layout) => layout.name === name)!;
    expect(new Set(columns.map(([column]) => column)).size).toBe(count);
    expect(columns).toHaveLength(count);
  }); // prettier-ignore

  test("gdelt: a line a pair, codes as text, what Dyadic does not know empty", async () => {
    const rows = await lines("gdelt");
    expect(rows.map((row) => row.GLOBALEVENTID)).toEqual(["a1.e1", "a1.e1.2", "a2.e1"]);
    expect(rows[0]).toMatchObject({
      SQLDATE: "20240307", MonthYear: "202403", Year: "2024", FractionDate: "2024.2658",
      Actor1Code: "AZEGOV", Actor1Name: "GOVERNMENT OF AZERBAIJAN", Actor1CountryCode: "AZE", Actor1Type1Code: "GOV", Actor1Type2Code: "",
      Actor2Code: "IGOEUREEC", Actor2CountryCode: "", Actor2Type1Code: "IGO", Actor2Type3Code: "EEC",
      EventCode: "0112", EventBaseCode: "011", EventRootCode: "01", QuadClass: "3", GoldsteinScale: "", AvgTone: "",
      ActionGeo_FullName: "Gabala North", ActionGeo_Lat: "", DATEADDED: "20240309000000", SOURCEURL: "https://example.org/1",
    }); // prettier-ignore
    expect(rows[1]).toMatchObject({ Actor2Code: "", Actor2Name: "JANE ROE" });
    expect(rows[2]).toMatchObject({ SQLDATE: "", FractionDate: "", Actor1Code: "", Actor2Code: "AZE", GoldsteinScale: "7" });
  }); // prettier-ignore

  test("icews", async () => {
    const rows = await lines("icews");
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      "Event ID": "a1.e1", "Event Date": "2024-03-07", "Source Name": "Government of Azerbaijan", "Source Sectors": "GOV",
      "Source Country": "Azerbaijan", "Event Text": "ACCUSE", "CAMEO Code": "0112", Intensity: "", "Target Name": "European Union",
      "Target Sectors": "EUR,IGO", "Target Country": "", "Story ID": "a1", "Sentence Number": "2", Publisher: "The Wire", City: "",
    }); // prettier-ignore
  });

  test("polecat", async () => {
    const rows = await lines("polecat");
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatchObject({
      "Event ID": "a1.e1.2", "Event Type": "ACCUSE", "Event Mode": "", Intensity: "-3", "Quad Code": "VERBAL CONFLICT",
      Contexts: "military;territory", "Actor Country": "AZE", "Actor COW": "373", "Primary Actor Sector": "GOV", "Actor Name Raw": "Baku",
      "Recipient Name": "Jane Roe", "Recipient Title": "envoy", "Recipient Name Raw": "envoy Roe", "Wikipedia Recipient ID": "",
      Source: "The Wire", "Publication Date": "2024-03-09", "Story People": "Jane Roe", "Story Locations": "Government of Azerbaijan",
      Language: "en", Version: "dyadic 0.0.0",
    }); // prettier-ignore
    expect(rows[2]).toMatchObject({ "Event Mode": "humanitarian", Intensity: "", "Event Date": "" });
  });

  test("a dataset without events gets no file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "dyadic-layouts-"));
    await writeLayouts({ ...dataset, tables: [] }, folder, ["gdelt"], "dyadic 0.0.0");
    expect(existsSync(join(folder, "events.gdelt.csv"))).toBe(false);
  });
});
