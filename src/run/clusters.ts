import { join } from "node:path";
import {
  clusterDuplicates,
  SketchStore,
  type ClusterRole,
  type Sketch,
} from "../aggregate/duplicates/index.ts";
import { readLines } from "./lines.ts";

/** Staged beside the tables: a line an article with its sketch, in input order. It is no table of the dataset. */
export const sketchesPart = ".sketches";

/** What a cluster says of an article. */
export interface ClusterCells {
  readonly cluster_id: string;
  readonly cluster_role: ClusterRole;
  readonly cluster_similarity: number;
}

export function sketchLine(articleId: string, sketch: Sketch): string {
  return `${articleId}\t${Buffer.from(sketch.buffer, sketch.byteOffset, sketch.byteLength).toString("base64")}`;
}

/** Clusters of near duplicates over the sketches of all chunks, given in input order. */
export async function readClusters(
  parts: readonly string[],
  folder: string,
): Promise<(articleId: string) => ClusterCells | undefined> {
  const store = new SketchStore(join(folder, "sketches"));
  const ids: string[] = [];
  const indexOf = new Map<string, number>();
  for (const part of parts)
    for await (const line of readLines(part)) {
      const tab = line.indexOf("\t");
      indexOf.set(line.slice(0, tab), ids.length);
      ids.push(line.slice(0, tab));
      // A copy: base64 may lie at an odd address, words may not.
      store.append(new Uint32Array(new Uint8Array(Buffer.from(line.slice(tab + 1), "base64")).buffer));
    }
  const { first, similarity, roleOf } = clusterDuplicates(store);
  store.close();
  const cells = ids.map((_, index) => ({
    cluster_id: ids[first[index]!]!,
    cluster_role: roleOf(index),
    cluster_similarity: Math.round(similarity[index]! * 1000) / 1000,
  }));
  return (articleId) => cells[indexOf.get(articleId) ?? -1];
}
