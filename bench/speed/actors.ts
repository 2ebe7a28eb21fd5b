import { compile } from "../../src/core/pipeline.ts";
import { resourceFiles, type Resource } from "../../src/core/resource.ts";
import type { GoldRecord } from "../../src/core/stage.ts";
import { articleOf } from "../../src/evaluate/annotate.ts";
import { prepareKit } from "../../src/stages/actors/link.ts";
import { registryResources as files } from "../../src/stages/actors/registry/resources.ts";
import { stages } from "../../src/stages/index.ts";
import { goldFile, readRecords, type BenchRow } from "../bench.ts";
import { cpuSeconds } from "../cpu.ts";

/** Speed of the stage alone and time to load the registry, in processor time, on the gold articles. */
export default async function actors(): Promise<readonly BenchRow[]> {
  // Once and cold, as a run loads it.
  const start = process.cpuUsage();
  prepareKit({
    countries: read(files.countries), actors: read(files.actors), offices: read(files.offices),
    agents: read(files.agents), roles: read(files.roles), contexts: read(files.contexts),
    metonyms: read(files.metonyms), references: read(files.references), firstNames: read(files.firstNames),
    referenceWeights: read(files.referenceWeights), organisationWords: read(files.organisationWords),
  }); // prettier-ignore
  const { user, system } = process.cpuUsage(start);
  const wanted = ["clean", "segment", "syntax", "entities", "dates", "actors"];
  const pipeline = compile(
    { stages: stages.map(({ name }) => name).filter((name) => wanted.includes(name)) },
    stages,
  );
  const records = readRecords<GoldRecord>(goldFile("development.jsonl"));
  const documents = records.map((record) => pipeline.analyze(articleOf(record)).document);
  const stage = pipeline.stages.find((prepared) => prepared.stage.name === "actors")!;
  const tokens = documents.reduce((sum, { layers }) => sum + (layers.tokens?.length ?? 0), 0);
  const rounds = 60;
  const best = cpuSeconds(() => {
    for (let round = 0; round < rounds; round++)
      for (const document of documents) stage.run(document, () => undefined);
  });
  return [
    { name: "stage actors alone", value: (tokens * rounds) / best, unit: "tokens/s", bar: 150_000 },
    { name: "registry loaded", value: (user + system) / 1000, unit: "ms", bar: 200, barIsMost: true },
  ];
}

const read = <T>(resource: Resource<T>): T => resource.read(resourceFiles(resource));
