import { join } from "node:path";
import type { Dataset } from "../../core/dataset.ts";
import type { Cell } from "../../core/table.ts";
import { openSink } from "../sink.ts";
import { gdelt } from "./gdelt.ts";
import { icews } from "./icews.ts";
import type { Layout } from "./layout.ts";
import { polecat } from "./polecat.ts";
import { sightings } from "./sightings.ts";

export const layouts: readonly Layout[] = [gdelt, icews, polecat];

/** The layouts know no quotes: what would end a cell or a line becomes a space. */
const cellText = (cell: Cell): string => String(cell ?? "").replace(/[\u0000-\u001f\u007f]+/g, " ");

const line = (cells: readonly Cell[]): string => `${cells.map(cellText).join("\t")}\n`;

/** Writes the events in the layouts named, all in one pass. Without an events table nothing is written. */
export async function writeLayouts(
  dataset: Dataset,
  folder: string,
  names: readonly string[],
  coder: string,
): Promise<void> {
  const wanted = layouts.filter(({ name }) => names.includes(name));
  if (wanted.length === 0 || !dataset.tables.some(({ name }) => name === "events")) return;
  const opened = wanted.map((layout) => ({ layout, sink: openSink(join(folder, layout.file)) }));
  for (const { layout, sink } of opened)
    if (layout.header) await sink.write(line(layout.columns.map(([name]) => name)));
  for await (const sighting of sightings(dataset, coder))
    for (const { layout, sink } of opened) {
      const full = sink.write(line(layout.columns.map(([, cell]) => cell?.(sighting))));
      if (full !== undefined) await full;
    }
  for (const { sink } of opened) await sink.close();
}
