import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nameScores } from "../bench/accuracy/names.ts";
import { loadResource } from "../src/core/resource.ts";
import { accuracy, tagScores } from "../src/evaluate/conllu.ts";
import { tagger } from "../src/language/en/tagger/index.ts";
import { cellTable, hashTable } from "../src/language/en/names/table.ts";
import { taggerWeights } from "../src/language/en/weights.ts";
import { encodeModel } from "../src/language/model/file.ts";
import type { Weights } from "../src/language/model/weights.ts";
import { integerTable } from "./table.ts";
import { development, treebank } from "./treebank.ts";
import { weightsFolder, writeModel, type TrainedModel } from "./weights.ts";

/** A table of words or names that the taggers look features up in. */
interface WordTable extends Pick<TrainedModel, "title" | "about" | "options" | "weaknesses"> {
  readonly name: "clusters" | "gazetteer";
  readonly table: Weights;
}

/** Writes the table with a card that says what it is worth: how the shipped taggers do with it and with none. */
export function writeTable({ table, ...card }: WordTable): void {
  const file = (weights: Weights): Uint8Array =>
    encodeModel({ kind: card.name, labels: [], options: {}, weights });
  const bytes = file(table);
  // The scores are those of whole stages, which read the table from its file.
  writeFileSync(`${weightsFolder}${card.name}.model`, bytes);
  const folder = mkdtempSync(join(tmpdir(), "dyadic-"));
  const empty = join(folder, "empty.model");
  writeFileSync(empty, file(integerTable([])));
  const rows = namesWorth(card.name, empty);
  if (card.name === "clusters") rows.push(...tagsWorth(table));
  rmSync(folder, { recursive: true });
  const scores = { columns: ["set", "score", "with, %", "empty, %"], rows };
  const about = [
    ...card.about,
    "Scores: of the shipped taggers with this table, and with an empty one in its place.",
  ];
  writeModel({ ...card, about, bytes, scores });
}

type Row = readonly [set: string, score: string, present: number, absent: number];

function namesWorth(name: WordTable["name"], empty: string): Row[] {
  const without = nameScores({ [`en/weights/${name}`]: { replace: empty } });
  return nameScores().flatMap((row, index) => {
    const [score, set] = row.name.split(", ") as [string, string];
    return score.includes("micro") ? [[set, "names, F1", row.value, without[index]!.value] as const] : [];
  });
}

function tagsWorth(table: Weights): Row[] {
  const file = loadResource(taggerWeights);
  const scores = [table, integerTable([])].map((weights) => {
    const { tag } = tagger(file, hashTable(cellTable(weights)));
    return development.map((name) => accuracy(tagScores(treebank(name), tag).upos));
  });
  return development.map((name, index) => [name, "UPOS", scores[0]![index]!, scores[1]![index]!]);
}
