import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { errorText, type Problem } from "../core/problem.ts";
import { globPattern, globRoot, isGlob } from "./glob.ts";
import { problem } from "./item.ts";

export interface Inputs {
  /** Paths with `/` between their parts, sorted by code units, each once; `-` comes last. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** The files meant by paths, folders (with all below them), globs and `-`. Hidden files in folders are passed over. */
export function findInputs(inputs: readonly string[]): Inputs {
  const byRealPath = new Map<string, string>();
  const problems: Problem[] = [];
  const add = (path: string): void => {
    const key = path === "-" ? path : resolve(path);
    if (!byRealPath.has(key)) byRealPath.set(key, path);
  };
  for (const input of inputs) {
    if (input === "-") add(input);
    else for (const path of expand(input, problems)) add(path);
  }
  const files = [...byRealPath.values()].map((path) => path.replaceAll("\\", "/"));
  const order = (path: string): string => (path === "-" ? "\uffff" : path);
  files.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  return { files, problems };
}

function expand(input: string, problems: Problem[]): readonly string[] {
  const path = input.replaceAll("\\", "/");
  const kind = kindOf(path);
  if (kind === "file") return [path];
  if (kind === "folder") {
    const found = [...walk(path, problems)];
    if (found.length === 0)
      problems.push(problem("empty-folder", `The folder ${path} holds no files.`, { at: { file: path } }));
    return found;
  }
  if (!isGlob(path)) {
    problems.push(
      problem("missing", `There is no file or folder ${path}.`, {
        at: { file: path }, hint: "Check the path; relative paths count from the folder the command is run in.",
      }), // prettier-ignore
    );
    return [];
  }
  const pattern = globPattern(path);
  const root = globRoot(path);
  const found =
    kindOf(root) === "folder" ? [...walk(root, problems)].filter((file) => pattern.test(file)) : [];
  if (found.length === 0)
    problems.push(problem("no-match", `No file matches ${path}.`, { at: { file: path } }));
  return found;
}

function kindOf(path: string): "file" | "folder" | undefined {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}

/** Files below a folder; links are followed, each folder once. */
function* walk(folder: string, problems: Problem[], seen = new Set<string>()): Generator<string> {
  try {
    const real = realpathSync(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of readdirSync(folder)) {
      if (name.startsWith(".")) continue;
      const path = folder === "." ? name : join(folder, name).replaceAll("\\", "/");
      if (kindOf(path) === "folder") yield* walk(path, problems, seen);
      else yield path;
    }
  } catch (error) {
    problems.push(
      problem("unreadable", `Cannot read the folder ${folder}: ${errorText(error)}.`, {
        at: { file: folder }, retryable: true,
      }), // prettier-ignore
    );
  }
}
