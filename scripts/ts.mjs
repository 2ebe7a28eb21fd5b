// Runs a TypeScript script of this repository: node scripts/ts.mjs bench/main.ts accuracy dates
// Node 20 reads no TypeScript. The script and its own neighbors are bundled into .bench/ at the same depth (so that
// paths relative to import.meta.url hold); what it imports from src/ comes from the built dist/, as users run it.
import { mkdirSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  process.stderr.write("usage: node scripts/ts.mjs SCRIPT.ts [ARGUMENT...]\n");
  process.exit(2);
}
const entry = resolve(script);
const outfile = resolve(root, ".bench", relative(root, entry).split(sep).slice(1).join(sep)).replace(
  /\.ts$/,
  ".mjs",
);
mkdirSync(dirname(outfile), { recursive: true });

const builtSource = {
  name: "built-source",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
      const file = resolve(resolveDir, path);
      const inSource = relative(resolve(root, "src"), file);
      if (inSource.startsWith("..")) return undefined;
      const built = resolve(root, "dist", inSource).replace(/\.ts$/, ".js");
      return { path: pathToFileURL(built).href, external: true };
    });
  },
};

await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "error",
  plugins: [builtSource],
});
process.argv = [process.argv[0], entry, ...args];
await import(pathToFileURL(outfile).href);
