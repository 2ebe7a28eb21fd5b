import { join, relative } from "node:path";
import type { Highlight } from "../aggregate/highlights.ts";
import type { RunSummary } from "../run/run.ts";
import { textTable } from "../evaluate/text-table.ts";
import { outColors as color } from "./terminal.ts";

const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** What a run made, for the person who started it. */
export function describeRun(summary: RunSummary, folder: string): string {
  const { articles, tokens, rows, rejects, highlights, run_id: id } = summary;
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
  if (highlights.length > 0) lines.push("", color.bold("strongest dyads"));
  for (const highlight of highlights) lines.push(...describeHighlight(highlight));
  const inside = relative(process.cwd(), folder) || ".";
  const shown = inside.startsWith("..") ? folder : inside;
  lines.push("", `Files: ${shown}/  (start with ${join(shown, "CODEBOOK.md")})`);
  return lines.join("\n");
}

function describeHighlight({
  source,
  target,
  score,
  stances,
  clusters,
  evidence,
}: Highlight): readonly string[] {
  const paint = score < 0 ? color.red : color.green;
  const count = (n: number, noun: string): string => `${number(n)} ${noun}${n === 1 ? "" : "s"}`;
  const head = `  ${paint((score > 0 ? "+" : "") + score.toFixed(2))}  ${source} → ${target}  (${count(stances, "stance")}, ${count(clusters, "report")})`;
  if (evidence === undefined) return [head];
  const line = evidence.replace(/\s+/g, " ");
  return [head, color.dim(`         “${line.length > 150 ? `${line.slice(0, 147)}…` : line}”`)];
}
