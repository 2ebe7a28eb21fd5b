import type { Exchange } from "../../core/stage.ts";
import type { Mention } from "../../core/layers.ts";
import { scoreEvents } from "./score.ts";

/** Events as the PETRARCH records write them: one line a source and target, actors by CAMEO code. */
export const exchange: Exchange<"events"> = {
  fields: ["events"],
  annotate({ layers }) {
    const mentions = layers.mentions ?? [];
    const codes = (indices: readonly number[]): string[] =>
      indices.flatMap((index) => codesOf(mentions[index]!));
    const events = (layers.events ?? []).flatMap((event) =>
      codes(event.sources).flatMap((source) =>
        codes(event.targets).map((target) => ({
          source,
          target,
          code: event.cameoCode,
          root: event.cameoCode?.slice(0, 2),
          sign: event.intensity > 0 ? "positive" : event.intensity < 0 ? "negative" : null,
          type: event.type,
          status: event.modality,
        })),
      ),
    );
    return {
      events: events.filter(
        (event, index) =>
          event.source !== event.target && index === events.findIndex((other) => same(event, other)),
      ),
    };
  },
  score: scoreEvents,
};

/** CAMEO actor codes; several when a mention means several actors. */
function codesOf({ cameoCode, country, actorId, memberIds, text }: Mention): string[] {
  if (memberIds !== undefined) return memberIds.map(stateOf);
  return [cameoCode ?? country ?? (actorId === undefined ? text : stateOf(actorId))];
}

const stateOf = (actorId: string): string => actorId.split(".")[0]!.toUpperCase();

function same(a: { source: string; target: string }, b: { source: string; target: string }): boolean {
  return a.source === b.source && a.target === b.target;
}
