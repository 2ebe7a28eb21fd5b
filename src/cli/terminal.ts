import { createColors } from "picocolors";
import { describeProblem, type Problem } from "../core/problem.ts";

/** Data goes to standard output, everything said about it to standard error. */
export function print(text: string): void {
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

export function say(text: string): void {
  process.stderr.write(text.endsWith("\n") ? text : `${text}\n`);
}

const colorsOn = (stream: NodeJS.WriteStream): boolean =>
  stream.isTTY && (process.env.NO_COLOR ?? "") === "" && process.env.TERM !== "dumb";

/** Colors of standard output and of standard error: off when piped, in CI logs and with NO_COLOR. */
export const outColors = createColors(colorsOn(process.stdout));
export const errColors = createColors(colorsOn(process.stderr));

/** Problems as lines on standard error. */
export function sayProblems(problems: readonly Problem[]): void {
  for (const problem of problems) {
    const paint = problem.severity === "rejected" ? errColors.red : errColors.yellow;
    const [first, ...rest] = describeProblem(problem).split("\n");
    say([paint(first!), ...rest].join("\n"));
  }
}
