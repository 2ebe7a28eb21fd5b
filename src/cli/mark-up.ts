import type { AnyDocument } from "../core/document.ts";
import type { LayerName } from "../core/layers.ts";
import type { Span } from "../core/span.ts";
import { outColors as color } from "./terminal.ts";

/** How a layer shows in the text, and the tag that says so where there are no colors. */
const styles: Partial<Record<LayerName, readonly [tag: string, paint: (text: string) => string]>> = {
  mentions: ["who", color.yellow],
  dates: ["when", color.green],
  figures: ["number", color.magenta],
  events: ["event", color.blue],
  noise: ["noise", color.dim],
  names: ["name", color.yellow],
};

/** The article's text with findings in color, or in brackets when colors are off. The first layer wins an overlap. */
export function markUp({ article, layers }: AnyDocument, shown: readonly LayerName[]): string {
  const marks: (Span & { readonly layer: LayerName })[] = [];
  for (const layer of shown)
    if (styles[layer] !== undefined)
      for (const { start, end } of layers[layer] ?? []) marks.push({ start, end, layer });
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  let text = "";
  let position = 0;
  for (const { start, end, layer } of marks) {
    if (start < position || end === start) continue;
    const [tag, paint] = styles[layer]!;
    const piece = article.text.slice(start, end);
    text += article.text.slice(position, start);
    text += color.isColorSupported ? paint(piece) : `[${piece}|${tag}]`;
    position = end;
  }
  return text + article.text.slice(position);
}
