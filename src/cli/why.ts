import { Command } from "commander";
import type { AnyRow } from "../core/table.ts";
import { readPipeline } from "../run/pipeline-file.ts";
import { why, type Why } from "../run/why.ts";
import { exit, withExitCode } from "./exit.ts";
import { pipelineOption } from "./options.ts";
import { outColors as color, print, sayProblems } from "./terminal.ts";

interface Options {
  readonly output: string;
  readonly pipeline?: string;
  readonly json?: true;
}

export function whyCommand(): Command {
  return new Command("why")
    .description(
      "Tell why a row is in the dataset: sentence, rule or model, dictionary, and what would turn it.",
    )
    .argument("<row>", "id of the row: the first column of its table")
    .option("-o, --output <folder>", "folder of the dataset", "output/demo")
    .addOption(pipelineOption())
    .option("--json", "print everything as JSON")
    .addHelpText(
      "after",
      `
Examples:
  dyadic why a1b2c3d4e5f60718.t00001
  dyadic why a1b2c3d4e5f60718.f00003 --output output/news --json`,
    )
    .action((row: string, options: Options) =>
      withExitCode(async () => {
        const told = await why(options.output, row, readPipeline(options.pipeline));
        if (options.json) print(JSON.stringify(told, undefined, 2));
        else print(describe(told));
        sayProblems(told.problems);
        return exit.done;
      }),
    );
}

/** The row in lines a person reads, the sentence first. */
function describe({ table, row, references, article, sentence, explanation }: Why): string {
  const lines = [color.bold(`${table}: ${String(Object.values(row)[0])}`)];
  if (article !== undefined)
    lines.push(`in ${String(article["title"] ?? article["source_file"])} (${String(article["published_date"] ?? "no date")})`);
  if (sentence !== undefined) lines.push("", `  ${highlighted(sentence, row)}`);
  lines.push("", ...cells(row));
  for (const [column, reference] of Object.entries(references))
    lines.push("", color.bold(column), ...cells(reference).slice(0, 8));
  if (explanation !== undefined) {
    lines.push("", color.bold("What led to it"));
    for (const { what, detail } of explanation.steps) lines.push(`  ${what.padEnd(14)}${detail}`);
    if (explanation.features !== undefined && explanation.features.length > 0) {
      lines.push("", color.bold("Features of the model"));
      for (const { feature, weight } of explanation.features)
        lines.push(`  ${(weight > 0 ? "+" : "") + weight.toFixed(3)}  ${feature}`);
    }
    if (explanation.flip !== undefined) lines.push("", `${color.bold("What would turn it:")} ${explanation.flip}`);
  }
  return lines.join("\n");
} // prettier-ignore

const cells = (row: AnyRow): string[] =>
  Object.entries(row)
    .filter(([name]) => !["run_id", "text", "evidence_text"].includes(name))
    .map(([name, cell]) => `  ${name.padEnd(24)}${Array.isArray(cell) ? cell.join("; ") : String(cell)}`);

/** The sentence with the row's own words marked. */
function highlighted(sentence: string, row: AnyRow): string {
  const words = [row["cue_text"], row["trigger_text"], row["source_text"], row["target_text"], row["text"]];
  return words
    .filter((word): word is string => typeof word === "string" && word !== "" && word !== sentence)
    .reduce((text, word) => text.replace(word, () => color.underline(word)), sentence);
}
