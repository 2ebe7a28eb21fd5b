import { expect, test } from "vitest";
import { compile, stages } from "../../../src/index.ts";

const pipeline = compile({ stages: ["clean", "segment", "entities"] }, stages);
const namesIn = (text: string): string[] =>
  (pipeline.analyze({ id: "a", text, language: "en", sourceFile: "a" }).document.layers.names ?? []).map(
    ({ text, entityType }) => `${text}/${entityType}`,
  );

test.each([
  [
    "President Nikol Pashinyan met Vladimir Putin in Moscow.",
    ["Nikol Pashinyan/person", "Vladimir Putin/person", "Moscow/place"],
  ],
  ["Turkey and the United States condemned the attack.", ["Turkey/state", "United States/state"]],
  ["The Iranian foreign minister arrived in Tehran on Monday.", ["Iranian/group", "Tehran/place"]],
  ["Fighting resumed in Nagorno-Karabakh on Monday.", ["Nagorno-Karabakh/place"]],
  [
    "NATO and the European Union backed Ukraine's claim.",
    ["NATO/organisation", "European Union/organisation", "Ukraine/state"],
  ],
  ["Reuters and The New York Times reported the deal.", ["Reuters/media", "The New York Times/media"]],
  ["nothing of note was said by anybody.", []],
] as const)("%s", (text, expected) => {
  expect(namesIn(text)).toEqual(expected);
});
