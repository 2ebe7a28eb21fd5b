import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The build writes it last. */
const lastBuilt = join(root, "dist/report/page.html");

/** Builds `dist` once for all tests that run the built command, and only when a source is newer. */
export default function buildOnce(): void {
  const built = statSync(lastBuilt, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;
  const newest = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((path) => statSync(join(root, "src", path)).mtimeMs)
    .reduce((a, b) => Math.max(a, b), 0);
  if (newest >= built) execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });
}
