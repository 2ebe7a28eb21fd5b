import { expect, test } from "vitest";
import { singular } from "../../../src/language/en/compromise.ts";

test.each([
  ["grenades", "grenade"],
  ["batteries", "battery"],
  ["crises", "crisis"],
  ["women", "woman"],
  ["militias", "militia"],
  ["series", "series"],
  ["aircraft", "aircraft"],
  ["protesters", "protester"],
  ["", ""],
])("the singular of %j is %j", (plural, one) => {
  expect(singular(plural)).toBe(one);
});
