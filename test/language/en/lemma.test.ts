import { expect, test } from "vitest";
import { loadResource } from "../../../src/core/resource.ts";
import { lemmaRules } from "../../../src/language/en/weights.ts";

const lemma = loadResource(lemmaRules);

test.each([
  ["blamed", "VBD", "blame"], ["bombed", "VBN", "bomb"], ["shelled", "VBD", "shell"], ["shelling", "VBG", "shell"],
  ["barred", "VBN", "bar"], ["vetoed", "VBD", "veto"], ["occupies", "VBZ", "occupy"], ["besieged", "VBN", "besiege"],
  ["fled", "VBD", "flee"], ["shot", "VBD", "shoot"], ["overthrown", "VBN", "overthrow"], ["lay", "VBD", "lie"],
  ["accusing", "VBG", "accuse"], ["visited", "VBD", "visit"], ["annexed", "VBN", "annex"], ["spied", "VBD", "spy"],
  ["cities", "NNS", "city"], ["Talks", "NNS", "talk"], ["Iran", "NNP", "Iran"], ["worse", "JJR", "bad"],
])("%s %s is a form of %s", (form, tag, expected) => {
  expect(lemma(form, tag)).toBe(expected);
}); // prettier-ignore
