import type { AnyDocument } from "../../core/document.ts";
import type { Explanation } from "../../core/explanation.ts";
import type { LoadedResources } from "../../core/stage.ts";
import { clauseOf } from "../../language/en/clause.ts";
import type { eventContexts, eventModes } from "../../language/en/event-modes.ts";
import { predicateSteps, readAgain } from "../../language/en/explain.ts";
import type { modifiers } from "../../language/en/modifiers.ts";
import type { ploverWeights } from "../../language/en/plover.ts";
import type { predicates } from "../../language/en/predicates.ts";

interface Kit {
  readonly resources: LoadedResources<{
    predicates: typeof predicates;
    modifiers: typeof modifiers;
    weights: typeof ploverWeights;
    modes: typeof eventModes;
    contexts: typeof eventContexts;
  }>;
}

/** Why an event is there: its predicate, what modifiers did, and where type and intensity come from. */
export function explain({ resources }: Kit) {
  const { predicates: lexicon, modifiers: words, weights } = resources;
  return ({ layers }: AnyDocument, _table: string, index: number): Explanation | undefined => {
    const event = layers.events?.[index];
    const sentence = event && layers.sentences?.[event.sentence];
    if (event === undefined || sentence === undefined) return undefined;
    if (event.ruleId === "event/told_of") {
      const detail = `en/modifiers: "${event.text}" claims; whoever claims that somebody did something hostile accuses him`;
      return {
        steps: [{ what: "attribution", detail }],
        flip: `With "say" instead of "${event.text}" it would be no accusation.`,
      };
    }
    const mentions = layers.mentions ?? [];
    const clause = clauseOf(
      sentence,
      layers.tokens ?? [],
      layers.syntax,
      mentions,
      Math.max(
        0,
        mentions.findIndex(({ end }) => end > sentence.start),
      ),
    );
    const reading = readAgain(clause, lexicon, words, event.ruleId, event.end);
    if (reading === undefined) return undefined;
    const type = reading.roles.predicate.plover ?? event.type;
    const other = weights[event.type].reversed;
    const steps = [...predicateSteps(reading, clause, mentions, words)];
    if (event.quote !== undefined && event.modality === "reported")
      steps.push({
        what: "attribution",
        detail: "it stands in a quotation whose speaker is known: reported",
      });
    if (type !== event.type)
      steps.push({ what: "reversal", detail: `${type} ended or refused is ${event.type}` });
    if (event.mode !== undefined || event.contexts.length > 0)
      steps.push({
        what: "mode",
        detail: `en/event-modes, en/event-contexts: mode ${event.mode ?? "not known"}, contexts ${event.contexts.join(", ") || "none"}, CAMEO ${event.cameoCode ?? ""}`,
      });
    const { version, quadClass, cameoRoot } = weights[event.type];
    steps.push({
      what: "weight",
      detail: `en/plover-weights (${version}): ${event.type} weighs ${event.intensity}, quad class ${quadClass}, CAMEO root ${cameoRoot}`,
    });
    const turning = reading.effects.find(({ without }) => without.reversed !== reading.status.reversed);
    const flip =
      turning === undefined
        ? `A verb that ends or refuses it before "${event.text}" would make it ${other} (${weights[other].weight}); so would another type for "${reading.roles.predicate.lemma}" in en/predicates.`
        : `Without "${turning.word}" it would be ${type} (${weights[type].weight}).`;
    return { steps, flip };
  };
}
