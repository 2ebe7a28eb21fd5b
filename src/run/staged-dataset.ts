import type { Dataset } from "../core/dataset.ts";
import type { AnyRow, AnyTable } from "../core/table.ts";
import { readLines } from "./lines.ts";
import { rowOfLine } from "./staged.ts";

/** A dataset whose tables are sorted files of staged lines, by name. */
export function stagedDataset(
  tables: readonly AnyTable[],
  fileOf: ReadonlyMap<string, string>,
  runId: string,
): Dataset {
  return {
    tables,
    async *rows(table) {
      const file = fileOf.get(table);
      if (file === undefined) return;
      for await (const line of readLines(file)) yield { ...rowOfLine(line), run_id: runId } as AnyRow;
    },
  };
}
