import type { Layout, LayoutColumn, Side, Sighting } from "./layout.ts";
import { bothSides, intensityOn, list, rawName } from "./sides.ts";

const quadCodes = ["", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"];

const actor = (name: string, side: (sighting: Sighting) => Side | undefined): readonly LayoutColumn[] => [
  [`${name} Name`, (sighting) => side(sighting)?.actor.name],
  [`${name} Country`, (sighting) => side(sighting)?.actor.country_iso3],
  [`${name} COW`, (sighting) => side(sighting)?.actor.cow_code],
  [`Primary ${name} Sector`, (sighting) => side(sighting)?.actor.primary_sector],
  [`${name} Sectors`, (sighting) => list(side(sighting)?.actor.plover_sectors).join(";")],
  [`${name} Title`, (sighting) => side(sighting)?.mention?.role_text],
  [`${name} Name Raw`, (sighting) => rawName(side(sighting))],
  [`Wikipedia ${name} ID`],
];

const names = (type: string) => ({ story }: Sighting) => (story[type] ?? []).join(";"); // prettier-ignore

/** POLECAT: 40 columns between tabs with a header. */
export const polecat: Layout = {
  name: "polecat",
  file: "events.polecat.txt",
  header: true,
  columns: [
    ["Event ID", ({ id }) => id],
    ["Event Date", ({ date }) => date],
    ["Event Type", ({ event }) => event.event_type],
    ["Event Mode", ({ event }) => event.event_mode],
    ["Intensity", intensityOn("plover")],
    ["Quad Code", ({ event }) => quadCodes[Number(event.quad_class)]],
    ["Contexts", ({ event }) => list(event.contexts).join(";")],
    ...bothSides(["Actor", "Recipient"], actor),
    ["Placename"],
    ["City"],
    ["District"],
    ["Province"],
    ["Country"],
    ["Latitude"],
    ["Longitude"],
    ["GeoNames ID"],
    ["Raw Placename", ({ event }) => event.place_name],
    ["Feature Type"],
    ["Source", ({ article }) => article.outlet],
    ["Publication Date", ({ article }) => article.published_date],
    ["Story People", names("person")],
    ["Story Organizations", names("organisation")],
    ["Story Locations", names("place")],
    ["Language", ({ article }) => article.language],
    ["Version", ({ coder }) => coder],
  ],
};
