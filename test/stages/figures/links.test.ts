import { expect, test } from "vitest";
import { compile } from "../../../src/core/pipeline.ts";
import { rowContext } from "../../../src/core/table.ts";
import { stages } from "../../../src/stages/index.ts";
import { figuresTable } from "../../../src/stages/figures/table.ts";
import { rows } from "./read.ts";

/** What is said of each figure of the sentence that is no duration. */
const categories = (text: string): readonly string[] => rows(text).map(({ category }) => category);

test.each([
  // one category, many wordings
  ["The raid killed 38 citizens.", "killed"],
  ["In the raid 38 citizens were killed.", "killed"],
  ["In the raid 38 citizens died.", "killed"],
  ["Thirty-eight of the passengers died.", "killed"],
  ["The death toll rose to 40.", "killed"],
  ["Rescuers recovered 40 bodies.", "killed"],
  ["Gunmen shot dead 12 villagers.", "killed"],
  ["Three employees of the agency were killed in the north.", "killed"],
  ["Two brothers named Ali and Omar died of their wounds.", "killed"],
  ["Thirty soldiers were hurt in the riots.", "wounded"],
  ["The blast left 17 people injured.", "wounded"],
  ["The blast wounded at least 17 people.", "wounded"],
  ["Police arrested more than 50 men.", "arrested"],
  ["At least 7 editors were detained.", "arrested"],
  ["Two ministers have been jailed.", "arrested"],
  ["Four fishermen are missing.", "missing"],
  ["More than 100,000 villagers had fled to the coast.", "displaced"],
  ["The flood displaced 2,000 families.", "displaced"],
  ["The camp holds 5,000 refugees.", "displaced"],
  ["Some 10,000 people marched through the capital.", "protesters"],
  ["Some 10,000 protesters blocked the road.", "protesters"],
  ["Some 1,500 soldiers serve there.", "troops"],
  ["It had 1,960 peacekeepers on the ground.", "troops"],
  ["The Council passed 12 sanctions against the bank.", "sanctions"],
  ["The pipeline cost $3 billion.", "cost"],
  ["The union pledged $2 billion in March.", "cost"],
  ["The court ordered $2 billion in damages.", "cost"],
  // and what only looks like one
  ["The union has 27 states.", "none"],
  ["Thirty gunmen shot dead a policeman.", "none"],
  ["The parties want to double trade to $10 billion.", "none"],
  ["He was killed; 12 ships left the port.", "none"],
  ["The town of 3,000 people was quiet.", "none"],
  ["Two diplomats were expelled.", "none"],
  ["The bid was approved by 287 votes.", "none"],
])("category of %s", (text, category) => {
  expect(categories(text)).toEqual([category]);
});

const pipeline = compile(
  { stages: ["clean", "segment", "entities", "dates", "actors", "quotes", "figures"] },
  stages,
);

/** Actor, speaker and date of each row. */
function links(text: string, published = "2025-06-18"): readonly (readonly (string | undefined)[])[] {
  const { document } = pipeline.analyze({ id: "a1", text, sourceFile: "t", published });
  const dates = document.layers.dates ?? [];
  return [...(figuresTable.rows?.(rowContext(document)) ?? [])].map((row) => {
    const { actor_id, said_by_actor_id, date_id } = row as Record<string, string | undefined>;
    const date = date_id === undefined ? undefined : dates[Number(date_id.slice(-5)) - 1]?.value;
    return [actor_id, said_by_actor_id, date];
  });
}

test.each([
  ["Police in Baku arrested 50 Russians.", ["rus", undefined, undefined]],
  ["Three employees of the United Nations were killed.", ["igo.un", undefined, undefined]],
  ["China lost two of its vessels.", ["chn", undefined, undefined]],
  ["Police arrested 50 men on 3 May 2024.", [undefined, undefined, "2024-05-03"]],
  ["On 3 May 2024 police raided a club and arrested 50 men.", [undefined, undefined, "2024-05-03"]],
  ["Russia said that 50 men had been arrested.", [undefined, "rus", undefined]],
  ["Vladimir Putin announced that 50 men had been arrested.", [undefined, "person.vladimir_putin", undefined]],
  // not sure, and so nobody and never
  ["It signed a pact in August and later shipped 50 tanks there.", [undefined, undefined, undefined]],
  ["Police arrested 50 men between 3 May 2024 and 7 June 2024.", [undefined, undefined, undefined]],
  ["Fighting spread in the north of Russia, killing 56 men, doctors said.", [undefined, undefined, undefined]],
  ["Vladimir Putin said he would fight the rebels, who had killed 56 men.", [undefined, undefined, undefined]],
])("links of %s", (text, expected) => {
  expect(links(text).at(-1)).toEqual(expected);
}); // prettier-ignore

test("a name of several moneys is that of the country the article speaks of most", () => {
  const money = (text: string): readonly (string | boolean | undefined)[] => {
    const { document } = pipeline.analyze({ id: "a1", text, sourceFile: "t" });
    const { currency, currencyInferred } = document.layers.figures!.find(({ kind }) => kind === "money")!;
    return [currency, currencyInferred];
  };
  expect(money("The Philippines asked China for 60 million pesos.")).toEqual(["PHP", true]);
  expect(money("Chile and Argentina met. Argentina paid 60 million pesos.")).toEqual(["ARS", true]);
  expect(money("Pakistan owes 500 million rupees.")).toEqual(["PKR", true]);
  expect(money("Egypt paid 500 million pounds.")).toEqual(["EGP", true]);
  // No country that has pesos, two as often, a sign, and a currency that is said.
  expect(money("They paid 60 million pesos.")).toEqual(["MXN", true]);
  expect(money("Chile owed Argentina 60 million pesos.")).toEqual(["MXN", true]);
  expect(money("Egypt paid £500 million.")).toEqual(["GBP", true]);
  expect(money("Chile paid 60 million Mexican pesos.")).toEqual(["MXN", false]);
});
