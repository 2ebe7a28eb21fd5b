import type { AnyDocument } from "../../core/document.ts";
import type { Explanation, ExplanationStep } from "../../core/explanation.ts";
import type { Figure, Layers } from "../../core/layers.ts";
import type { Scene } from "./draft.ts";
import { scenes } from "./scene.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Longest phrase of a resource that is looked for, in lexemes. */
const longest = 6;

/** Why a figure is there: its recognizer and the rows of the word lists that its words stand in. */
export function explain({ resources }: { readonly resources: Vocabulary }) {
  return ({ article, layers }: AnyDocument, _table: string, index: number): Explanation | undefined => {
    const figure = layers.figures?.[index];
    if (figure === undefined) return undefined;
    const { sentences = [], tokens = [] } = layers;
    const steps: ExplanationStep[] = [
      { what: "recognizer", detail: `${figure.ruleId}: ${figure.kind}, confidence ${figure.confidence}` },
      { what: "value", detail: boundsOf(figure) },
    ];
    for (const scene of scenes(article.text, { sentences, tokens }, resources)) {
      const first = scene.lexemes.findIndex(({ start, end }) => end > figure.start && start < figure.end);
      if (first < 0) continue;
      let last = first;
      while (last < scene.lexemes.length && scene.lexemes[last]!.start < figure.end) last++;
      steps.push(...formSteps(scene, first, last, resources), ...hedgeSteps(scene, first, last, resources));
      break;
    }
    steps.push(...countedSteps(figure, article.text, resources), ...linkSteps(figure, layers));
    return { steps, flip: flipOf(figure) };
  };
}

function boundsOf({ value, valueLow, valueHigh, comparator, unit, currency }: Figure): string {
  const of = currency ?? unit ?? "";
  const told = value === undefined ? `${valueLow ?? "open"} to ${valueHigh ?? "open"}` : String(value);
  return `${told} ${of}`.trim() + ` (${comparator})`;
}

/** Every run of lexemes of a stretch, as the resources write it. */
function* phrases(scene: Scene, first: number, last: number): Iterable<string> {
  for (let from = first; from < last; from++)
    for (let to = Math.min(last, from + longest); to > from; to--) yield scene.words.slice(from, to).join(" ");
} // prettier-ignore

function formSteps(scene: Scene, first: number, last: number, { units, currencies, magnitudes }: Vocabulary) {
  const steps: ExplanationStep[] = [];
  const seen = new Set<string>();
  const tell = (what: string, detail: string): void => {
    if (!seen.has(detail)) steps.push({ what, detail });
    seen.add(detail);
  };
  for (const { text } of scene.lexemes.slice(first, last)) {
    const sign = currencies.signs.get(text);
    if (sign !== undefined) tell("currency", currencyRow(text, sign));
    const symbol = units.symbols.get(text);
    if (symbol !== undefined && sign === undefined) tell("unit", `en/units: "${text}" is ${symbol.code} (${symbol.dimension})`);
    const letter = magnitudes.letters.get(text) ?? magnitudes.moneyLetters.get(text);
    if (letter !== undefined) tell("magnitude", `en/magnitudes: "${text}" multiplies by ${letter}`);
  }
  for (const phrase of phrases(scene, first, last)) {
    const name = currencies.names.get(phrase);
    if (name !== undefined) tell("currency", currencyRow(phrase, name));
    const unit = units.words.get(phrase);
    if (unit !== undefined && name === undefined) tell("unit", `en/units: "${phrase}" is ${unit.code} (${unit.dimension})`);
    const plural = magnitudes.plurals.get(phrase);
    if (plural !== undefined) tell("magnitude", `en/magnitudes: "${phrase}" is vague, from ${plural} to ten times as much`);
  }
  return steps;
} // prettier-ignore

const currencyRow = (form: string, { code, inferred }: { code: string; inferred: boolean }): string =>
  `en/currencies: "${form}" is ${code}${inferred ? ", the likeliest of several" : ""}`;

/** The hedge right before the figure (an article may stand between) and the one right after it. */
function hedgeSteps(scene: Scene, first: number, last: number, { hedges, contextWords }: Vocabulary) {
  const { words } = scene;
  const steps: ExplanationStep[] = [];
  const skip = contextWords.hedge_filler.has(words[first - 1] ?? "") ? [first, first - 1] : [first];
  const before = skip.flatMap((end) => lengths.map((length) => words.slice(Math.max(0, end - length), end).join(" ")));
  const after = lengths.map((length) => words.slice(last, last + length).join(" "));
  for (const [map, list] of [[hedges.before, before], [hedges.after, after]] as const) {
    const phrase = list.find((candidate) => map.has(candidate));
    if (phrase !== undefined) steps.push({ what: "comparator", detail: `en/comparators: "${phrase}" is ${map.get(phrase)!}` });
  }
  return steps;
} // prettier-ignore

const lengths = [6, 5, 4, 3, 2, 1];

function countedSteps(figure: Figure, text: string, { countedClassWords, categoryWords }: Vocabulary) {
  const { countedText, countedHead, countedClass, category, categoryStart, categoryEnd } = figure;
  const steps: ExplanationStep[] = [];
  if (countedText !== undefined) {
    const listed = countedHead !== undefined && countedClassWords.has(countedHead);
    steps.push({
      what: "counted",
      detail: `"${countedText}", head "${countedHead ?? ""}": class ${countedClass ?? "other"}${listed ? " by en/counted-classes" : ", not in en/counted-classes as such"}`,
    });
  }
  if (category !== "none") {
    const word = text.slice(categoryStart, categoryEnd);
    const role = categoryWords.verbs.has(word.toLowerCase()) ? "verb" : "noun";
    steps.push({ what: "category", detail: `en/figure-categories: the ${role} "${word}" says ${category}` });
  }
  if (figure.change !== "none") steps.push({ what: "change", detail: `en/change-words: a ${figure.change}` });
  return steps;
}

function linkSteps(figure: Figure, { mentions, dates }: Partial<Layers>): ExplanationStep[] {
  const steps: ExplanationStep[] = [];
  const link = (what: string, text: string | undefined): void => {
    if (text !== undefined) steps.push({ what, detail: `"${text}"` });
  };
  link("about", figure.aboutMention === undefined ? undefined : mentions?.[figure.aboutMention]?.text);
  link("said by", figure.saidByMention === undefined ? undefined : mentions?.[figure.saidByMention]?.text);
  link("date", figure.date === undefined ? undefined : dates?.[figure.date]?.text);
  return steps;
}

function flipOf({ category, comparator, currencyInferred }: Figure): string {
  if (currencyInferred === true) return "A code or country beside the sign would settle the currency.";
  if (category !== "none") return "Without the word of its category the figure would be a bare count.";
  return comparator === "eq"
    ? 'A hedge before it, such as a row "before" of en/comparators, would make it a bound.'
    : "Without its hedge the value would be exact.";
}
