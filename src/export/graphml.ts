import type { DirectedGraph } from "graphology";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text without what XML 1.0 forbids: control characters, and surrogates without a partner. */
export const xmlAllowed = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");

const xmlText = (text: string): string =>
  xmlAllowed(text).replace(/[&<>"]/g, (character) => escapes[character]!);

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
