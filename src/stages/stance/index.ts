import { z } from "zod";
import type { Mention, Quote, Stance } from "../../core/layers.ts";
import { bySpan, indexAfter, type Span } from "../../core/span.ts";
import { defineStage } from "../../core/stage.ts";
import { clauseOf } from "../../language/en/clause.ts";
import { readPredicates, type Reading } from "../../language/en/reading.ts";
import { statusOf } from "../../language/en/status.ts";
import { exchange } from "./exchange.ts";
import { explain } from "./explain.ts";
import { judge, resources, stanceReader, type JudgedPair } from "./judge.ts";
import { ruleConfidence, type Verdict } from "./model.ts";
import { stancesTable } from "./table.ts";

export const stance = defineStage({
  name: "stance",
  summary: "Finds who is for or against whom, with the words that show it.",
  needs: ["sentences", "tokens", "mentions"],
  uses: ["syntax", "dates", "publication", "quotes", "events"],
  gives: ["stances"],
  options: z.strictObject({
    minimumConfidence: z
      .number()
      .min(0)
      .max(1)
      .default(0.6)
      .describe("Rows that rest on the learned model alone need a sign of at least this probability."),
  }),
  resources,
  tables: [stancesTable],
  exchange,
  explain,
  prepare: ({ options, resources: loaded }) => {
    const reader = stanceReader(loaded);
    const sure = (ruleId: string, probability: number): number =>
      ruleId === "stance/model" ? probability : ruleConfidence(probability, loaded.calibration.rule);
    const accuse = loaded.weights.ACCUSE.weight / 10;
    return ({ layers }) => {
      const { sentences, tokens, mentions } = layers;
      const events = layers.events ?? [];
      const quotes = layers.quotes ?? [];
      const found: Stance[] = [];
      let nextEvent = 0;
      let from = 0;
      for (const sentence of sentences) {
        while (from < mentions.length && mentions[from]!.end <= sentence.start) from++;
        const clause = clauseOf(sentence, tokens, layers.syntax, mentions, from);
        const seen = new Set<string>();
        const told = new Map<string, number>();
        const cues = new Set<number>();
        const judged = judge(clause, reader, mentions);
        for (; nextEvent < events.length && events[nextEvent]!.sentence < sentence.number; nextEvent++)
          deed(nextEvent);
        for (const reading of readPredicates(clause, loaded.predicates, loaded.modifiers)) attitude(reading);
        for (const pair of [...judged.pairs()].sort(likelier)) opinion(pair);

        /** What an event shows: source towards target, and whoever tells of it towards the source. */
        function deed(index: number): void {
          const event = events[index]!;
          const score = event.intensity / 10;
          if (score === 0 || event.polarity === 0) return;
          const basis = {
            cue: event, modality: event.modality, negated: event.negated, intensifier: 1,
            ruleId: event.ruleId.replace("event/", "stance/"), event: index,
          }; // prettier-ignore
          const channel = event.quadClass % 2 === 1 ? "verbal_act" : "material_act";
          for (const source of event.sources)
            for (const target of event.targets) push({ ...basis, source, target, score, channel });
          const quote = quoteAt(quotes, event.start);
          const speaker = quote < 0 ? undefined : quotes[quote]!.speakerMention;
          if (speaker === undefined || event.quadClass !== 4 || event.modality !== "reported") return;
          // Who reports for the press takes no side; who accused already has said so.
          if (mentions[speaker]!.entityType === "media") return;
          for (const source of event.sources)
            if (!areOneCamp(mentions[speaker]!, mentions[source]!) && !seen.has(`${sideOf(mentions[speaker]!)}>${sideOf(mentions[source]!)}`))
              push({
              ...basis, source: speaker, target: source, score: accuse, channel: "verbal_act",
              modality: "asserted", ruleId: "stance/told_of",
            }); // prettier-ignore
        }

        /** Predicates that are no events: "A loves B", "A is critical of B". */
        function attitude({ hit, roles, status }: Reading): void {
          const { predicate } = roles;
          if (predicate.plover !== undefined) return;
          const score =
            (status.reversed ? -1 : 1) * predicate.polarity * predicate.strength * status.intensifier;
          for (const source of roles.sources)
            for (const target of roles.targets)
              push({
                source, target, score, channel: predicate.channel,
                cue: { start: tokens[hit.first]!.start, end: tokens[hit.last - 1]!.end },
                modality: status.modality, negated: status.negated, intensifier: status.intensifier,
                ruleId: `stance/${predicate.pos}/${predicate.lemma.replaceAll(" ", "_")}`,
              }); // prettier-ignore
        }

        /** What the learned model reads where no rule does. */
        function opinion({ source, target, verdict, cue }: JudgedPair): void {
          const [, positive, negative] = verdict;
          if (Math.max(positive, negative) < options.minimumConfidence) return;
          // A word whose sides a rule has settled speaks for no other pair.
          if (cues.has(tokens[cue]!.end)) return;
          const [from, to] = [mentions[source]!, mentions[target]!];
          if (sideOf(from) === sideOf(to) || seen.has(`${sideOf(from)}>${sideOf(to)}`)) return;
          const status = statusOf(clause, cue, -1, loaded.modifiers);
          push({
            source, target, score: (positive - negative) / 2, channel: "evaluative",
            cue: tokens[cue]!, modality: status.modality, negated: status.negated, intensifier: 1,
            ruleId: "stance/model",
          }); // prettier-ignore
        }

        function push(finding: Finding): void {
          const { source, target, cue } = finding;
          const [from, to] = [mentions[source]!, mentions[target]!];
          const sides = source === target || sideOf(from) !== sideOf(to) ? sidesOf(from, to) : [];
          cues.add(cue.end);
          if (sides.length === 0) return;
          const key = `${sideOf(from)}>${sideOf(to)}`;
          // "Signed a pact": verb and noun tell of one deed.
          if (finding.cue.start < (told.get(key) ?? -1)) return;
          told.set(key, cue.end);
          seen.add(key);
          const quote = quoteAt(quotes, cue.start);
          const holder = finding.event === undefined ? undefined : events[finding.event]!.holder;
          const speaker = quote < 0 ? holder : quotes[quote]!.speakerMention;
          const own = finding.ruleId.endsWith("told_of");
          const score = clamp(finding.score);
          const verdict = judged.verdict(source, target);
          const date = finding.event === undefined ? undefined : events[finding.event]!.date;
          for (const side of sides)
            found.push({
              ...side,
              start: sentence.start,
              end: sentence.end,
              sentence: sentence.number - 1,
              source,
              target,
              holder:
                own || (quote < 0 && speaker === undefined)
                  ? "author"
                  : quote < 0 || speaker === undefined
                    ? "reported_party"
                    : "quoted_speaker",
              ...(speaker === undefined || own ? {} : { holderMention: speaker }),
              score,
              scoreSd: spread(verdict),
              label: score > 0 ? "positive" : score < 0 ? "negative" : "neutral",
              confidence: Math.round(sure(finding.ruleId, verdict[score > 0 ? 1 : 2]) * 1000) / 1000,
              channel: finding.channel,
              cueStart: cue.start,
              cueEnd: cue.end,
              negated: finding.negated,
              modality:
                finding.modality === "asserted" && speaker !== undefined && !own
                  ? "reported"
                  : finding.modality,
              intensifier: finding.intensifier,
              ...(finding.event === undefined ? {} : { event: finding.event }),
              ...(date === undefined ? {} : { date }),
              ...(quote < 0 ? {} : { quote }),
              ruleId: finding.ruleId,
            });
        }
      }
      return { stances: withoutAllies(found, mentions).sort(bySpan) };
    };
  },
});

