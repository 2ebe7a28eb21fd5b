import type { AnyDocument } from "../../core/document.ts";
import type { Explanation, ExplanationStep } from "../../core/explanation.ts";
import type { Layers, Stance } from "../../core/layers.ts";
import { clauseOf } from "../../language/en/clause.ts";
import { predicateSteps, readAgain, type PredicateReading } from "../../language/en/explain.ts";
import { turnedType } from "../../language/en/plover.ts";
import { stanceReader, type StanceResources } from "./judge.ts";
import { readPair, verdictWithout, type NamedFeature, type ReadPair } from "./explain-model.ts";
import type { Verdict } from "./model.ts";

interface Kit {
  readonly options: { readonly minimumConfidence: number };
  readonly resources: StanceResources;
}

/** Features shown of the model. */
const most = 12;

/** Why a stance is there: its predicate or the model's features, who vouches for it, and what would turn it. */
export function explain({ options, resources }: Kit) {
  const reader = stanceReader(resources);
  return ({ layers }: AnyDocument, _table: string, index: number): Explanation | undefined => {
    const stance = layers.stances?.[index];
    const sentence = stance && layers.sentences?.[stance.sentence];
    if (stance === undefined || sentence === undefined) return undefined;
    const mentions = layers.mentions ?? [];
    const from = mentions.findIndex(({ end }) => end > sentence.start);
    const clause = clauseOf(sentence, layers.tokens ?? [], layers.syntax, mentions, Math.max(0, from));
    const { predicates, modifiers } = resources;
    const event = stance.event === undefined ? undefined : layers.events?.[stance.event];
    const rule = (event?.ruleId ?? stance.ruleId).replace(/^event\//, "stance/");
    const reading = readAgain(clause, predicates, modifiers, rule, stance.cueEnd);
    const pair = readPair(reader, clause, mentions, stance.source, stance.target);
    const steps: ExplanationStep[] = [];
    if (reading !== undefined) steps.push(...predicateSteps(reading, clause, mentions, modifiers));
    if (stance.ruleId === "stance/told_of")
      steps.push({ what: "told of", detail: "a speaker who tells of a hostile deed accuses its doer: ACCUSE" });
    steps.push(...attribution(stance, layers), scoreStep(stance, reading, resources));
    if (pair !== undefined) steps.push(modelStep(pair));
    const decided = stance.score < 0 ? 2 : 1;
    const features = pair === undefined ? [] : strongest(pair, decided);
    const flip =
      stance.ruleId === "stance/model"
        ? pair && modelFlip(pair, decided, options.minimumConfidence)
        : ruleFlip(stance, reading, resources);
    return {
      steps,
      ...(features.length === 0 ? {} : { features: features.slice(0, most).map(({ feature, odds }) => ({ feature, weight: round(margin(odds, decided)) })) }),
      ...(flip === undefined ? {} : { flip }),
    };
  };
} // prettier-ignore

function attribution({ holder, holderMention, quote }: Stance, { mentions }: Partial<Layers>) {
  if (quote === undefined) return [{ what: "attribution", detail: "outside quotations: the author vouches for it" }];
  const who = holderMention === undefined ? "" : ` "${mentions?.[holderMention]?.text ?? ""}"`;
  return [{ what: "attribution", detail: `in a quotation: holder ${holder}${who}` }];
} // prettier-ignore

function scoreStep(stance: Stance, reading: PredicateReading | undefined, { weights }: StanceResources): ExplanationStep {
  const score = String(stance.score);
  if (stance.ruleId === "stance/model") return { what: "score", detail: `${score}: half of positive minus negative, by the model alone` };
  const named = reading?.roles.predicate;
  if (stance.event !== undefined) {
    const type = stance.ruleId === "stance/told_of" ? "ACCUSE" : named?.plover === undefined ? undefined : turnedType(named.plover, reading!.status, weights);
    if (type === undefined) return { what: "score", detail: `${score}: a tenth of the event's intensity` };
    return { what: "score", detail: `${score}: a tenth of the weight ${weights[type].weight} of ${type} in en/plover-weights (${weights[type].version})` };
  }
  if (reading === undefined || named === undefined) return { what: "score", detail: score };
  const { reversed, intensifier } = reading.status;
  return { what: "score", detail: `${score}: ${reversed ? "-1 (turned) x " : ""}polarity ${named.polarity} x strength ${named.strength} x intensifier ${intensifier}` };
} // prettier-ignore

function modelStep({ verdict: [none, positive, negative], temperature }: ReadPair): ExplanationStep {
  return {
    what: "model",
    detail:
      `none ${round(none)}, positive ${round(positive)}, negative ${round(negative)} after temperature ${round(temperature)}; ` +
      `confidence ${round(1 - none)} is what is left of none`,
  };
}

/** How far a feature favors the class decided on over the other two together. */
const margin = (odds: Verdict, decided: number): number =>
  odds[decided]! - (odds[0] + odds[3 - decided]!) / 2;

const strongest = ({ features }: ReadPair, decided: number): readonly NamedFeature[] =>
  [...features].sort((a, b) => Math.abs(margin(b.odds, decided)) - Math.abs(margin(a.odds, decided)));

/** The fewest features, the strongest first, without which the row would be gone or turned. */
function modelFlip({ verdict, features }: ReadPair, decided: number, minimum: number): string {
  const against = [0, 3 - decided].map((other) => {
    const gain = ({ odds }: NamedFeature): number => odds[decided]! - odds[other]!;
    const order = features.filter((feature) => gain(feature) > 0).sort((a, b) => gain(b) - gain(a));
    for (let count = 1; count <= order.length; count++) {
      const left = verdictWithout(verdict, order.slice(0, count));
      if (1 - left[0] < minimum || left[3 - decided]! > left[decided]!) return order.slice(0, count);
    }
    return undefined;
  });
  const fewest = against.filter((set) => set !== undefined).sort((a, b) => a.length - b.length)[0];
  if (fewest === undefined) return "No set of features of the regression; the network alone upholds the row.";
  const left = verdictWithout(verdict, fewest);
  const outcome = 1 - left[0] < minimum ? `confidence falls to ${round(1 - left[0])}, below ${minimum}, and the row goes` : "the sign turns";
  const named = fewest.slice(0, 5).map(({ feature }) => feature).join("; ");
  return `Without ${fewest.length} feature${fewest.length === 1 ? "" : "s"} (${named}${fewest.length > 5 ? "; …" : ""}) ${outcome}.`;
} // prettier-ignore

function ruleFlip(stance: Stance, reading: PredicateReading | undefined, { weights }: StanceResources) {
  if (stance.ruleId === "stance/told_of") return "Outside the quotation, or as a deed that is not hostile, it would tell nothing of the speaker.";
  if (reading === undefined) return undefined;
  const { predicate } = reading.roles;
  const { reversed } = reading.status;
  const type = predicate.plover;
  const turned = stance.event === undefined || type === undefined ? -stance.score : (reversed ? weights[type] : weights[weights[type].reversed]).weight / 10;
  const word = reading.effects.find(({ without }) => without.reversed !== reversed)?.word;
  const rewrite = word === undefined ? `A verb that ends or refuses it ("refused to ${predicate.lemma}") would turn it to ${turned}` : `Without "${word}" it would be ${turned}`;
  const row = type === undefined ? "its polarity in en/predicates" : `another type than ${type} for it in en/predicates`;
  const negators = reading.effects.filter(({ kind }) => kind === "negator").map(({ word: negator }) => `"${negator}"`);
  const negation = negators.length === 0 ? "" : ` Without ${negators.join(", ")} it would not be negated.`;
  return `${rewrite}; so would ${row}.${negation}`;
} // prettier-ignore

const round = (value: number): number => Math.round(value * 1000) / 1000;
