import type { AnyStage } from "../core/stage.ts";
import { actors } from "./actors/index.ts";
import { clean } from "./clean/index.ts";
import { dates } from "./dates/index.ts";
import { entities } from "./entities/index.ts";
import { events } from "./events/index.ts";
import { figures } from "./figures/index.ts";
import { quotes } from "./quotes/index.ts";
import { segment } from "./segment/index.ts";
import { stance } from "./stance/index.ts";
import { syntax } from "./syntax/index.ts";

/** The built-in stages in the order in which an article meets them. */
export const stages: readonly AnyStage[] = [
  clean,
  segment,
  syntax,
  entities,
  dates,
  actors,
  quotes,
  figures,
  events,
  stance,
];
