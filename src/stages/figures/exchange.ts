import type { Comparator, Figure } from "../../core/layers.ts";
import type { AnyDocument } from "../../core/document.ts";
import type { Exchange } from "../../core/stage.ts";
import { fromGold, type GoldFigure } from "./gold.ts";
import { scoreFigures } from "./score.ts";

const signs: Readonly<Record<Comparator, string>> = {
  eq: "=", approx: "~", ge: ">=", gt: ">", le: "<=", lt: "<", range: "=", vague: "=",
}; // prettier-ignore

const kinds: Readonly<Partial<Record<Figure["kind"], string>>> = {
  ratio: "fraction", duration: "measure", rank: "ordinal",
}; // prettier-ignore

const directions: Readonly<Partial<Record<Figure["change"], string>>> = { rise: "up", fall: "down" };

/** A figure as gold records hold it: one value or a pair, one unit that may be a currency. */
export function toGold(figure: Figure): GoldFigure {
  const { start, end, text, value, valueLow, valueHigh, countedText, countedStart, countedEnd } = figure;
  const change = directions[figure.change];
  const isHundredth =
    figure.kind === "money" && figure.unit !== undefined && figure.unit.split("/")[0] === figure.currencyName;
  return {
    start, end, text,
    value: value ?? [valueLow ?? 0, valueHigh ?? 0],
    unit: unitOf(figure, isHundredth),
    kind: kinds[figure.kind] ?? figure.kind,
    comparator: signs[figure.comparator],
    ...(change === undefined ? {} : { change }),
    ...(figure.currency === undefined || isHundredth ? {} : { currency: figure.currency }),
    ...(countedText === undefined ? {} : { counted: countedText, countedStart: countedStart!, countedEnd: countedEnd! }),
  }; // prettier-ignore
}

/** "dollar" for a bare "$" (its code is only inferred), the code when the text says which. */
function unitOf(
  { kind, unit, currency, currencyName, currencyInferred }: Figure,
  isHundredth: boolean,
): string | null {
  if (kind !== "money" || isHundredth) return unit === "{pp}" ? "percentage point" : (unit ?? null);
  const said = currencyInferred === true || currency === undefined ? (currencyName ?? currency) : currency;
  const per = unit?.split("/")[1];
  return per === undefined ? (said ?? null) : `${said!}/${per}`;
}

/** The figures of a document with what they link to. */
function figuresOf({ layers: { figures = [], mentions = [], dates = [] } }: AnyDocument): GoldFigure[] {
  return figures.map((figure) => ({
    ...toGold(figure),
    category: figure.category,
    on: dates[figure.date ?? -1]?.value ?? null,
    who: mentions[figure.aboutMention ?? -1]?.actorId ?? null,
    said: mentions[figure.saidByMention ?? -1]?.actorId ?? null,
  }));
}

export const figuresExchange: Exchange<"figures"> = {
  fields: ["figures"],
  annotate: (document) => ({ figures: figuresOf(document) }),
  given: (record, document) => ({
    figures: fromGold((record["figures"] ?? []) as readonly GoldFigure[], document.layers.sentences ?? []),
  }),
  score: (record, document) => scoreFigures(record, figuresOf(document)),
};
