import { z } from "zod";
import type { Event, Name, Sentence } from "../../core/layers.ts";
import { bySpan, indexAfter, overlaps, type Span } from "../../core/span.ts";
import { defineStage } from "../../core/stage.ts";
import { clauseOf, type Clause } from "../../language/en/clause.ts";
import { eventContexts, eventModes } from "../../language/en/event-modes.ts";
import { modifiers } from "../../language/en/modifiers.ts";
import { ploverWeights, turnedType } from "../../language/en/plover.ts";
import { predicates, type PredicateHit } from "../../language/en/predicates.ts";
import { readPredicates, type Reading } from "../../language/en/reading.ts";
import { exchange } from "./exchange.ts";
import { explain } from "./explain.ts";
import { dateOf, placeOf } from "./setting.ts";
import { eventsTable } from "./table.ts";
import { accusation, accuserOf } from "./told.ts";

export const events = defineStage({
  name: "events",
  summary: "Finds who did what to whom, coded in PLOVER and CAMEO.",
  needs: ["sentences", "tokens", "mentions"],
  uses: ["syntax", "dates", "quotes", "names"],
  gives: ["events"],
  options: z.strictObject({
    oneSided: z
      .boolean()
      .default(false)
      .describe("Also keep events of which only the source or the target is known."),
  }),
  resources: { predicates, modifiers, weights: ploverWeights, modes: eventModes, contexts: eventContexts },
  tables: [eventsTable],
  exchange,
  explain,
  prepare: ({ options, resources }) => {
    const { weights } = resources;
    return ({ layers }) => {
      const { sentences, tokens, mentions } = layers;
      const dates = layers.dates ?? [];
      const names = layers.names ?? [];
      const quotes = layers.quotes ?? [];
      const found: Event[] = [];
      let from = 0;
      for (const sentence of sentences) {
        while (from < mentions.length && mentions[from]!.end <= sentence.start) from++;
        const clause = clauseOf(sentence, tokens, layers.syntax, mentions, from);
        const carriers = new Set<number>();
        const here: (readonly [number, Event])[] = [];
        for (const reading of readPredicates(clause, resources.predicates, resources.modifiers)) {
          const event = read(reading, clause, sentence);
          if (event === undefined) continue;
          here.push([reading.hit.head, event]);
          if (event.sources.length > 0 && event.targets.length > 0) carriers.add(reading.roles.carrier);
        }
        // "Signed a pact": the noun tells the deed, and its verb no second one.
        const kept = here.filter(([head]) => !carriers.has(head)).map(([, event]) => event);
        const told = kept.flatMap(
          (event) =>
            accusation(event, quotes[event.quote ?? -1], mentions, tokens, resources.modifiers, weights) ??
            [],
        );
        // One accusation a verb and pair, whatever it charges.
        const charges = told.filter(
          ({ start, targets }, index) =>
            !told
              .slice(0, index)
              .some((other) => other.start === start && other.targets.join() === targets.join()),
        );
        found.push(...[...charges, ...kept].sort(bySpan));
      }
      return { events: found };

      function read({ hit, roles, status }: Reading, clause: Clause, sentence: Sentence): Event | undefined {
        if (roles.predicate.plover === undefined) return undefined;
        const mutual = roles.sources === roles.targets;
        const acting = roles.sources.filter((index) => mentions[index]!.entityType !== "place");
        const targets = mutual ? acting : roles.targets;
        const sources = mutual ? acting : unresolvedSame(acting, targets);
        if (sources.length === 0 || targets.length === 0)
          if (!options.oneSided || sources.length + targets.length === 0) return undefined;
        const type = turnedType(roles.predicate.plover, status, weights);
        const weight = weights[type];
        const sure = status.reversed ? undefined : resources.modes.get(`${type} ${roles.predicate.lemma}`);
        const first = roles.carrier >= 0 ? Math.min(roles.carrier, hit.first) : hit.first;
        const span = { start: tokens[first]!.start, end: tokens[hit.last - 1]!.end };
        const quote = at(quotes, span.start);
        const trigger = roles.carrier >= 0 ? roles.carrier : hit.head;
        const accuser = quote < 0 ? accuserOf(clause, trigger, resources.modifiers) : undefined;
        const reported = accuser !== undefined || (quote >= 0 && quotes[quote]!.speakerMethod !== "none");
        const modality = status.modality === "asserted" && reported ? "reported" : status.modality;
        const holder = accuser ?? quotes[quote]?.speakerMention ?? -1;
        const date = dateOf(clause, trigger, dates);
        // Who visits is where his host is; else a side of the event is no place.
        const visited =
          sure?.mode === "visit" && targets.length > 0 ? at(names, mentions[targets[0]!]!.start) : -1;
        const free = (name: Name): boolean =>
          ![...sources, ...targets].some((side) => overlaps(mentions[side]!, name));
        const place = visited >= 0 ? visited : placeOf(clause, trigger, names, resources.modifiers, free);
        return {
          ...span,
          text: tokens
            .slice(hit.first, hit.last)
            .map(({ text }) => text)
            .join(" "),
          sentence: sentence.number - 1,
          type,
          ...(sure?.mode === undefined ? {} : { mode: sure.mode }),
          contexts: contextsOf(hit, sure?.context),
          cameoCode: sure?.cameo ?? `${weight.cameoRoot}0`,
          quadClass: weight.quadClass,
          intensity: weight.weight,
          intensityScale: weight.version,
          sources,
          targets,
          modality,
          negated: status.negated,
          polarity: roles.predicate.polarity === 0 ? 0 : Math.sign(weight.weight) * (status.negated ? -1 : 1),
          ...(date < 0 ? {} : { date }),
          ...(place < 0 ? {} : { place }),
          ...(quote < 0 ? {} : { quote }),
          ...(holder < 0 ? {} : { holder }),
          confidence: roles.predicate.pos === "verb" ? 0.8 : 0.7,
          ruleId: `event/${roles.predicate.pos}/${roles.predicate.lemma.replaceAll(" ", "_")}`,
        };
      }

      /** What the deed is about: by its predicate, or by a word of its noun phrase ("military aid"). */
      function contextsOf({ first, last }: PredicateHit, sure: string | undefined): readonly string[] {
        const found = new Set(sure === undefined ? [] : [sure]);
        for (let index = last - 1; index >= Math.max(0, first - 3); index--) {
          const { upos, text } = tokens[index]!;
          if (index < first && upos !== "ADJ" && upos !== "NOUN") break;
          const context = resources.contexts.get(text.toLowerCase());
          if (context !== undefined) found.add(context);
        }
        return [...found].sort();
      }

      /** The sources that are not the same actor as a target. */
      function unresolvedSame(sources: readonly number[], targets: readonly number[]): readonly number[] {
        const idOf = (index: number): string | undefined =>
          mentions[index]!.actorId ?? mentions[index]!.memberIds?.join("+");
        const ids = targets.map(idOf);
        return sources.filter((index) => {
          const id = idOf(index);
          return !targets.includes(index) && (id === undefined || !ids.includes(id));
        });
      }
    };
  },
});

/** Index of the element of a sorted list that covers an offset, or -1. */
function at(spans: readonly Span[], offset: number): number {
  const index = indexAfter(spans, offset);
  return index < spans.length && spans[index]!.start <= offset ? index : -1;
}
