import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** A file of the data folder beside the repository; npm runs its scripts in the repository's root. */
export function sharedFile(path: string): string {
  const file = resolve("../shared", path);
  if (!existsSync(file)) throw new Error(`Training needs ../shared/${path}.`);
  return file;
}
