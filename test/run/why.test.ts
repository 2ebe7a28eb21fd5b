import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { whyCommand } from "../../src/cli/why.ts";
import { readPipeline } from "../../src/run/pipeline-file.ts";
import { run } from "../../src/run/run.ts";
import { why, type Why } from "../../src/run/why.ts";

const folder = mkdtempSync(join(tmpdir(), "dyadic-why-"));
const input = join(folder, "articles.jsonl");
const output = join(folder, "dataset");
const source = readPipeline(undefined);
const text =
  "France did not condemn Russia on 3 May 2023. Germany refused to support Turkey. " +
  "More than 40 people were killed in Kyiv and the damage cost $3 billion. " +
  "Sergei Lavrov said that the talks had failed. Iran has long admired Turkey. Poland is deeply wary of Russia and its plans. Croatia keeps a soft spot for Hungary. The talks resume on Friday.";

beforeAll(async () => {
  writeFileSync(input, `${JSON.stringify({ id: "other", text: "Nothing is told here of anybody at all." })}\n${JSON.stringify({ id: "a", text, date: "2023-05-10" })}\n`);
  await run({ inputs: [input], source, output });
}, 60_000); // prettier-ignore

const rows = (table: string): Record<string, string>[] =>
  parse(readFileSync(join(output, `${table}.csv`), "utf8"), { columns: true });

/** The reasons of the first row that fits. */
async function reasons(table: string, fits: (row: Record<string, string>) => boolean): Promise<Why> {
  const row = rows(table).find(fits);
  expect(row, `a row of ${table}`).toBeDefined();
  return why(output, Object.values(row!)[0]!, source);
}

const stepsOf = ({ explanation }: Why): string =>
  (explanation?.steps ?? []).map(({ what, detail }) => `${what}: ${detail}`).join("\n");

test("an event names its dictionary row, its roles, its weight and what negation did", async () => {
  const told = await reasons("events", (row) => row.trigger_text === "condemn");
  const steps = stepsOf(told);
  expect(told.sentence).toContain("France did not condemn Russia");
  expect(steps).toMatch(/dictionary: en\/predicates: "condemn" \(verb\), frame subj>obj.*source: /);
  expect(steps).toContain('roles: source "France"; target "Russia"');
  expect(steps).toContain('negator: "not": negated instead of asserted');
  expect(steps).toContain("plover-0.8");
  expect(told.explanation?.flip).toBeTruthy();
  expect(told.problems).toEqual([]);
});

test("a stance turned by a verb of refusal says that without the verb its sign is the other", async () => {
  const told = await reasons("stances", (row) => row.source_text === "Germany" && row.rule_id !== "stance/model");
  expect(stepsOf(told)).toMatch(/refuses: "refused?": turned into its contrary/);
  expect(Number(told.row["score"])).toBeLessThan(0);
  expect(told.explanation?.flip).toMatch(/^Without "refused?" it would be 0\.\d/);
  expect(told.explanation?.features?.length).toBeGreaterThan(0);
}); // prettier-ignore

test("a stance of the model alone shows readable features and the fewest that uphold it", async () => {
  const config = {
    ...(source.config as { stages: string[] }),
    stages: (source.config as { stages: string[] }).stages.map((name) => name === "stance" ? { stance: { minimumConfidence: 0.05 } } : name),
  };
  const loose = { ...source, config };
  const other = join(folder, "loose");
  await run({ inputs: [input], source: loose, output: other });
  const found = parse<Record<string, string>>(readFileSync(join(other, "stances.csv"), "utf8"), { columns: true });
  const model = found.find((row) => row.rule_id === "stance/model")!;
  const told = await why(other, model.stance_id!, loose);
  expect(stepsOf(told)).toMatch(/model: none 0\.\d+, positive/);
  expect(told.explanation?.features?.some(({ feature }) => /^(word|two words|three words)\b.*[a-z]/.test(feature))).toBe(true);
  expect(told.explanation?.flip).toMatch(/^(Without \d+ feature|No set of features)/);
}); // prettier-ignore

test("a figure names comparator, category and currency rows", async () => {
  const killed = stepsOf(await reasons("figures", (row) => row.category === "killed"));
  expect(killed).toContain('comparator: en/comparators: "more than" is gt');
  expect(killed).toMatch(/category: en\/figure-categories: the verb "killed" says killed/);
  const money = stepsOf(await reasons("figures", (row) => row.kind === "money"));
  expect(money).toContain('currency: en/currencies: "$" is USD, the likeliest of several');
});

test("a date names its rule, its rows and what it was counted from", async () => {
  const steps = stepsOf(await reasons("dates", (row) => row.text === "Friday"));
  expect(steps).toMatch(/rule: \S+: /);
  expect(steps).toMatch(/lexicon: en\/time-words: "friday" is weekday/);
  expect(steps).toMatch(/anchor: .*2023-05-/);
});

test("a mention names link method, alias and the registry's row with its source", async () => {
  const steps = stepsOf(await reasons("mentions", (row) => row.actor_id === "fra"));
  expect(steps).toContain("link: exact");
  expect(steps).toContain('alias: "France" is a registered name of fra');
  expect(steps).toMatch(/registry: en\/countries: FRA, France; source: \S/);
});

test("the index in an id is the index in the layer, in every table", async () => {
  for (const [table, column] of [["figures", "text"], ["dates", "value"]] as const)
    for (const row of rows(table)) {
      const told = await why(output, Object.values(row)[0]!, source);
      if (table === "dates") expect(stepsOf(told)).toContain(` ${row[column]!}, `);
      else expect(stepsOf(told)).toContain(row.rule_id);
    }
}, 60_000); // prettier-ignore

test("an unknown id is refused with a hint", async () => {
  await expect(why(output, "nothing.t00001", source)).rejects.toThrow(/why\/no-row|has the row/);
  await whyCommand().exitOverride().parseAsync(["nothing.t00001", "--output", output], { from: "user" });
  expect(process.exitCode).toBe(2);
  process.exitCode = 0;
});

test("without the article's file the row is still told, with a problem; the JSON of it can be read", async () => {
  const id = rows("stances")[0]!.stance_id!;
  const kept = readFileSync(input);
  rmSync(input);
  const told = await why(output, id, source);
  writeFileSync(input, kept);
  expect(told.row["stance_id"]).toBe(id);
  expect(told.explanation).toBeUndefined();
  expect(told.problems.map(({ code }) => code)).toEqual(["why/no-article"]);
  expect(JSON.parse(JSON.stringify(told))).toMatchObject({ table: "stances" });
});

test("a quotation names its verb's row, its speaker and how he was found", async () => {
  const told = await reasons("quotes", (row) => row.verb === "said");
  expect(stepsOf(told)).toContain("indirect: the clause that the verb reports");
  expect(stepsOf(told)).toContain('dictionary: en/reporting-verbs: "said", attitude 0');
  expect(stepsOf(told)).toContain(
    'speaker: "Sergei Lavrov": named beside the verb; linked to person.sergei_lavrov',
  );
  expect(told.explanation?.flip).toContain("no quotation");
  expect(Object.keys(told.references)).toEqual(["speaker_mention_id", "speaker_actor_id"]);
});
