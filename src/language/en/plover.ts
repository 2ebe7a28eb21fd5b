import { z } from "zod";
import { ploverTypes, type PloverType } from "../../core/layers.ts";
import { csvResource } from "../../core/resource.ts";

/** What the PLOVER manual says of an event type. */
export interface PloverWeight {
  /** -10 (conflict) to 10 (cooperation). */
  readonly weight: number;
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quadClass: 1 | 2 | 3 | 4;
  /** Two digits. */
  readonly cameoRoot: string;
  /** The type of its refusal: refusing AID is a REJECT. */
  readonly reversed: PloverType;
  /** The type of its ending: ending AID is a SANCTION. */
  readonly ended: PloverType;
  /** Name and version of the scale. */
  readonly version: string;
}

export type PloverWeights = Readonly<Record<PloverType, PloverWeight>>;

export const ploverWeights = csvResource({
  name: "en/plover-weights",
  summary: "Weight, quad class and CAMEO root of each PLOVER event type.",
  file: "en/plover-weights.csv",
  row: z.object({
    plover: z.enum(ploverTypes),
    weight: z.coerce.number().min(-10).max(10),
    quad_class: z.coerce.number().int().min(1).max(4),
    cameo_root: z.string().regex(/^\d\d$/),
    reversed: z.enum(ploverTypes),
    ended: z.enum(ploverTypes).optional(),
    version: z.string().min(1),
    source: z.string().min(1),
  }),
  build: (rows) =>
    Object.fromEntries(
      rows.map((row) => [
        row.plover,
        {
          weight: row.weight,
          quadClass: row.quad_class,
          cameoRoot: row.cameo_root,
          reversed: row.reversed,
          ended: row.ended ?? row.reversed,
          version: row.version,
        },
      ]),
    ) as unknown as PloverWeights,
});

/** The type of what a predicate tells, where something may turn it into its contrary. */
export function turnedType(
  type: PloverType,
  { reversed, ended }: { readonly reversed: boolean; readonly ended: boolean },
  weights: PloverWeights,
): PloverType {
  if (!reversed) return type;
  return ended ? weights[type].ended : weights[type].reversed;
}