/** Standard deviation of a score that is -1, 0 or 1 with the probabilities of a verdict. */
function spread([, positive, negative]: Verdict): number {
  const mean = positive - negative;
  return Math.round(Math.sqrt(Math.max(0, positive + negative - mean * mean)) * 1000) / 1000;
}

interface Finding extends Pick<
  Stance,
  "source" | "target" | "score" | "modality" | "negated" | "intensifier" | "channel" | "ruleId"
> {
  readonly cue: Span;
  readonly event?: number;
}

const clamp = (score: number): number => Math.round(Math.max(-1, Math.min(1, score)) * 1000) / 1000;

/** The likelier pair first, so that of several mentions of one pair the clearest makes the row. */
const likelier = (a: JudgedPair, b: JudgedPair): number => a.verdict[0] - b.verdict[0];

/** An actor as far as two mentions of a sentence are told apart: a country and its government are one side. */
function sideOf({ actorId, memberIds, country }: Mention): string {
  const id = actorId ?? memberIds?.join("+") ?? "";
  const state = country?.toLowerCase();
  return state !== undefined && (id === state || id.startsWith(`${state}.`)) ? state : id;
}

/** The actors of each row, one for every pair meant; none when a side cannot act or both are the same. */
function sidesOf(source: Mention, target: Mention): Pick<Stance, "sourceActorId" | "targetActorId">[] {
  if (source.entityType === "place" || target.entityType === "place") return [];
  const from = source.memberIds ?? (source.actorId === undefined ? [] : [source.actorId]);
  const to = target.memberIds ?? (target.actorId === undefined ? [] : [target.actorId]);
  // "The two leaders met": each of them the other; but "both sides attacked A" is not about A's own part in it.
  if (source !== target && from.length > 1 && from.some((id) => to.includes(id))) return [];
  return from.flatMap((a) =>
    to
      .filter((b) => b !== a)
      .map((b) => ({
        ...(source.memberIds === undefined ? {} : { sourceActorId: a }),
        ...(target.memberIds === undefined ? {} : { targetActorId: b }),
      })),
  );
}

/** Whether two speak for one state: what a minister tells of his own army is no charge. */
function areOneCamp(a: Mention, b: Mention): boolean {
  const official = ({ cameoCode }: Mention): boolean => /^[A-Z]{3}(GOV|MIL)?$/.test(cameoCode ?? "");
  return a.country !== undefined && a.country === b.country && official(a) && official(b);
}

/**
 * Without the charges read from reports by an ally: who tells of a deed of somebody he is for, by what the article
 * asserts elsewhere, accuses nobody.
 */
function withoutAllies(stances: readonly Stance[], mentions: readonly Mention[]): Stance[] {
  const pairOf = ({ source, target, sourceActorId, targetActorId }: Stance): string =>
    `${sourceActorId ?? sideOf(mentions[source]!)}>${targetActorId ?? sideOf(mentions[target]!)}`;
  const told = ({ ruleId }: Stance): boolean => ruleId.endsWith("told_of");
  const sums = new Map<string, number>();
  for (const stance of stances)
    if (!told(stance) && stance.modality === "asserted")
      sums.set(pairOf(stance), (sums.get(pairOf(stance)) ?? 0) + stance.score);
  return stances.filter((stance) => !told(stance) || (sums.get(pairOf(stance)) ?? 0) <= 0);
}

/** Index of the quotation that covers an offset, or -1. */
function quoteAt(quotes: readonly Quote[], offset: number): number {
  const index = indexAfter(quotes, offset);
  return index < quotes.length && quotes[index]!.start <= offset ? index : -1;
}
