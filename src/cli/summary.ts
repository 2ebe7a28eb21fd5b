import { basename, join, relative } from "node:path";
import type { RunSummary } from "../run/run.ts";
import { textTable } from "../evaluate/text-table.ts";
import { outColors as color } from "./terminal.ts";

const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** What a run made, for the person who started it. */
export function describeRun(summary: RunSummary, folder: string): Promise<string> {
  const { articles, tokens, rows, rejects, run_id: id } = summary;
  const lines = [
    `${color.bold(`${number(articles)} articles`)}, ${number(tokens)} tokens, run ${id}`,
    "",
    textTable(
      ["table", "rows"],
      Object.entries(rows).map(([table, count]) => [table, number(count)]),
    ),
  ];
  const codes = Object.entries(rejects);
  if (codes.length > 0) {
    lines.push("", color.yellow("rejected or degraded (see rejects)"));
    for (const [code, count] of codes) lines.push(`  ${number(count)}  ${code}`);
  }
  const shown = relative(process.cwd(), folder) || basename(folder);
  lines.push(
    "",
    `Files: ${shown.startsWith("..") ? folder : shown}/  (start with ${join(shown, "CODEBOOK.md")})`,
  );
  return Promise.resolve(lines.join("\n"));
}
