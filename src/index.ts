/** Public library API: the only file that re-exports. */
export type { Article } from "./core/article.ts";
export { compile } from "./core/pipeline.ts";
export { stages } from "./stages/index.ts";
