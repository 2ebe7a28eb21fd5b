import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundlePlaceholder, type Bundle } from "./bundle.ts";
import { pack } from "./pack.ts";

/** The built page, from `src/report` and `dist/report` alike. */
const template = fileURLToPath(new URL("../../dist/report/page.html", import.meta.url));

/** One self-contained HTML file: the page with the bundle inside. */
export function reportPage(bundle: Bundle): string {
  const { actors, articles, stances, events, figures } = bundle;
  const packed = {
    ...bundle,
    actors: pack(actors),
    articles: pack(articles),
    stances: pack(stances),
    events: pack(events),
    figures: pack(figures),
  };
  // "<" is escaped so that no text of an article can end the script element.
  const json = JSON.stringify(packed).replaceAll("<", "\\u003c");
  const [before, after] = readFileSync(template, "utf8").split(bundlePlaceholder);
  return `${before}${json}${after}`;
}
