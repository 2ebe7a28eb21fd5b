import { z } from "zod";
import { entityTypes, nerTypes, type EntityType } from "../../../core/layers.ts";
import { csvResource, sharedResource } from "../../../core/resource.ts";
import { decodeModel } from "../../model/file.ts";
import { scoreTable } from "../../model/scorer.ts";
import { cellTable, hashTable } from "./table.ts";

export const nameWeights = sharedResource({
  name: "en/weights/names",
  summary: "Trained weights of the name tagger.",
  file: "en/weights/names.model",
  decode: (bytes, path) => scoreTable(decodeModel(bytes, path, "names").weights),
  open: (weights) => weights,
});

const table = (kind: string) => ({
  decode: (bytes: Uint8Array, path: string) => cellTable(decodeModel(bytes, path, kind).weights),
  open: hashTable,
});

export const clusters = sharedResource({
  name: "en/weights/clusters",
  summary: "Clusters of similar words, by word vectors.",
  file: "en/weights/clusters.model",
  ...table("clusters"),
});

export const gazetteer = sharedResource({
  name: "en/weights/gazetteer",
  summary: "Names of states, places, persons and organizations, as hashes.",
  file: "en/weights/gazetteer.model",
  ...table("gazetteer"),
});

/** Finer types of names: by the whole name, or by its first or last word. */
export interface NameTypes {
  readonly whole: ReadonlyMap<string, EntityType>;
  /** Key: model type and lowercase word. */
  readonly first: ReadonlyMap<string, EntityType>;
  readonly last: ReadonlyMap<string, EntityType>;
}

export const nameTypes = csvResource({
  name: "en/name-types",
  summary: "What tells a newspaper, an airport or a war from other names.",
  file: "en/name-types.csv",
  row: z.strictObject({
    match: z.enum(["whole", "first", "last"]),
    text: z.string().min(1),
    within: z
      .string()
      .transform((cell) => (cell === "" ? [] : cell.split(";")))
      .pipe(z.array(z.enum(nerTypes))),
    entity_type: z.enum(entityTypes),
    source: z.string().min(1),
  }),
  build(rows): NameTypes {
    const maps = { whole: new Map(), first: new Map(), last: new Map() } as Record<
      "whole" | "first" | "last",
      Map<string, EntityType>
    >;
    for (const { match, text, within, entity_type } of rows) {
      const word = text.toLowerCase();
      if (match === "whole") maps.whole.set(word, entity_type);
      else
        for (const type of within.length > 0 ? within : nerTypes)
          maps[match].set(`${type} ${word}`, entity_type);
    }
    return maps;
  },
});
