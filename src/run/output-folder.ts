import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { DyadicError, type Problem } from "../core/problem.ts";
import { Journal, type Fingerprint } from "./journal.ts";

/** Inside the output folder while a run is under way. */
export const workFolder = ".work";
/** Lists every file of a finished dataset; so it tells which files are ours to replace. */
export const checksumsFile = "checksums.sha256";

const refuse = (problem: Omit<Problem, "severity">): never => {
  throw new DyadicError([{ ...problem, severity: "rejected" }]);
};

/**
 * Makes ready the folder of a run and says where to begin: at the start, or after the last complete chunk of the same
 * run. Throws DyadicError when the folder holds something else.
 */
export function openOutput(output: string, fingerprint: Fingerprint, overwrite: boolean): Journal {
  const at = { file: output };
  try {
    mkdirSync(output, { recursive: true });
  } catch (error) {
    refuse({
      code: "run/output-not-writable", at,
      message: `Cannot make the output folder ${output}: ${(error as Error).message}`,
      hint: "Give another folder with --output.",
    }); // prettier-ignore
  }
  const work = join(output, workFolder);
  const stopped = overwrite ? undefined : Journal.open(work);
  if (stopped !== undefined) {
    const { runId, inputs } = stopped.fingerprint;
    if (runId === fingerprint.runId && inputs === fingerprint.inputs) return stopped.journal;
    refuse({
      code: "run/other-run", at,
      message: `${output} holds an unfinished run with ${runId === fingerprint.runId ? "other inputs" : "another pipeline or version"}.`,
      hint: "Finish it with its own command, give another --output, or start over with --overwrite.",
    }); // prettier-ignore
  }
  const finished = existsSync(join(output, checksumsFile));
  if (finished && !overwrite)
    refuse({
      code: "run/output-exists", at,
      message: `${output} already holds a dataset.`,
      hint: "Give another --output, or replace it with --overwrite.",
    }); // prettier-ignore
  const foreign = readdirSync(output).filter((name) => ![workFolder, ".gitkeep"].includes(name));
  if (!finished && foreign.length > 0)
    refuse({
      code: "run/output-not-ours", at,
      message: `${output} holds files that Dyadic did not write: ${foreign.slice(0, 3).join(", ")}.`,
      hint: "Give an empty or new folder with --output.",
    }); // prettier-ignore
  try {
    return Journal.create(work, fingerprint);
  } catch (error) {
    return refuse({
      code: "run/output-not-writable", at,
      message: `Cannot write into ${output}: ${(error as Error).message}`,
      hint: "Check the permissions and the space on the disk, or give another --output.",
    }); // prettier-ignore
  }
}

/** Removes the files of the dataset that was there before: those its checksums list, and no others. */
export function removeDataset(output: string): void {
  const listed = join(output, checksumsFile);
  if (!existsSync(listed)) return;
  for (const line of readFileSync(listed, "utf8").split("\n")) {
    const path = line.slice(line.indexOf("  ") + 2);
    if (line === "" || path.split("/").includes("..")) continue;
    rmSync(join(output, path), { force: true });
    const folder = dirname(join(output, path));
    if (folder !== output && existsSync(folder) && readdirSync(folder).length === 0)
      rmSync(folder, { recursive: true });
  }
  rmSync(listed);
}

/** Gives complete files their final names; the checksums come last, as the mark that the dataset is whole. */
export function publish(from: string, output: string, files: readonly string[]): void {
  for (const path of files) {
    mkdirSync(dirname(join(output, path)), { recursive: true });
    renameSync(join(from, path), join(output, path));
  }
}
