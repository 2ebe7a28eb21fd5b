import type { Layout, LayoutColumn, Side, Sighting } from "./layout.ts";
import { intensityOn, list } from "./sides.ts";

const actor = (name: string, side: (sighting: Sighting) => Side | undefined): readonly LayoutColumn[] => [
  [`${name} Name`, (sighting) => side(sighting)?.actor.name],
  [`${name} Sectors`, (sighting) => list(side(sighting)?.actor.plover_sectors).join(",")],
  [`${name} Country`, (sighting) => sighting.country(side(sighting)?.actor.country_iso3)],
];

/** ICEWS coded events: 20 columns between tabs with a header. Sectors are PLOVER's, event texts PLOVER's event types. */
export const icews: Layout = {
  name: "icews",
  file: "events.icews.tab",
  header: true,
  columns: [
    ["Event ID", ({ id }) => id],
    ["Event Date", ({ date }) => date],
    ...actor("Source", ({ source }) => source),
    ["Event Text", ({ event }) => event.event_type],
    ["CAMEO Code", ({ event }) => event.cameo_code],
    ["Intensity", intensityOn("goldstein")],
    ...actor("Target", ({ target }) => target),
    ["Story ID", ({ article }) => article.article_id],
    ["Sentence Number", ({ event }) => event.sentence_number],
    ["Publisher", ({ article }) => article.outlet],
    ["City"],
    ["District"],
    ["Province"],
    ["Country"],
    ["Latitude"],
    ["Longitude"],
  ],
};
