import type { Registry } from "../registry.ts";

/** Whom an actor's stances count for, and the codes of a side. */
export interface Sides {
  /** The side of an actor on a day; the actor itself when it stands for nobody else. */
  sideOf(actorId: string, day: string | undefined): string;
  country(side: string): { readonly iso3: string; readonly cow?: number } | undefined;
}

/** PLOVER sectors that act for their state: government, legislature, courts, armed forces, police, intelligence. */
const stateSectors: ReadonlySet<string> = new Set(["GOV", "LEG", "JUD", "MIL", "COP", "SPY"]);

/** Every actor stands for itself. */
export function actorsAlone(registry: Registry): Sides {
  return { sideOf: (actorId) => actorId, country: countryOf(registry) };
}

/**
 * State organs and the holders of offices in them stand for the state: `aze.gov`, `aze.mil` and the president are all
 * `aze`. Parties, media, companies and everybody out of office stand for themselves.
 */
export function statesAsSides(registry: Registry): Sides {
  const stateOfOrgan = (actorId: string): string | undefined => {
    const actor = registry.actor(actorId);
    if (actor === undefined || actor.type === "person") return undefined;
    if (actor.type === "state") return actor.id;
    if (!actor.plover.some((sector) => stateSectors.has(sector))) return undefined;
    const state = actor.country === undefined ? undefined : registry.country(actor.country)?.id;
    // A breakaway's own organs (`abkhazia.mil`) stand for it, not for the country it is coded under.
    return actor.parent !== undefined && registry.actor(actor.parent)?.type === "state"
      ? actor.parent
      : state;
  };
  const bodyOfPerson = (actorId: string, day: string | undefined): string | undefined => {
    const terms = registry.terms.get(actorId) ?? [];
    return terms.filter(({ from, to }) => day === undefined || (from <= day && day <= to)).at(-1)?.body;
  };
  return {
    sideOf(actorId, day) {
      const body = bodyOfPerson(actorId, day) ?? actorId;
      return stateOfOrgan(body) ?? body;
    },
    country: countryOf(registry),
  };
}

function countryOf(registry: Registry): Sides["country"] {
  return (side) => {
    const iso3 = registry.actor(side)?.country;
    if (iso3 === undefined) return undefined;
    const cow = registry.country(iso3)?.cow;
    return cow === undefined ? { iso3 } : { iso3, cow };
  };
}
