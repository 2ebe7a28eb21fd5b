import type { AnyDocument } from "../../core/document.ts";
import type { Explanation, ExplanationStep } from "../../core/explanation.ts";
import type { Quote } from "../../core/layers.ts";
import type { ReportingVerbs } from "../../language/en/reporting-verbs.ts";

const forms: Readonly<Record<Quote["type"], string>> = {
  direct: "the words between quotation marks",
  indirect: "the clause that the verb reports, without quotation marks",
  mixed: "a reported clause that quotes some words",
};

const speakers: Readonly<Record<Quote["speakerMethod"], string>> = {
  explicit: "named beside the verb",
  pronoun: "a pronoun, taken for the actor it refers to",
  carried_over: "that of the quotation before, which this one goes on",
  none: "nobody is named beside it",
};

/** Why a quotation is there, and why this speaker. */
export function explain({ resources: { verbs } }: { readonly resources: { readonly verbs: ReportingVerbs } }) {
  return ({ layers: { quotes = [], mentions = [] } }: AnyDocument, _table: string, index: number): Explanation | undefined => {
    const quote = quotes[index];
    if (quote === undefined) return undefined;
    const { verb, speakerText, speakerMethod, speakerMention } = quote;
    const actor = mentions[speakerMention ?? -1]?.actorId;
    const attitude = verb === undefined ? undefined : verbs.get(verb.toLowerCase());
    const steps: readonly ExplanationStep[] = [
      { what: "form", detail: `${quote.type}: ${forms[quote.type]} (${quote.ruleId})` },
      ...(verb === undefined ? [] : [{ what: "dictionary", detail: attitude === undefined ? `"${verb}" stands between speaker and words` : `en/reporting-verbs: "${verb}", attitude ${attitude.polarity}` }]),
      { what: "speaker", detail: `${speakerText === undefined ? "" : `"${speakerText}": `}${speakers[speakerMethod]}${actor === undefined ? "" : `; linked to ${actor}`}` },
      { what: "confidence", detail: `${quote.confidence}: 0.9 with a speaker named, 0.7 with one inferred, 0.5 with none` },
    ];
    return { steps, flip: flipOf(quote) };
  };
} // prettier-ignore

function flipOf({ type, verb, speakerMethod }: Quote): string {
  if (speakerMethod === "none")
    return "A verb of en/reporting-verbs with its subject beside it would name the speaker.";
  if (verb === undefined) return "A reporting verb of its own would settle the speaker.";
  return type === "direct"
    ? `Without "${verb}" in en/reporting-verbs it would have no speaker.`
    : `Without "${verb}" in en/reporting-verbs it would be no quotation.`;
}
