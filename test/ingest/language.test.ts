import { expect, test } from "vitest";
import { detectLanguage } from "../../src/ingest/language.ts";

test.each([
  ["Envoys met in Baku.", undefined],
  ["A note on envoy 10.", undefined],
  ["Kuratorium.", undefined],
  ["Emomali Rahmon and Sadyr Japarov met in Khujand.", "en"],
  ["Der Minister traf gestern den Präsidenten in Berlin.", "de"],
  ["Ministern träffade presidenten i Stockholm i går.", "sv"],
  ["Nazirlik hücumu pisləyib və səfiri geri çağırıb.", "az"],
  ["Министр осудил налет.", "ru"],
  ["12:30", undefined],
] as const)("%s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});
