import { spawnSync } from "node:child_process";
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
] as const)("%s", async (text, language) => {
  expect(await detectLanguage(text)).toBe(language);
});

const english = `The ministers who met in Vienna said that they had not agreed on the text of the treaty, but that the
talks would go on after the holidays. Diplomats from both sides were asked to report to their governments.`;
const german = `Die Minister trafen sich in Wien und sprachen über den Text des Vertrags. Eine Einigung gab es nicht, die
Gespräche gehen nach den Feiertagen weiter. Der Slogan "the end of the road, and not the beginning" stand auf Plakaten,
und in den Straßen der Stadt wurde noch lange gefeiert, gesungen und gestritten, bis die Polizei den Platz räumte.`;

test("running English is told at a glance; a quotation in English makes no English text", async () => {
  expect(await detectLanguage(english)).toBe("en");
  expect(await detectLanguage(german)).toBe("de");
});

test("the detector is loaded only for texts that are not plainly English", () => {
  const script = `
    const { detectLanguage } = await import(${JSON.stringify(new URL("../../dist/ingest/language.js", import.meta.url).href)});
    const base = process.memoryUsage().heapUsed;
    const grown = async (text) => (await detectLanguage(text), (process.memoryUsage().heapUsed - base) / 1e6);
    console.log(JSON.stringify([await grown(${JSON.stringify(english)}), await grown(${JSON.stringify(german)})]));`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  const [plain, foreign] = JSON.parse(stdout) as [number, number];
  expect(plain).toBeLessThan(8);
  expect(foreign).toBeGreaterThan(15);
});
