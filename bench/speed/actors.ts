import { compile } from "../../src/core/pipeline.ts";
import { resourceFiles } from "../../src/core/resource.ts";
import type { GoldRecord } from "../../src/core/stage.ts";
import { articleOf } from "../../src/evaluate/annotate.ts";
import { buildRegistry } from "../../src/stages/actors/registry/registry.ts";
import { registryResources as files } from "../../src/stages/actors/registry/resources.ts";
import { stages } from "../../src/stages/index.ts";
import { goldFile, readRecords, type BenchRow } from "../bench.ts";

/** Processor time of a piece of work in seconds: the bars are a thread's, not a busy machine's. */
function processorSeconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1e6;
}

/** Speed of the stage alone and time to load the registry, in processor time, on the gold articles. */
export default async function actors(): Promise<readonly BenchRow[]> {
  const load = processorSeconds(() => {
    buildRegistry({
      countries: files.countries.read(resourceFiles(files.countries)),
      actors: files.actors.read(resourceFiles(files.actors)),
      offices: files.offices.read(resourceFiles(files.offices)),
      agents: files.agents.read(resourceFiles(files.agents)),
      roles: files.roles.read(resourceFiles(files.roles)),
      contexts: files.contexts.read(resourceFiles(files.contexts)),
    });
  });
  const wanted = ["clean", "segment", "syntax", "entities", "dates", "actors"];
  const pipeline = compile(
    { stages: stages.map(({ name }) => name).filter((name) => wanted.includes(name)) },
    stages,
  );
  const records = readRecords<GoldRecord>(goldFile("development.jsonl"));
  const documents = records.map((record) => pipeline.analyse(articleOf(record)).document);
  const stage = pipeline.stages.find((prepared) => prepared.stage.name === "actors")!;
  const tokens = documents.reduce((sum, { layers }) => sum + (layers.tokens?.length ?? 0), 0);
  const rounds = 60;
  const round = (): void => {
    for (const document of documents) stage.run(document, () => undefined);
  };
  round();
  let best = Infinity;
  for (let i = 0; i < 3; i++)
    best = Math.min(best, processorSeconds(() => { for (let n = 0; n < rounds; n++) round(); })); // prettier-ignore
  return [
    { name: "stage actors alone", value: (tokens * rounds) / best, unit: "tokens/s", bar: 150_000 },
    { name: "registry loaded", value: load * 1000, unit: "ms", bar: 200, barIsMost: true },
  ];
}
