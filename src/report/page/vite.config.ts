import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

/** Puts the script and the style into the page itself: one file that opens from disk, offline. */
const oneFile: Plugin = {
  name: "one-file",
  enforce: "post",
  generateBundle(_, bundle) {
    const page = bundle["index.html"];
    if (page?.type !== "asset") throw new Error("the page was not built");
    let html = String(page.source);
    for (const [name, part] of Object.entries(bundle)) {
      if (part === page) continue;
      const code = part.type === "chunk" ? part.code : String(part.source);
      // A closing tag inside a string of the script would end it early.
      const safe = code.replaceAll("</script", "<\\/script");
      const file = name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
      if (name.endsWith(".css"))
        html = html.replace(new RegExp(`<link[^>]*${file}[^>]*>`), () => `<style>${safe}</style>`);
      else {
        html = html.replace(new RegExp(`\\s*<script[^>]*${file}[^>]*></script>`), "");
        html = html.replace("</body>", () => `<script type="module">${safe}</script></body>`);
      }
      Reflect.deleteProperty(bundle, name);
    }
    page.source = html;
    page.fileName = "page.html";
  },
};

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  logLevel: "warn",
  build: {
    outDir: fileURLToPath(new URL("../../../dist/report/", import.meta.url)),
    emptyOutDir: false,
    chunkSizeWarningLimit: 4000,
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  plugins: [oneFile],
});
