import * as Plot from "@observablehq/plot";
import { dyads, filteredStances, signed } from "./dataset.ts";
import { counted, element } from "./element.ts";
import type { View } from "./main.ts";
import { inkOver, palette } from "./palette.ts";
import { linkTo } from "./state.ts";

const shownActors = 24;

/** Heat map: rows are who speaks or acts, columns about whom; sign by color and by symbol. */
export const matrix: View = (bundle, state, place) => {
  const all = dyads(bundle, filteredStances(bundle, state));
  place.append(element("h2", {}, "Who is for or against whom"));
  if (all.length === 0) {
    place.append(element("p", {}, "No stance passes the filters."));
    return;
  }
  const weight = new Map<number, number>();
  for (const { source, target, stances } of all)
    for (const actor of [source, target]) weight.set(actor, (weight.get(actor) ?? 0) + stances.length);
  const chosen = [...weight].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, shownActors).map(([actor]) => actor);
  const names = chosen.map((actor) => bundle.actors[actor]!.name);
  const cells = all
    .filter(({ source, target }) => chosen.includes(source) && chosen.includes(target))
    .map((dyad) => ({
      ...dyad,
      from: bundle.actors[dyad.source]!.name,
      to: bundle.actors[dyad.target]!.name,
      symbol: dyad.mean > 0.05 ? "+" : dyad.mean < -0.05 ? "−" : "·",
      href: linkTo(state, { view: "time", dyad: dyad.key }),
    }));
  const { positive, negative, neutral } = palette();
  place.append(
    element("p", { class: "hint" }, `Rows: from whom. Columns: towards whom. ${chosen.length} actors with most stances of ${weight.size}. Each cell opens its sentences.`),
    element("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Dyad matrix" }, Plot.plot({
      ariaLabel: "Mean stance score by source and target",
      width: 180 + names.length * 40,
      height: 170 + names.length * 28,
      marginLeft: 150,
      marginTop: 130,
      padding: 0.06,
      x: { domain: names, axis: "top", tickRotate: -50, label: null, tickSize: 0 },
      y: { domain: names, label: null, tickSize: 0 },
      color: { type: "diverging", domain: [-1, 1], pivot: 0, range: [negative, neutral, positive], interpolate: "rgb", label: "Mean score" },
      marks: [
        Plot.cell(cells, { x: "to", y: "from", fill: "mean", href: "href", title: (d: typeof cells[number]) => `${d.from} → ${d.to}: ${signed(d.mean)}, ${counted(d.stances.length, "stance")}` }),
        Plot.text(cells, { x: "to", y: "from", text: (d: typeof cells[number]) => `${d.symbol}${d.stances.length}`, pointerEvents: "none", fill: (d: typeof cells[number]) => inkOver(neutral, d.mean < 0 ? negative : positive, Math.abs(d.mean)), fontSize: 11 }),
      ],
    })),
  );
}; // prettier-ignore
