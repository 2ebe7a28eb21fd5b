import type { Article } from "./article.ts";
import type { LayerName, Layers } from "./layers.ts";

/** An article with the layers known so far. `Known` are surely there, `Perhaps` only if their stage ran. */
export interface Document<Known extends LayerName = never, Perhaps extends LayerName = never> {
  readonly article: Article;
  readonly layers: Readonly<Pick<Layers, Known>> & Readonly<Partial<Pick<Layers, Perhaps>>>;
}

/** A document of which nothing is promised: every layer may be missing. What tables and writers are handed. */
export type AnyDocument = Document<never, LayerName>;
