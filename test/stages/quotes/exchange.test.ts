import { expect, test } from "vitest";
import type { AnyDocument } from "../../../src/core/document.ts";
import type { Mention, Quote } from "../../../src/core/layers.ts";
import { exchange } from "../../../src/stages/quotes/exchange.ts";

const mentions = [{ actorId: "a.gov" }, { memberIds: ["b", "c"] }, {}] as unknown as Mention[];

const gold = (start: number, end: number, speaker: string | null, kind = "direct") => ({
  start,
  end,
  speaker,
  kind,
});
const found = (start: number, end: number, speakerMention?: number): Quote =>
  ({ start, end, type: "direct", ...(speakerMention === undefined ? {} : { speakerMention }) }) as Quote;

const score = (wanted: readonly object[], quotes: readonly Quote[]) =>
  exchange.score!({ id: "r", text: "", quotes: wanted }, {
    layers: { mentions, quotes },
  } as unknown as AnyDocument);

test("a quotation is right by more than half of it, and by its speaker", () => {
  const wanted = [gold(0, 10, "a"), gold(20, 30, "b+c", "mixed"), gold(40, 50, null), gold(60, 70, "a")];
  const counts = score(wanted, [
    found(0, 12, 0),
    found(20, 30, 0),
    found(44, 48),
    found(60, 65, 0),
    found(80, 90, 1),
  ]);
  expect(counts.spans).toEqual({ correct: 2, found: 5, gold: 4 });
  expect(counts.speakers).toEqual({ correct: 1, found: 5, gold: 4 });
  expect(counts.kind_accuracy).toEqual({ correct: 1, found: 2, gold: 2 });
});

test("several speak by the ids of all, and whoever is no actor by none", () => {
  const counts = score(
    [gold(0, 10, "c+b"), gold(20, 30, null), gold(40, 50, null)],
    [found(0, 10, 1), found(20, 30, 2), found(40, 50)],
  );
  expect(counts.speakers).toEqual({ correct: 3, found: 3, gold: 3 });
});
