import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { aggregates } from "../src/aggregate/index.ts";
import { defaultPipelineYaml, pipelineSchema } from "../src/run/pipeline-text.ts";
import { stages } from "../src/stages/index.ts";
import { coverage } from "./coverage.ts";

/** Writes what derives from the declarations in the source: `npm run generate`. */
const folder = fileURLToPath(new URL("../pipelines/", import.meta.url));
writeFileSync(`${folder}default.yaml`, defaultPipelineYaml(stages, aggregates));
writeFileSync(
  `${folder}pipeline.schema.json`,
  `${JSON.stringify(pipelineSchema(stages, aggregates), undefined, 2)}\n`,
);
writeFileSync(fileURLToPath(new URL("../docs/coverage.md", import.meta.url)), coverage());
