import type { Layout, LayoutColumn, Side, Sighting } from "./layout.ts";
import { bothSides, cameoBlocks, intensityOn } from "./sides.ts";

const digits = (date: string | undefined): string | undefined => date?.replaceAll("-", "");

/** Year and share of the year that has passed, in GDELT's own reckoning: (month * 30 + day) / 365. */
function fractionDate({ date }: Sighting): string | undefined {
  if (date === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return (year + Math.min(0.9999, (month * 30 + day) / 365)).toFixed(4);
}

const actor = (name: string, side: (sighting: Sighting) => Side | undefined): readonly LayoutColumn[] => [
  [`${name}Code`, (sighting) => side(sighting)?.actor.cameo_code],
  [`${name}Name`, (sighting) => side(sighting)?.actor.name?.toString().toUpperCase()],
  [`${name}CountryCode`, (sighting) => cameoBlocks(side(sighting)).country],
  [`${name}KnownGroupCode`],
  [`${name}EthnicCode`],
  [`${name}Religion1Code`],
  [`${name}Religion2Code`],
  [`${name}Type1Code`, (sighting) => cameoBlocks(side(sighting)).roles[0]],
  [`${name}Type2Code`, (sighting) => cameoBlocks(side(sighting)).roles[1]],
  [`${name}Type3Code`, (sighting) => cameoBlocks(side(sighting)).roles[2]],
];

const place = (name: string, fullName?: LayoutColumn[1]): readonly LayoutColumn[] => [
  [`${name}_Type`],
  fullName === undefined ? [`${name}_FullName`] : [`${name}_FullName`, fullName],
  ...["CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"].map((part): LayoutColumn => [`${name}_${part}`]),
]; // prettier-ignore

/** GDELT 2.0 events: 61 columns between tabs, no header, although the name ends in .csv. A row is one report. */
export const gdelt: Layout = {
  name: "gdelt",
  file: "events.gdelt.csv",
  header: false,
  columns: [
    ["GLOBALEVENTID", ({ id }) => id],
    ["SQLDATE", ({ date }) => digits(date)],
    ["MonthYear", ({ date }) => digits(date?.slice(0, 7))],
    ["Year", ({ date }) => date?.slice(0, 4)],
    ["FractionDate", fractionDate],
    ...bothSides(["Actor1", "Actor2"], actor),
    ["IsRootEvent"],
    ["EventCode", ({ event }) => event.cameo_code],
    ["EventBaseCode", ({ event }) => event.cameo_code?.toString().slice(0, 3)],
    ["EventRootCode", ({ event }) => event.cameo_root],
    ["QuadClass", ({ event }) => event.quad_class],
    ["GoldsteinScale", intensityOn("goldstein")],
    ["NumMentions", () => 1],
    ["NumSources", () => 1],
    ["NumArticles", () => 1],
    ["AvgTone"],
    ...place("Actor1Geo"),
    ...place("Actor2Geo"),
    ...place("ActionGeo", ({ event }) => event.place_name),
    ["DATEADDED", ({ article }) => digits(article.published_date?.toString())?.padEnd(14, "0")],
    ["SOURCEURL", ({ article }) => article.url],
  ],
};
