import { expect, test } from "vitest";
import type { AnyDocument } from "../../../src/core/document.ts";
import type { Event, Mention } from "../../../src/core/layers.ts";
import { scoreEvents } from "../../../src/stages/events/score.ts";

const mentions = [
  { actorId: "a" }, { actorId: "b.gov" }, { memberIds: ["a", "b"] }, { text: "nobody known" },
] as unknown as Mention[]; // prettier-ignore

const gold = (start: number, source: string, target: string, type = "ACCUSE", status = "asserted") => ({
  start, end: start + 5, source, target, type, status,
}); // prettier-ignore
const found = (start: number, sources: readonly number[], targets: readonly number[]): Event =>
  ({ start, end: start + 5, sources, targets, type: "ACCUSE", modality: "asserted" }) as unknown as Event;

const score = (wanted: readonly object[], events: readonly Event[]) =>
  scoreEvents({ id: "r", text: "", events: wanted }, {
    layers: { mentions, events },
  } as unknown as AnyDocument);

test("an event is right by its predicate, by both sides, and then by type and status", () => {
  const wanted = [
    gold(0, "a", "b"),
    gold(10, "b", "a"),
    gold(20, "a", "b", "REJECT", "negated"),
    gold(30, "b", "a"),
  ];
  const counts = score(wanted, [
    found(3, [0], [1]), // Right.
    found(10, [0], [1]), // The wrong way round.
    found(20, [0], [1]), // Right sides, wrong type and status.
    found(40, [1], [0]), // Nothing there.
  ]);
  expect(counts).toEqual({
    predicates: { correct: 3, found: 4, gold: 4 },
    sides: { correct: 2, found: 4, gold: 4 },
    type_accuracy: { correct: 1, found: 2, gold: 2 },
    status_accuracy: { correct: 1, found: 2, gold: 2 },
  });
});

test("compound sides are compared whole, and of two on one predicate the right one answers", () => {
  const both = score([gold(0, "b+a", "a+b")], [found(0, [2], [2])]);
  expect(both.sides).toEqual({ correct: 1, found: 1, gold: 1 });
  const part = score([gold(0, "a+b", "a+b")], [found(0, [0], [2])]);
  expect(part.sides).toEqual({ correct: 0, found: 1, gold: 1 });
  const two = score([gold(0, "b", "a")], [found(0, [0], [1]), found(0, [1], [0])]);
  expect(two.sides).toEqual({ correct: 1, found: 2, gold: 1 });
});

test("events with a side that is nobody known are not counted", () => {
  expect(score([], [found(0, [0], [3])]).predicates).toEqual({ correct: 0, found: 0, gold: 0 });
});

test("records in the form of event coders have no score", () => {
  expect(score([{ source: "USA", target: "RUS", code: "112" }], [])).toEqual({});
});
