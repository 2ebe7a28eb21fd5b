import type { DirectedGraph } from "graphology";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML 1.0 allows it: its special characters escaped, the control characters it forbids left out. */
const xmlText = (text: string): string =>
  text
    .replace(/[&<>"]/g, (character) => escapes[character]!)
    // What XML forbids, surrogates without a partner among it.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");

/** A graph as GraphML (graphdrawing.org); graphology reads the format but does not write it. */
export function graphmlText(graph: DirectedGraph): string {
  const edges = graph.mapEdges((_, attributes, source, target) => ({ attributes, source, target }));
  const keys = new Map<string, string>();
  for (const { attributes } of edges)
    for (const [name, value] of Object.entries(attributes))
      if (keys.get(name) !== "string") keys.set(name, typeof value === "number" ? "double" : "string");
  const data = (key: string, value: unknown): string => `<data key="${key}">${xmlText(String(value))}</data>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '<key id="label" for="node" attr.name="label" attr.type="string"/>',
    ...[...keys].map(
      ([name, type]) => `<key id="${name}" for="edge" attr.name="${name}" attr.type="${type}"/>`,
    ),
    '<graph edgedefault="directed">',
    ...graph.mapNodes((id, { label }) => `<node id="${xmlText(id)}">${data("label", label)}</node>`),
    ...edges.map(
      ({ attributes, source, target }) =>
        `<edge source="${xmlText(source)}" target="${xmlText(target)}">${Object.entries(attributes)
          .map(([name, value]) => data(name, value))
          .join("")}</edge>`,
    ),
    "</graph>",
    "</graphml>",
    "",
  ].join("\n");
}
