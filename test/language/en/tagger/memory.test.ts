import { expect, test } from "vitest";
import { placeFeatures, mostAtPlace } from "../../../../src/language/en/tagger/features.ts";
import { wordMemory } from "../../../../src/language/en/tagger/memory.ts";
import { readWord } from "../../../../src/language/en/words.ts";
import { readyModel, scorer } from "../../../../src/language/model/scorer.ts";
import { quantize, type Row } from "../../../../src/language/model/weights.ts";

const clusters = { find: () => -1 };
const places = ["own", "left", "left2", "right", "right2"] as const;
const forms = ["Talks", "went", "on", "in", "Vienna"];

/** A model that knows some features of the forms; weights of up to `largest` steps. */
function model(largest: number) {
  const features = new Int32Array(mostAtPlace);
  const rows = new Map<number, Row>();
  for (const [index, form] of forms.entries())
    for (const place of places) {
      const count = placeFeatures[place](readWord(form, clusters), features, 0);
      for (const key of features.subarray(0, count))
        rows.set(key, { key, cells: [[index % 3, 1], [3, -largest]] }); // prettier-ignore
    }
  const weights = quantize(rows.values());
  const values = weights.values.map((value) => Math.round((largest * value) / 32_767));
  return readyModel({ kind: "tagger", labels: [..."abcd"], options: {}, weights: { ...weights, values } });
}

test.each([
  ["narrow sums", 300],
  ["sums wider than 16 bits", 32_767],
])("a remembered word adds what its features add: %s", (_, largest) => {
  const file = model(largest);
  const memory = wordMemory(file, clusters);
  const linear = scorer(file.weights);
  const features = new Int32Array(mostAtPlace);
  const [ours, theirs] = [new Int32Array(4), new Int32Array(4)];
  for (let round = 0; round < 4; round++)
    for (const form of forms)
      for (const place of places) {
        ours.fill(1);
        memory.add(memory.read(form), place, ours);
        theirs.fill(1);
        linear.add(features, placeFeatures[place](readWord(form, clusters), features, 0), theirs);
        expect([...ours]).toEqual([...theirs]);
      }
});

test("words that are too many for the memory are scored all the same", () => {
  const file = model(300);
  const memory = wordMemory(file, clusters);
  const linear = scorer(file.weights);
  const features = new Int32Array(mostAtPlace);
  const words = Array.from(
    { length: 9_000 },
    (_, i) => forms[i % 5]! + String.fromCharCode(97 + (i % 26), 97 + (i % 25), 97 + (i % 23)),
  );
  const kept = words.map((word) => memory.read(word));
  for (let round = 0; round < 3; round++)
    for (const [index, entry] of kept.entries())
      for (const place of places) {
        const [ours, theirs] = [new Int32Array(4), new Int32Array(4)];
        memory.add(entry, place, ours);
        linear.add(features, placeFeatures[place](readWord(words[index]!, clusters), features, 0), theirs);
        if (ours.some((sum, label) => sum !== theirs[label])) expect([...ours]).toEqual([...theirs]);
      }
});
