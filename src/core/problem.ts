/** `rejected`: the article is lost; `truncated`, `degraded`: part of it is; `warning`: worth a look. */
export const severities = ["rejected", "truncated", "degraded", "warning"] as const;
export type Severity = (typeof severities)[number];

/** Where a problem is. `file` as the user wrote it; `line` from 1; `start`/`end` in UTF-16 units of the text. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly articleId?: string;
  readonly stage?: string;
  readonly start?: number;
  readonly end?: number;
}

/** Something that went wrong, as data: it crosses threads and becomes a row of `rejects` or a line on screen. */
export interface Problem {
  /** Stable and made of words: `ingest/not-utf8`. */
  readonly code: `${string}/${string}`;
  readonly severity: Severity;
  /** What happened, for the person who reads it. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly at?: Place;
  /** A piece of the offending input. */
  readonly sample?: string;
  /** Whether the same input may succeed on another try (a full disk, a vanished file). */
  readonly retryable?: boolean;
}

/** Work that cannot start or go on. Carries every fault found, not only the first. */
export class DyadicError extends Error {
  override readonly name = "DyadicError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join("\n"));
    this.problems = problems;
  }
}

/** The problem in the lines a person reads: message, place, hint. */
export function describeProblem(problem: Problem): string {
  const { at } = problem;
  const place =
    at?.file === undefined ? undefined : at.line === undefined ? at.file : `${at.file}:${at.line}`;
  const lines = [`${problem.message}  [${problem.code}]`];
  if (place !== undefined) lines.push(`  in ${place}`);
  if (problem.hint !== undefined) lines.push(`  ${problem.hint}`);
  return lines.join("\n");
}

/** What went wrong, of anything that can be thrown. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The candidate a person most likely meant, or undefined when none is near. For "did you mean". */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
