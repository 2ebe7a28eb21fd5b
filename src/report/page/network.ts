import cytoscape from "cytoscape";
import { dyads, filteredStances, signed, signOf } from "./dataset.ts";
import { dataTable, element } from "./element.ts";
import type { View } from "./main.ts";
import { palette } from "./palette.ts";
import { linkTo } from "./state.ts";

const shownEdges = 60;

/** Actors and their directed, signed ties. The table below says the same for keyboards and screen readers. */
export const network: View = (bundle, state, place) => {
  const all = dyads(bundle, filteredStances(bundle, state));
  const shown = all.slice(0, shownEdges);
  place.append(element("h2", {}, "Network of actors"));
  if (shown.length === 0) {
    place.append(element("p", {}, "No stance passes the filters."));
    return;
  }
  const box = element("div", { id: "graph", role: "img", "aria-label": "Network of actors; the table below lists the same ties" });
  place.append(
    element("p", { class: "hint" }, `${shown.length} of ${all.length} ties, those with most stances. Solid blue: for. Dashed orange: against. Dotted gray: neither. Select a tie to read its sentences.`),
    box,
  );
  const colors = palette();
  const actors = [...new Set(shown.flatMap(({ source, target }) => [source, target]))];
  const most = Math.max(...shown.map(({ stances }) => stances.length));
  const graph = cytoscape({
    container: box,
    elements: [
      ...actors.map((actor) => ({ data: { id: `n${actor}`, label: bundle.actors[actor]!.name } })),
      ...shown.map((dyad) => ({
        data: { id: dyad.key, source: `n${dyad.source}`, target: `n${dyad.target}`, width: 1 + (3 * dyad.stances.length) / most },
        classes: signOf(dyad.mean),
      })),
    ],
    style: [
      { selector: "node", style: { label: "data(label)", "font-size": 12, color: colors.ink, "background-color": colors.ink, width: 14, height: 14, "text-valign": "top", "text-outline-color": colors.paper, "text-outline-width": 2 } },
      { selector: "edge", style: { width: "data(width)", "curve-style": "bezier", "target-arrow-shape": "triangle", "line-color": colors.neutral, "target-arrow-color": colors.neutral, "line-style": "dotted", opacity: 0.85 } },
      { selector: "edge.positive", style: { "line-color": colors.positive, "target-arrow-color": colors.positive, "line-style": "solid" } },
      { selector: "edge.negative", style: { "line-color": colors.negative, "target-arrow-color": colors.negative, "line-style": "dashed" } },
    ],
    // A circle: no overlaps, and the same data always gives the same picture.
    layout: { name: "circle", animate: false, padding: 40, radius: 230 },
    userZoomingEnabled: true,
    maxZoom: 1.3,
    wheelSensitivity: 0.2,
  });
  graph.on("tap", "edge", (event) => {
    location.hash = linkTo(state, { view: "time", dyad: String(event.target.id()) });
  });
  graph.on("tap", "node", (event) => {
    const actor = bundle.actors[Number(String(event.target.id()).slice(1))]!;
    location.hash = linkTo(state, { view: "network", actor: actor.id });
  });
  place.append(
    dataTable(
      "Ties",
      ["From", "Towards", "Mean score", "Stances"],
      shown.map((dyad) => [
        bundle.actors[dyad.source]!.name,
        bundle.actors[dyad.target]!.name,
        element("span", { class: `score ${signOf(dyad.mean)}` }, signed(dyad.mean)),
        element("a", { href: linkTo(state, { view: "time", dyad: dyad.key }) }, String(dyad.stances.length)),
      ]),
    ),
  );
}; // prettier-ignore
