import { z } from "zod";
import { modalities } from "../../core/layers.ts";
import { anyTable } from "../../core/table.ts";
import { defineAggregate } from "../aggregate.ts";
import { registryOf, registryFiles } from "../registry.ts";
import { readEvidence } from "./evidence.ts";
import { periodUnits } from "./period.ts";
import { dyadRows } from "./series.ts";
import { actorsAlone, statesAsSides } from "./sides.ts";
import { dyadsTable } from "./table.ts";

export const dyads = defineAggregate({
  name: "dyads",
  summary: "Sums stances and events up by ordered pair and period.",
  options: z.strictObject({
    period: z
      .union([z.enum(periodUnits), z.array(z.enum(periodUnits)).min(1)])
      .default(["all", "year", "month"])
      .describe("Length of the periods, one or several: all, year, quarter, month, week, day."),
    level: z
      .enum(["side", "actor"])
      .default("side")
      .describe("side: state organs and office-holders count for their state; actor: each for itself."),
    modalities: z
      .array(z.enum(modalities))
      .min(1)
      .default(["asserted"])
      .describe(
        "What counts as evidence: only what the text claims as a fact, or also reported, future, hypothetical.",
      ),
    // On our gold articles (development part): of the asserted pairs below it one in three is right, above it four in five.
    minimumConfidence: z
      .number()
      .min(0)
      .max(1)
      .default(0.3)
      .describe(
        "Least confidence of a row that counts: most of what is less sure is misread. 0 counts everything.",
      ),
  }),
  resources: registryFiles,
  needs: ["stances"],
  table: anyTable(dyadsTable),
  notes: [
    "The unit is the near-duplicate cluster: its score is the mean of its stances, so copies count once.",
    "Evidence falls into the period of its own date when that is known exactly enough, else of the day of publication; without either it counts for `all` only. Days have no time zone.",
    "A compound event counts for every pair of its sides; an event counts once per cluster, type and day.",
    "What a side does or says to itself is left out. Negated and denied statements never count.",
    "Intervals are percentile bootstraps over clusters (1,000 rounds, seeded by the row's id).",
  ],
  async rows({ options, resources, dataset }) {
    const registry = registryOf(resources);
    const sides = options.level === "side" ? statesAsSides(registry) : actorsAlone(registry);
    const { modalities: counted, minimumConfidence } = options;
    const evidence = await readEvidence(dataset, { modalities: counted, minimumConfidence, sides });
    const units = typeof options.period === "string" ? [options.period] : options.period;
    return dyadRows(evidence.stances, evidence.events, evidence.published, units, sides);
  },
});
