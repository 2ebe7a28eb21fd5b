import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import {
  clusterDuplicates,
  sketch,
  SketchStore,
  type Sketch,
} from "../../../src/aggregate/duplicates/index.ts";

/** Sentences of different words, so that no two stories share any by chance. */
const story = (seed: number, sentences = 12): string =>
  Array.from({ length: sentences }, (_, index) =>
    Array.from(
      { length: 12 },
      (_, word) => `w${((seed * 7919 + index * 12 + word) * 2654435761) % 1_000_003}`,
    ).join(" "),
  ).join(". ");

const sketches = new Map<string, Sketch>();

function sketchOf(text: string): Sketch {
  const known = sketches.get(text) ?? sketch(text);
  sketches.set(text, known);
  return known;
}

function cluster(texts: readonly string[], store = new SketchStore()) {
  for (const text of texts) store.append(sketchOf(text));
  const { first, similarity, roleOf } = clusterDuplicates(store);
  store.close();
  return {
    first: Array.from(first),
    similarity: Array.from(similarity),
    roles: texts.map((_, index) => roleOf(index)),
  };
}

test("copies, shortened and rewritten texts join the first; others stand alone", () => {
  const text = story(1);
  const shortened = text.split(". ").slice(0, 7).join(". ");
  const rewritten = `${text.split(". ").slice(0, 8).join(". ")}. ${story(9, 4)}`;
  const found = cluster([story(2), text, text.toUpperCase(), shortened, story(3), rewritten]);
  expect(found.first).toEqual([0, 1, 1, 1, 4, 1]);
  expect(found.roles).toEqual(["single", "first", "copy", "copy", "single", "rewrite"]);
  expect(found.similarity[2]).toBe(1);
});

test("a text that quotes two sentences of another is no copy", () => {
  const quoting = [...story(4, 9).split(". "), ...story(1).split(". ").slice(2, 4)].join(". ");
  expect(cluster([story(1), quoting]).first).toEqual([0, 1]);
});

test("texts without words belong to nobody; short ones are copies only when equal", () => {
  expect(cluster(["", "", "…", "Yes.", "yes", "No."]).first).toEqual([0, 1, 2, 3, 3, 5]);
});

test("who is with whom does not depend on the order, nor on what lies in memory", () => {
  const texts = [1, 2, 3, 1, 2, 1].map((seed, index) => `${story(seed)} ${story(100 + index, 2)}`);
  const groups = (order: readonly number[], store?: SketchStore): readonly string[] => {
    const { first } = cluster(
      order.map((index) => texts[index]!),
      store,
    );
    const members = new Map<number, number[]>();
    first.forEach((root, position) => members.set(root, [...(members.get(root) ?? []), order[position]!]));
    return [...members.values()].map((indices) => indices.sort((a, b) => a - b).join()).sort();
  };
  expect(groups([0, 1, 2, 3, 4, 5])).toEqual(["0,3,5", "1,4", "2"]);
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (order) => {
      expect(groups(order)).toEqual(["0,3,5", "1,4", "2"]);
    }),
    { numRuns: 20 },
  );
  const folder = mkdtempSync(join(tmpdir(), "dyadic-sketches-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const path = join(folder, "sketches");
  const many = Array.from({ length: 5000 }, (_, index) => index % texts.length);
  const inFile = cluster(
    many.map((index) => texts[index]!),
    new SketchStore(path, 1),
  );
  expect(inFile).toEqual(cluster(many.map((index) => texts[index]!)));
  expect(new Set(inFile.first).size).toBe(3);
  expect(existsSync(path)).toBe(false);
});

test("any text has a sketch of one size, and the same one each time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(sketch(text)).toHaveLength(128);
      expect(sketch(text)).toEqual(sketch(text));
    }),
    { numRuns: 30 },
  );
});
