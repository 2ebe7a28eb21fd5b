import type { AnyDocument } from "../../core/document.ts";
import type { Explanation, ExplanationStep } from "../../core/explanation.ts";
import type { DateExpression } from "../../core/layers.ts";
import type { LoadedResources } from "../../core/stage.ts";
import type { numberWords } from "../../language/en/numbers.ts";
import type { holidays, timePhrases, timeWords } from "./lexicon.ts";
import { dateRules } from "./rules/dates.ts";
import { durationRules, offsetRules } from "./rules/offsets.ts";
import { timeRules } from "./rules/others.ts";

interface Kit {
  readonly resources: LoadedResources<{
    timeWords: typeof timeWords;
    timePhrases: typeof timePhrases;
    holidays: typeof holidays;
    numberWords: typeof numberWords;
  }>;
}

const anchors: Readonly<Record<DateExpression["anchor"], string>> = {
  absolute: "the words alone give the value",
  publication: "news: counted from the day of publication",
  previous_date: "narrative: counted from the date told before",
  unresolved: "nothing to count from is known",
};

/** Why a date has its value: the rule and its pattern, the rows of its words, the day it was counted from. */
export function explain({ resources }: Kit) {
  const patterns = new Map(
    [...dateRules, ...offsetRules, ...durationRules, ...timeRules].map(({ id, pattern }) => [id, pattern]),
  );
  return ({ layers }: AnyDocument, table: string, index: number): Explanation | undefined => {
    const date = table === "dates" ? layers.dates?.[index] : undefined;
    if (date === undefined) return undefined;
    const pattern = patterns.get(date.ruleId);
    const steps: ExplanationStep[] = [
      { what: "rule", detail: date.ruleId + (pattern === undefined ? "" : `: ${pattern}`) },
      ...rowSteps(date.text, resources),
      {
        what: "anchor",
        detail: anchors[date.anchor] + (date.anchorValue === undefined ? "" : ` (${date.anchorValue})`),
      },
    ];
    if (date.implied.length > 0)
      steps.push({ what: "implied", detail: `${date.implied.join(", ")}: not in the text, taken from the anchor` });
    const other = date.interval === undefined ? undefined : layers.dates?.[date.interval.other];
    if (other !== undefined)
      steps.push({ what: "interval", detail: `${date.interval!.role} of the interval with "${other.text}"` });
    steps.push({ what: "value", detail: `${date.type} ${date.value}, ${date.precision}` });
    return { steps, flip: flipOf(date) };
  };
} // prettier-ignore

/** The rows of the lexicons whose phrase stands in the text, in the order of the files. */
function rowSteps(text: string, { timeWords: words, timePhrases: fixed, holidays: named }: Kit["resources"]) {
  const plain = ` ${text.toLowerCase().replace(/[‐‑–—-]/g, " ").replace(/[,()]/g, " ").replace(/\s+/g, " ")} `;
  const steps: ExplanationStep[] = [];
  for (const { phrase, class: name, value } of words)
    if (plain.includes(` ${phrase} `))
      steps.push({ what: "lexicon", detail: `en/time-words: "${phrase}" is ${name}${value === "" ? "" : ` ${value}`}` });
  for (const { phrase, type, value } of fixed)
    if (plain.includes(` ${phrase} `))
      steps.push({ what: "lexicon", detail: `en/time-phrases: "${phrase}" is ${type} ${value}` });
  for (const { name, rule } of named)
    if (plain.includes(` ${name} `)) steps.push({ what: "lexicon", detail: `en/holidays: "${name}" is ${rule}` });
  return steps;
} // prettier-ignore

function flipOf({ anchor, implied }: DateExpression): string {
  if (anchor === "unresolved") return "A day of publication, or a full date before it, would resolve it.";
  if (anchor === "absolute") return "Only other words would change the value.";
  const from = anchor === "publication" ? "day of publication" : "date before it";
  const parts = implied.length > 0 ? `; the ${implied.join(" and ")} in the text would settle it` : "";
  return `Another ${from} would move it${parts}.`;
}
