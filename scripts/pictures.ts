// Takes the pictures of docs/guide.md from the report of the sample corpus: npm run build, then
// node scripts/ts.mjs scripts/pictures.ts
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDataset } from "../src/export/read.ts";
import { makeReport } from "../src/report/index.ts";
import type { Manifest } from "../src/run/manifest.ts";
import { readPipeline } from "../src/run/pipeline-file.ts";
import { run } from "../src/run/run.ts";
import { launch } from "../test/browser/browser.ts";

const folder = join(mkdtempSync(join(tmpdir(), "dyadic-pictures-")), "demo");
await run({ inputs: ["corpus/sample"], source: readPipeline(undefined), output: folder });
const manifest = JSON.parse(readFileSync(join(folder, "run.json"), "utf8")) as Manifest;
const page = join(folder, "report.html");
writeFileSync(page, await makeReport(openDataset(folder), { ...manifest, name: "demo" }));

/** The article about which the sample corpus says most. */
let article: { id: unknown; stances: number } = { id: "", stances: -1 };
for await (const row of openDataset(folder).rows("articles"))
  if (Number(row.n_stances) > article.stances)
    article = { id: row.article_id, stances: Number(row.n_stances) };

const browser = await launch();
const tab = await browser.newPage({ colorScheme: "light" });
for (const [view, width, hash, part] of [
  ["network", 900, "view=network", "#graph"],
  ["matrix", 1280, "view=matrix", "main"],
  ["articles", 920, `article=${String(article.id)}`, "body"],
] as const) {
  await tab.setViewportSize({ width, height: view === "articles" ? 600 : 1100 });
  await tab.goto(`file://${page}#${hash}`);
  await tab.reload();
  await tab.waitForSelector(`main[data-ready="${view}"]`);
  await tab.waitForTimeout(1500); // The layout of the network comes to rest.
  const path = `docs/pictures/${view}.png`;
  if (part === "body") await tab.screenshot({ path });
  else await tab.locator(part).screenshot({ path });
}
await browser.close();
