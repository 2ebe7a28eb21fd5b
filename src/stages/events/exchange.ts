import type { Exchange } from "../../core/stage.ts";
import type { Mention } from "../../core/layers.ts";

/** Events as the PETRARCH records write them: one line a source and target, actors by country code. */
export const exchange: Exchange<"events"> = {
  fields: ["events"],
  annotate({ layers }) {
    const mentions = layers.mentions ?? [];
    const code = (index: number): string => codeOf(mentions[index]!);
    const events = (layers.events ?? []).flatMap((event) =>
      event.sources.flatMap((source) =>
        event.targets.map((target) => ({
          source: code(source),
          target: code(target),
          code: event.cameoCode,
          root: event.cameoCode?.slice(0, 2),
          sign: event.intensity > 0 ? "positive" : event.intensity < 0 ? "negative" : null,
          type: event.type,
          status: event.modality,
        })),
      ),
    );
    return {
      events: events.filter((event, index) => index === events.findIndex((other) => same(event, other))),
    };
  },
};

function codeOf({ country, actorId, text }: Mention): string {
  return country ?? actorId?.split(".")[0]?.toUpperCase() ?? text;
}

function same(a: { source: string; target: string }, b: { source: string; target: string }): boolean {
  return a.source === b.source && a.target === b.target;
}
