import type { AnyDocument } from "../../core/document.ts";
import { comparableActor, pairUp, type Counts } from "../../core/score.ts";
import { overlaps, type Span } from "../../core/span.ts";
import type { GoldRecord } from "../../core/stage.ts";

/** An event of a gold record of a whole article: its predicate, actors by id (several joined by `+`), type and status. */
interface GoldEvent extends Span {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly status: string;
}

/**
 * `predicates`: words that tell an event between two known sides. `sides`: with the right source and target too.
 * `type_accuracy` and `status_accuracy`: of those whose sides are right. Empty for a record that does not say where its
 * predicates stand.
 */
export function scoreEvents(record: GoldRecord, document: AnyDocument): Readonly<Record<string, Counts>> {
  const gold = record.events as readonly GoldEvent[];
  if (gold.some(({ start, status }) => start === undefined || status === undefined)) return {};
  const found = written(document);
  const pairs = pairUp(gold, found, (a, b) => overlaps(a, b) && sameSides(a, b), overlaps);
  const right = pairs.filter(([a, b]) => sameSides(a, b));
  const size = { found: found.length, gold: gold.length };
  const ofRight = { found: right.length, gold: right.length };
  return {
    predicates: { correct: pairs.length, ...size },
    sides: { correct: right.length, ...size },
    type_accuracy: { correct: right.filter(([a, b]) => a.type === b.type).length, ...ofRight },
    status_accuracy: { correct: right.filter(([a, b]) => a.status === b.status).length, ...ofRight },
  };
}

/** The events found whose sides are both known. */
function written({ layers }: AnyDocument): readonly GoldEvent[] {
  const side = (indices: readonly number[]): string =>
    indices
      .flatMap((index) => {
        const { actorId, memberIds } = layers.mentions![index]!;
        return memberIds ?? (actorId === undefined ? [] : [actorId]);
      })
      .join("+");
  return (layers.events ?? [])
    .map(({ start, end, sources, targets, type, modality }) => ({
      start,
      end,
      source: side(sources),
      target: side(targets),
      type,
      status: modality,
    })) // prettier-ignore
    .filter(({ source, target }) => source !== "" && target !== "");
}

function sameSides(a: GoldEvent, b: GoldEvent): boolean {
  return actorsOf(a.source) === actorsOf(b.source) && actorsOf(a.target) === actorsOf(b.target);
}

/** A side as it is compared: a state and its government in one list are one actor. */
const actorsOf = (side: string): string => [...new Set(comparableActor(side).split("+"))].join("+");
