import { expect, test } from "vitest";
import { strongestDyads } from "../../src/aggregate/highlights.ts";
import type { Dataset } from "../../src/core/dataset.ts";
import type { AnyRow } from "../../src/core/table.ts";

/** A dataset of dyads from their stances: score and confidence of each. */
function dataset(dyads: Readonly<Record<string, readonly (readonly [number, number])[]>>): Dataset {
  const tables: Record<string, AnyRow[]> = { dyads: [], stances: [], actors: [] };
  for (const [pair, pieces] of Object.entries(dyads)) {
    const [source = "", target = ""] = pair.split(">");
    const ids = pieces.map((_, index) => `${pair}.${index}`);
    pieces.forEach(([score, confidence], index) =>
      tables.stances!.push({
        stance_id: ids[index],
        score,
        confidence,
        evidence_text: `${pair} ${index}`,
      }),
    );
    const mean = pieces.reduce((sum, [score]) => sum + score, 0) / pieces.length;
    tables.dyads!.push({
      dyad_id: pair,
      source_actor_id: source,
      target_actor_id: target,
      period_unit: "all",
      score_mean: mean,
      n_stances: pieces.length,
      n_clusters: pieces.length,
      example_stance_ids: ids,
    });
  }
  return {
    tables: [],

    async *rows(name) {
      yield* tables[name] ?? [];
    },
  };
}

const shown = async (...args: Parameters<typeof strongestDyads>): Promise<readonly string[]> =>
  (await strongestDyads(...args)).map(({ source, target }) => `${source}>${target}`);

test("many sure pieces of evidence come before one, a sure one before a stronger doubtful one", async () => {
  const dyads = {
    "doubt>x": [[1, 0.2]],
    "one>x": [[-0.6, 0.9]],
    "many>x": [[-0.4, 0.9], [-0.4, 0.8], [-0.4, 0.9], [-0.4, 0.8]],
    "mixed>x": [[-0.9, 0.9], [0.9, 0.9]],
    "weak>x": [[0.2, 0.9]],
  } as const; // prettier-ignore
  expect(await shown(dataset(dyads), 5)).toEqual(["many>x", "one>x", "weak>x", "mixed>x"]);
  expect(await shown(dataset(dyads), 2)).toEqual(["many>x", "one>x"]);
});

test("the sentence shown is the surest of the dyad's own sign", async () => {
  const [dyad] = await strongestDyads(dataset({ "a>b": [[0.4, 0.9], [-0.8, 0.6], [-0.7, 0.9], [-0.9, 0.5]] }), 1); // prettier-ignore
  expect(dyad).toMatchObject({ evidence: "a>b 2", stances: 4, clusters: 4 });
});

test("more dyads than are looked at: the strongest are still found", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`s${i}>t`, [[(i % 100) / 100, 0.8]] as const]),
  );
  expect(await shown(dataset({ ...many, "strong>t": [[1, 0.9]] }), 1)).toEqual(["strong>t"]);
});
