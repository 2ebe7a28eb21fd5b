import { dyads, filteredStances, signed, signOf } from "./dataset.ts";
import { dataTable, element } from "./element.ts";
import type { View } from "./main.ts";
import { linkTo } from "./state.ts";

const shownDyads = 20;

/** What the corpus is, what was lost, and the dyads one would look at first. */
export const summary: View = (bundle, state, place) => {
  const { counts } = bundle.dataset;
  place.append(
    element("h2", {}, "Summary"),
    element(
      "dl",
      { class: "counts" },
      ...Object.entries(counts).map(([name, count]) =>
        element("div", {}, element("dt", {}, name), element("dd", {}, count.toLocaleString("en-US"))),
      ),
    ),
  );
  const strongest = dyads(bundle, filteredStances(bundle, {}  as typeof state))
    .filter(({ stances }) => stances.length > 1)
    .sort((a, b) => Math.abs(b.mean) * Math.sqrt(b.stances.length) - Math.abs(a.mean) * Math.sqrt(a.stances.length) || (a.key < b.key ? -1 : 1))
    .slice(0, shownDyads);
  place.append(
    element("h3", {}, "Strongest dyads"),
    element("p", { class: "hint" }, "By mean score and number of asserted stances. Open one to see its sentences."),
    dataTable(
      "Strongest dyads",
      ["From", "Towards", "Mean score", "Stances", "Evidence"],
      strongest.map((dyad) => {
        const best = dyad.stances.find(({ evidence, score }) => evidence !== undefined && signOf(score) === signOf(dyad.mean));
        return [
          bundle.actors[dyad.source]!.name,
          bundle.actors[dyad.target]!.name,
          element("span", { class: `score ${signOf(dyad.mean)}` }, signed(dyad.mean)),
          element("a", { href: linkTo(state, { view: "time", dyad: dyad.key }) }, String(dyad.stances.length)),
          element("q", {}, best?.evidence ?? ""),
        ];
      }),
    ),
  );
  if (bundle.rejects.length === 0) {
    place.append(element("h3", {}, "Rejects"), element("p", {}, "Nothing was lost: every article was read whole."));
    return;
  }
  place.append(
    element("h3", {}, "Rejects"),
    dataTable(
      "What was lost, degraded or worth a look",
      ["Code", "Severity", "Count", "For example"],
      bundle.rejects.map(({ code, severity, count, message }) => [code, severity, count, message]),
    ),
  );
}; // prettier-ignore
