import { expect, test } from "vitest";
import type { AnyDocument } from "../../../src/core/document.ts";
import type { Name, Sentence } from "../../../src/core/layers.ts";
import { exchange } from "../../../src/stages/entities/exchange.ts";

const text = "Narendra Modi met Emmanuel Macron in Paris.";
const record = {
  id: "a",
  text,
  entities: [
    { start: 0, end: 13, text: "Narendra Modi", type: "PER" },
    { start: 18, end: 33, text: "Emmanuel Macron", type: "PER" },
    { start: 37, end: 42, text: "Paris", type: "LOC", label: "place" },
  ],
};
const name = (start: number, end: number, nerType: Name["nerType"], entityType: Name["entityType"]): Name =>
  ({
    start,
    end,
    text: text.slice(start, end),
    sentence: 0,
    nerType,
    entityType,
    confidence: 1,
    ruleId: "test",
  }) as Name;
const sentence = { start: 0, end: text.length } as Sentence;
const document = (names: readonly Name[]): AnyDocument => ({
  article: { id: "a", text, language: "en", sourceFile: "a" },
  layers: { sentences: [sentence], names },
});

test("a name counts when start, end and type agree", () => {
  const found = [
    name(0, 13, "PER", "person"),
    name(27, 33, "PER", "person"),
    name(37, 42, "ORG", "organisation"),
  ];
  const score = exchange.score!(record, document(found));
  expect(score.names).toEqual({ correct: 1, found: 3, gold: 3 });
  expect(score.names_PER).toEqual({ correct: 1, found: 2, gold: 2 });
  expect(score.names_LOC).toEqual({ correct: 0, found: 0, gold: 1 });
  expect(score.names_ORG).toEqual({ correct: 0, found: 1, gold: 0 });
});

test("given entities become names and are written back as they were", () => {
  const { names } = exchange.given!(record, document([]))!;
  expect(names.map(({ text, entityType, sentence }) => [text, entityType, sentence])).toEqual([
    ["Narendra Modi", "person", 0],
    ["Emmanuel Macron", "person", 0],
    ["Paris", "place", 0],
  ]);
  const { entities } = exchange.annotate(document(names), record) as { entities: readonly object[] };
  expect(entities.map((entity) => ({ ...entity, label: undefined }))).toEqual(
    record.entities.map((entity) => ({ ...entity, label: undefined })),
  );
  expect(exchange.score!(record, document(names)).names).toEqual({ correct: 3, found: 3, gold: 3 });
});

test("entities that are no use are left out: outside the text, of no type, overlapping", () => {
  const entities = [
    { start: 0, end: 13, type: "PER" }, { start: 9, end: 13, type: "PER" }, { start: 40, end: 400, type: "LOC" },
    { start: 5, end: 5, type: "LOC" }, { start: 37, end: 42, type: "GPE" }, { type: "LOC" },
  ]; // prettier-ignore
  expect(
    exchange.given!({ id: "a", text, entities }, document([]))!.names.map((found) => found.text),
  ).toEqual(["Narendra Modi"]);
  expect(exchange.given!({ id: "a", text, entities: "none" }, document([]))!.names).toEqual([]);
});

test("a list of names without places gives nothing: the names are still to be found", () => {
  const entities = [{ name: "Narendra Modi" }, { name: "France" }];
  expect(exchange.given!({ id: "a", text, entities }, document([]))).toBeUndefined();
});
