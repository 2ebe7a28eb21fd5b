import type { Dataset } from "../core/dataset.ts";
import type { AnyRow, AnyTable } from "../core/table.ts";
import type { ClusterCells } from "./clusters.ts";
import { readLines } from "./lines.ts";
import { rowOfLine } from "./staged.ts";

const clusterColumns = ["cluster_id", "cluster_role", "cluster_similarity"] as const;

/** A dataset whose tables are sorted files of staged lines, by name. */
export function stagedDataset(
  tables: readonly AnyTable[],
  fileOf: ReadonlyMap<string, string>,
  runId: string,
  clusterOf: (articleId: string) => ClusterCells | undefined,
): Dataset {
  /** The cluster columns that a table declares, filled for the row's article. */
  const fill = ({ columns }: AnyTable): ((row: AnyRow) => AnyRow) => {
    const names = clusterColumns.filter((name) => columns[name] !== undefined);
    if (names.length === 0 || columns.article_id === undefined) return () => ({});
    return (row) => {
      const cells = clusterOf(String(row.article_id));
      return cells === undefined ? {} : Object.fromEntries(names.map((name) => [name, cells[name]]));
    };
  };
  return {
    tables,
    async *rows(table) {
      const file = fileOf.get(table);
      const declared = tables.find(({ name }) => name === table);
      if (file === undefined || declared === undefined) return;
      const clusterCells = fill(declared);
      for await (const line of readLines(file)) {
        const row = rowOfLine(line);
        yield { ...row, ...clusterCells(row), run_id: runId };
      }
    },
  };
}
