import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatNames } from "../src/export/options.ts";
import { readPipeline } from "../src/run/pipeline-file.ts";
import { run } from "../src/run/run.ts";

/** Runs the default pipeline over the sample corpus into a new folder, in every format. Once a test file, please. */
export async function sampleDataset(overrides: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const source = readPipeline(undefined);
  const config = { ...(source.config as object), export: { formats: formatNames, ...overrides } };
  const output = join(mkdtempSync(join(tmpdir(), "dyadic-sample-")), "dataset");
  await run({ inputs: ["corpus/sample"], source: { ...source, config }, output });
  return output;
}
