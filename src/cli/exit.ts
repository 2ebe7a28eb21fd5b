import { DyadicError } from "../core/problem.ts";
import { say, sayProblems } from "./terminal.ts";

/** What a command says to the shell: all done; done, but something was rejected or missed; nothing done; stopped by Ctrl-C. */
export const exit = { done: 0, partial: 1, nothing: 2, interrupted: 130 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** Runs a command's work and turns its verdict or its fault into the exit code. */
export async function withExitCode(work: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.exitCode = exit.nothing;
    if (error instanceof DyadicError) sayProblems(error.problems);
    else
      say(
        `Unexpected fault, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
  }
}
