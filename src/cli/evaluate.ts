import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { DyadicError } from "../core/problem.ts";
import { missedBars, readBars, type MissedBar } from "../evaluate/bars.ts";
import { readEvaluation, regressions, type Regression } from "../evaluate/baseline.ts";
import { evaluate, type Evaluation, type Measure } from "../evaluate/evaluate.ts";
import { readGold } from "../evaluate/gold.ts";
import { junit } from "../evaluate/junit.ts";
import { textTable } from "../evaluate/text-table.ts";
import { evaluateTreebank, isTreebank, readTreebank } from "../evaluate/treebank.ts";
import { openPipeline, readPipeline } from "../run/pipeline-file.ts";
import { exit, withExitCode } from "./exit.ts";
import { fieldList, pipelineOption } from "./options.ts";
import { errColors, print, say, sayProblems } from "./terminal.ts";

interface Options {
  readonly pipeline?: string;
  readonly given: readonly string[];
  readonly bars?: string;
  readonly baseline?: string;
  readonly output?: string;
  readonly junit?: string;
  readonly json?: true;
}

export function evaluateCommand(): Command {
  return new Command("evaluate")
    .description("Score every stage against annotated documents; exit 1 when a bar is missed.")
    .argument(
      "<gold...>",
      "gold files or folders (JSON Lines with id, text and the fields of the benchmarks, or CoNLL-U)",
    )
    .addOption(pipelineOption())
    .option("--given <fields>", "take these fields from the gold instead of finding them", fieldList, [])
    .option("--bars <file>", "scores to hold (YAML): exit 1 when one is missed")
    .option("--baseline <file>", "an earlier evaluation: lists what became newly wrong")
    .option("-o, --output <file>", "write the evaluation as JSON, for a later --baseline")
    .option("--junit <file>", "write the evaluation as JUnit XML")
    .option("--json", "print the evaluation as JSON instead of a table")
    .addHelpText(
      "after",
      `
Examples:
  dyadic evaluate corpus/gold --bars corpus/bars.yaml
  dyadic evaluate ../shared/benchmarks/dates/timebank.jsonl --pipeline dates-only
  dyadic evaluate ../shared/benchmarks/syntax/ewt-dev.conllu
  dyadic evaluate corpus/gold --output now.json --baseline before.json`,
    )
    .action((gold: readonly string[], options: Options) => withExitCode(() => run(gold, options)));
}

async function run(gold: readonly string[], options: Options) {
  const bars = options.bars === undefined ? [] : readBars(options.bars);
  const earlier = options.baseline === undefined ? undefined : readEvaluation(options.baseline);
  const evaluation = await evaluateFiles(gold, options);
  const missed = missedBars(bars, evaluation.measures);
  const worse = earlier === undefined ? [] : regressions(earlier, evaluation);

  if (options.output !== undefined)
    writeFileSync(options.output, `${JSON.stringify(evaluation, undefined, 1)}\n`);
  if (options.junit !== undefined) writeFileSync(options.junit, junit(evaluation, missed));
  if (options.json) print(JSON.stringify({ measures: evaluation.measures, missed, regressions: worse }));
  else print(measureTable(evaluation.measures));

  sayProblems(evaluation.problems);
  if (evaluation.measures.length === 0)
    say("Nothing was scored: no stage of the pipeline knows a field of these records.");
  worse.forEach(sayRegression);
  missed.forEach(sayMissed);
  if (evaluation.records.length === 0) return exit.nothing;
  return missed.length > 0 || evaluation.measures.length === 0 ? exit.partial : exit.done;
}

/** Treebanks are scored by the language models alone, gold records by the pipeline. */
async function evaluateFiles(files: readonly string[], options: Options): Promise<Evaluation> {
  const treebanks = files.filter(isTreebank);
  const records = files.filter((file) => !isTreebank(file));
  if (treebanks.length === 0 || records.length > 0) {
    if (treebanks.length > 0) throw mixed(treebanks[0]!);
    return evaluate(await openPipeline(readPipeline(options.pipeline)), readGold(records), options.given);
  }
  return evaluateTreebank(treebanks.flatMap(readTreebank), treebanks[0]!);
}

const mixed = (file: string): DyadicError =>
  new DyadicError([{
    code: "evaluate/mixed-formats", severity: "rejected", at: { file },
    message: "Treebanks and gold records cannot be scored in one go.",
    hint: "Run evaluate once for the CoNLL-U files and once for the others.",
  }]); // prettier-ignore

function measureTable(measures: readonly Measure[]): string {
  return textTable(
    ["measure", "precision", "recall", "F1", "95 %", "correct", "found", "gold", "records"],
    measures.map(({ name, precision, recall, f1, f1Interval, counts, records }) => [
      name,
      precision.toFixed(1),
      recall.toFixed(1),
      f1.toFixed(1),
      f1Interval === undefined ? "" : f1Interval.map((bound) => bound.toFixed(1)).join("-"),
      String(Math.round(counts.correct)), // B-cubed adds shares up.
      String(counts.found),
      String(counts.gold),
      String(records),
    ]),
  );
}

function sayMissed({ measure, ratio, least, value }: MissedBar): void {
  const reached = value === undefined ? "was not measured" : `is ${value.toFixed(1)}`;
  say(errColors.red(`Bar missed: ${ratio} of ${measure} ${reached}, the bar is ${String(least)}.`));
}

function sayRegression({ id, measure, errorsBefore, errorsNow }: Regression): void {
  say(
    errColors.yellow(
      `Newly wrong: ${measure} in ${id}, ${String(errorsBefore)} errors before, ${String(errorsNow)} now.`,
    ),
  );
}
