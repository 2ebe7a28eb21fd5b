import type { Cell } from "../../core/table.ts";
import type { LayoutColumn, Side, Sighting } from "./layout.ts";

export const list = (cell: Cell): readonly string[] => (Array.isArray(cell) ? (cell as string[]) : []);

/** The CAMEO actor code in its blocks of three letters: `AZEGOV` is a country and a role. */
export function cameoBlocks(side: Side | undefined): { readonly country?: string; readonly roles: readonly string[] } {
  const code = side?.actor.cameo_code;
  if (typeof code !== "string") return { roles: [] };
  const blocks = code.match(/.{3}/g) ?? [];
  const [country, ...roles] = blocks;
  return side?.actor.country_iso3 === undefined || country === undefined ? { roles: blocks } : { country, roles };
} // prettier-ignore

/** Words as the sentence has them. */
export const rawName = (side: Side | undefined): Cell => side?.mention?.text;

/** The intensity where it is on the named scale; numbers of another scale would be misread. */
export const intensityOn =
  (scale: string) =>
  ({ event }: Sighting): Cell =>
    String(event.intensity_scale).startsWith(scale) ? event.intensity : undefined;

/** The same columns for both sides of an event. */
export function bothSides(
  names: readonly [source: string, target: string],
  columns: (name: string, side: (sighting: Sighting) => Side | undefined) => readonly LayoutColumn[],
): readonly LayoutColumn[] {
  const [source, target] = names;
  return [...columns(source, (sighting) => sighting.source), ...columns(target, (sighting) => sighting.target)]; // prettier-ignore
}
