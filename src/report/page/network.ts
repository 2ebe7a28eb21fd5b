import cytoscape from "cytoscape";
import { dyads, filteredStances, signed, signOf } from "./dataset.ts";
import { dataTable, element } from "./element.ts";
import type { View } from "./main.ts";
import { palette } from "./palette.ts";
import { linkTo } from "./state.ts";

const shownEdges = 60;
/** On a narrow screen, where names would run into each other. */
const shownNarrow = 14;

/** Actors and their directed, signed ties. The table below says the same for keyboards and screen readers. */
export const network: View = (bundle, state, page) => {
  const all = dyads(bundle, filteredStances(bundle, state));
  const narrow = page.clientWidth < 600;
  const shown = all.slice(0, narrow ? shownNarrow : shownEdges);
  page.append(element("h2", {}, "Network of actors"));
  if (shown.length === 0) {
    page.append(element("p", {}, "No stance passes the filters."));
    return;
  }
  const box = element("div", { id: "graph", role: "img", "aria-label": "Network of actors; the table below lists the same ties" });
  page.append(
    element("p", { class: "hint" }, `${shown.length} of ${all.length} ties, those with most stances. Solid blue: for. Dashed orange: against. Dotted gray: neither. Select a tie to read its sentences.`),
    box,
  );
  const colors = palette();
  const actors = [...new Set(shown.flatMap(({ source, target }) => [source, target]))];
  const most = Math.max(...shown.map(({ stances }) => stances.length));
  const order = new Map(actors.map((actor, index) => [actor, (2 * Math.PI * index) / actors.length]));
  const place = (actor: number): { x: number; y: number } => {
    const angle = order.get(actor) ?? 0;
    return { x: (narrow ? 200 : 520) * Math.sin(angle), y: -240 * Math.cos(angle) };
  };
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
    // An ellipse: no overlaps, the width of the page, and the same data always gives the same picture.
    layout: { name: "preset", padding: 30, positions: (node: unknown) => place(Number((node as { id(): string }).id().slice(1))) },
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
  page.append(
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
