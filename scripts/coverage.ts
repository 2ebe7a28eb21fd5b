import { resourceFiles, type Resource } from "../src/core/resource.ts";
import { registryResources } from "../src/stages/actors/registry/resources.ts";

/** What the registry covers, counted from its rows: the text of docs/coverage.md. */

const read = <T>(resource: Resource<T>): T => resource.read(resourceFiles(resource));

const heads = new Set(["president", "prime_minister", "chancellor", "monarch", "supreme_leader", "leader"]);
const days = [1996, 2001, 2006, 2011, 2016, 2021, 2026].map((year) => `${String(year)}-01-01`);

const share = (part: number, whole: number): string => `${String(part)} of ${String(whole)}`;

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

export function coverage(): string {
  const [countries, actors, offices] = [
    read(registryResources.countries),
    read(registryResources.actors),
    read(registryResources.offices),
  ];
  const living = countries.filter(({ valid_to: end }) => end === "");
  const inOffice = (day: string, wanted: (office: string) => boolean): ReadonlySet<string> =>
    new Set(
      offices
        .filter(({ office, valid_from: from, valid_to: to }) => wanted(office) && from <= day && (to === "" || day <= to))
        .map(({ body }) => body),
    );
  const headed = (day: string): number => {
    const known = inOffice(day, (office) => heads.has(office));
    return living.filter(({ iso3, valid_from: from }) => from <= day && known.has(iso3.toLowerCase())).length;
  };
  const ministered = new Set(offices.filter(({ office }) => office === "foreign_minister").map(({ body }) => body));
  const ofType = (type: string) => actors.filter((row) => row.actor_type === type);
  const countriesOf = (type: string): readonly string[] => [...new Set(ofType(type).map(({ country }) => country).filter(Boolean))];
  const parties = countriesOf("party").filter((iso3) => ofType("party").filter(({ country }) => country === iso3).length > 1);
  const sources = [...new Set(offices.map(({ source }) => source))].sort();

  return `# What the registry covers

Counted from \`resources/en/\` by \`npm run generate\`; a test holds it to the files. Every living country has a government,
armed forces, police, legislature and the other roles of \`en/roles\`; they are made from the country when an article asks.

${table(
    ["countries", ""],
    [
      ["living, and former ones", `${String(living.length)}, ${String(countries.length - living.length)}`],
      ["living, with capital", share(living.filter(({ capital }) => capital !== "").length, living.length)],
      ["living, with demonyms", share(living.filter(({ adjectives, people }) => adjectives + people !== "").length, living.length)],
      ["living, with a party", share(living.filter(({ iso3 }) => countriesOf("party").includes(iso3)).length, living.length)],
      ["living, with two parties or more", share(parties.length, living.length)],
    ],
  )}

${table(
    ["in office on", "countries with a head of state or government", `foreign ministers of the ${String(ministered.size)} states that have any`],
    days.map((day) => [
      day,
      share(headed(day), living.filter(({ valid_from: from }) => from <= day).length),
      String(inOffice(day, (office) => office === "foreign_minister").size),
    ]),
  )}

${table(
    ["actors", "rows", "countries"],
    ["igo", "ngo", "armed_group", "media", "company", "party", "person"].map((type) => [
      type, String(ofType(type).length), String(countriesOf(type).length),
    ]),
  )}

${table(
    ["terms of office by source", "rows"],
    sources.map((source) => [source, String(offices.filter((row) => row.source === source).length)]),
  )}
`;
} // prettier-ignore
