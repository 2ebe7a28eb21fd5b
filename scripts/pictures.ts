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
writeFileSync(page, await makeReport(openDataset(folder), manifest));

/** The article about which the sample corpus says most. */
let article: { id: unknown; stances: number } = { id: "", stances: -1 };
for await (const row of openDataset(folder).rows("articles"))
  if (Number(row.n_stances) > article.stances)
    article = { id: row.article_id, stances: Number(row.n_stances) };

const browser = await launch();
const tab = await browser.newPage({ viewport: { width: 920, height: 600 }, colorScheme: "light" });
for (const [view, hash] of [
  ["network", "view=network"],
  ["matrix", "view=matrix"],
  ["articles", `article=${String(article.id)}`],
] as const) {
  await tab.goto(`file://${page}#${hash}`);
  await tab.reload();
  await tab.waitForSelector(`main[data-ready="${view}"]`);
  await tab.waitForTimeout(1500); // The layout of the network comes to rest.
  await tab.screenshot({ path: `docs/pictures/${view}.png` });
}
await browser.close();
