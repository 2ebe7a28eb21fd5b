import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { aggregates } from "../../src/aggregate/index.ts";
import { exportOptions } from "../../src/export/options.ts";
import { ingestOptions } from "../../src/ingest/index.ts";
import { defaultPipelineYaml, pipelineSchema } from "../../src/run/pipeline-text.ts";
import {
  checkPipeline,
  defaultSource,
  openPipeline,
  pipelineFolder,
  readPipeline,
} from "../../src/run/pipeline-file.ts";
import { stages } from "../../src/stages/index.ts";

const shipped = readdirSync(pipelineFolder).filter((name) => name.endsWith(".yaml"));
const hint = "run `npm run generate`";

test("default.yaml and the schema are what the declarations make", () => {
  expect(readFileSync(`${pipelineFolder}default.yaml`, "utf8"), hint).toBe(defaultPipelineYaml(stages, aggregates)); // prettier-ignore
  const schema = JSON.parse(readFileSync(`${pipelineFolder}pipeline.schema.json`, "utf8")) as unknown;
  expect(schema, hint).toEqual(JSON.parse(JSON.stringify(pipelineSchema(stages, aggregates))));
});

test("default.yaml means the same as no pipeline at all", async () => {
  const options = async (source = defaultSource()) =>
    (await openPipeline(source)).stages.map(({ stage, options }) => [stage.name, options]);
  expect(await options(readPipeline("default"))).toEqual(await options());
});

test.each(shipped)("%s is sound and fits the schema", async (name) => {
  expect(await checkPipeline(readPipeline(`${pipelineFolder}${name}`))).toEqual([]);
  const validate = new Ajv2020({ strict: false }).compile(pipelineSchema(stages, aggregates));
  const valid = validate(parse(readFileSync(`${pipelineFolder}${name}`, "utf8")));
  expect(validate.errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

test("the schema refuses what the check refuses", () => {
  const validate = new Ajv2020({ strict: false }).compile(pipelineSchema(stages, aggregates));
  for (const wrong of [
    { stages: ["daets"] },
    { stages: [{ segment: { speed: 9 } }] },
    { stages: ["clean"], exprot: {} },
  ])
    // prettier-ignore
    expect(validate(wrong), JSON.stringify(wrong)).toBe(false);
});

test("every option of every stage, aggregate and section is described", () => {
  const sections = [
    ...[...stages, ...aggregates].map(({ name, options }) => [name, options as z.ZodObject] as const),
    ["ingest", ingestOptions] as const,
    ["export", exportOptions] as const,
  ];
  for (const [name, options] of sections)
    for (const [option, schema] of Object.entries(options.shape as Record<string, z.ZodType>))
      expect(schema.description ?? "", `${name}.${option}`).toMatch(/\S{3,}.*\./);
});

const faults: Record<string, [unknown, string[]]> = {
  "an unknown stage, with a suggestion": [{ stages: ["clean", "segmnt"] }, ["config/unknown-stage"]],
  "a wrong order": [{ stages: ["segment", "clean"] }, ["config/missing-layer", "config/missing-layer"]],
  "an unknown option and a bad value": [
    { stages: ["clean"], ingest: { langauge: "en" }, export: { gzip: "yes" } },
    ["config/unknown-option", "config/bad-value"],
  ],
  "a stage twice": [{ stages: ["clean", "clean"] }, ["config/repeated-stage"]],
  "an unknown resource and an unknown aggregate": [
    { stages: ["clean"], resources: { "en/stuff": { replace: "x" } }, aggregate: ["dayds"] },
    ["config/unknown-resource", "config/unknown-aggregate"],
  ],
  "an aggregate without its table": [{ stages: ["clean"], aggregate: ["dyads"] }, ["config/missing-table"]],
  "no stages": [{ stages: [] }, ["config/bad-value"]],
  "no pipeline but a word": ["clean", ["config/bad-value"]],
  "a plug-in that is not there": [{ stages: ["./no-such.js"] }, ["config/bad-plugin"]],
};

test.each(Object.entries(faults))("refused with all faults: %s", async (_, [config, codes]) => {
  const problems = await checkPipeline({ config, folder: "." });
  expect(problems.map(({ code }) => code)).toEqual(codes);
});

test("a suggestion is made for what was most likely meant", async () => {
  const [problem] = await checkPipeline({ config: { stages: ["clean", "segmnt"] }, folder: "." });
  expect(problem?.hint).toBe('Did you mean "segment"?');
});
