import type { Comparator, Figure } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import { asAge } from "./age.ts";
import { categoryOf } from "./category.ts";
import { changeOf } from "./change.ts";
import { afterHedge, comparatorOf } from "./comparator.ts";
import { countedAt, type Counted } from "./counted.ts";
import { isWord, tokenAt, type Scene } from "./draft.ts";
import { ratioLink } from "./fraction.ts";
import { maskOf, type Knowledge, type MaskKind } from "./mask.ts";
import { oneKind } from "./one.ts";
import { quantityAt, type Quantity } from "./quantity.ts";
import { readingAt } from "./reading.ts";
import { joinRanges } from "./range.ts";
import { unitAt } from "./unit.ts";

/** A figure without its links to other layers, which need the whole article. */
export type LooseFigure = Omit<Figure, "sentence"> & { readonly cue?: Span };

/** All figures of one stretch of prose: recognized, joined, refined. */
export function findFigures(scene: Scene, known: Knowledge): LooseFigure[] {
  const quantities = joinRatios(scene, recognize(scene, known));
  const figures = joinRanges(scene, quantities).flatMap((found) => refine(scene, asAge(scene, found)) ?? []);
  return figures.map((figure, at) => secondVote(scene, figures[at - 1], figure));
}

/** "287 votes to 55": the second number counts votes as well. */
function secondVote({ text }: Scene, before: LooseFigure | undefined, figure: LooseFigure): LooseFigure {
  if (figure.kind !== "number" || before?.countedClass !== "votes") return figure;
  const { countedText, countedStart, countedEnd, countedHead, countedClass } = before;
  if (text.slice(countedEnd, figure.start) !== " to ") return figure;
  return {
    ...figure,
    kind: "count",
    countedText,
    countedStart,
    countedEnd,
    countedHead,
    countedClass,
  } as LooseFigure;
}

/** The numbers with their units, without those that are no figures. */
function recognize(scene: Scene, known: Knowledge): Quantity[] {
  const { lexemes } = scene;
  const found: Quantity[] = [];
  let masked: { kind: MaskKind; last: number } | undefined;
  let end = 0;
  for (let at = 0; at < lexemes.length;) {
    const { kind } = lexemes[at]!;
    const quantity = kind === "number" || kind === "word" ? quantityAt(scene, at) : undefined;
    if (quantity === undefined) {
      at++;
      continue;
    }
    const clear = quantity.first < end ? { ...quantity, first: Math.max(end, Math.min(at, end)) } : quantity;
    const mask = maskOf(scene, clear, known, masked);
    if (mask !== undefined) masked = { kind: mask, last: clear.last };
    else if (oneKind(scene, clear) !== "pronoun" || opensRatio(scene, clear)) found.push(clear);
    at = Math.max(at + 1, clear.last);
    end = at;
  }
  return found;
}

/** "one in five", "three out of 10". */
function joinRatios(scene: Scene, quantities: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  for (const quantity of quantities) {
    const before = joined.at(-1);
    const ratio = before === undefined ? undefined : ratioOf(scene, before, quantity);
    if (ratio === undefined) joined.push(quantity);
    else joined[joined.length - 1] = ratio;
  }
  return joined;
}

/** "one in" before another number. */
function opensRatio(scene: Scene, { last }: Quantity): boolean {
  const link = ratioLink(scene, last);
  const next = link === undefined ? undefined : readingAt(scene, link.from, false);
  return next !== undefined && next.form !== "ordinal" && next.low > 1;
}

function ratioOf(scene: Scene, a: Quantity, b: Quantity): Quantity | undefined {
  const link = ratioLink(scene, a.last);
  if (link === undefined || link.from !== b.first) return undefined;
  if ((a.unit ?? a.currency ?? b.unit ?? b.currency) !== undefined) return undefined;
  if (a.low !== a.high || b.low !== b.high || !Number.isInteger(a.low) || !Number.isInteger(b.low))
    return undefined;
  if (a.low < 1 || a.low >= b.low || a.low > 100 || (!link.strong && a.low > 10)) return undefined;
  if (unitAt(scene, b.last, b) !== undefined) return undefined;
  if (scene.words[a.last] === "over" && (a.low !== 1 || isWord(scene.lexemes[b.last]))) return undefined;
  const share = a.low / b.low;
  return {
    ...b,
    first: a.first,
    numberFirst: a.numberFirst,
    low: share,
    high: share,
    form: "ratio",
    scaled: false,
  };
}

/** The figure a quantity makes; undefined for "a three-bed flat", whose number counts nothing by itself. */
function refine(scene: Scene, found: Quantity): LooseFigure | undefined {
  const { text, lexemes } = scene;
  const member = oneKind(scene, found) === "member";
  const kind = isRank(scene, found) ? "rank" : kindOf(found);
  const counted =
    kind === undefined || kind === "ratio" ? countedAt(scene, found.last, found.high === 1) : undefined;
  if (kind === undefined && counted === undefined && isCompound(scene, found.last)) return undefined;
  const hedge = comparatorOf(scene, found.first, found.last);
  const comparator = shapeOf(found, hedge);
  const isPoint = found.low === found.high;
  const tellsHowMany = kind === undefined || kind === "money" || kind === "percent" || kind === "ratio";
  const cue = tellsHowMany
    ? categoryOf(scene, found.first, found.last, counted, kind === "money")
    : undefined;
  const start = lexemes[found.first]!.start;
  const end = lexemes[found.last - 1]!.end;
  const open =
    comparator === "gt" || comparator === "ge"
      ? "high"
      : comparator === "lt" || comparator === "le"
        ? "low"
        : undefined;
  return {
    start, end, text: text.slice(start, end),
    kind: kind ?? (counted === undefined ? "number" : "count"),
    ...(isPoint ? { value: found.low } : {}),
    ...(open === "low" && isPoint ? {} : { valueLow: found.low }),
    ...(open === "high" && isPoint ? {} : { valueHigh: found.high }),
    comparator,
    change: changeOf(scene, found),
    ...unitCells(found),
    ...currencyCells(found),
    ...countedCells(counted),
    category: cue?.category ?? "none",
    ...(cue === undefined ? {} : { cue: { start: lexemes[cue.cue]!.start, end: lexemes[cue.cue]!.end } }),
    confidence: confidenceOf(found, member, counted !== undefined),
    ruleId: `figures/${member ? "one-of" : kind === "rank" ? "rank" : ruleOf(found)}`,
  }; // prettier-ignore
}

function isCompound(scene: Scene, last: number): boolean {
  const { lexemes, words } = scene;
  const tight = words[last] === "-" && lexemes[last]!.glued && lexemes[last + 1]?.glued === true;
  return tight && lexemes[last + 1]!.kind === "word" && afterHedge(scene, last) === last;
}

/** The kind by unit and form; undefined for a bare number, which counts something or not. */
function kindOf({ currency, unit, dimension, form, per }: Quantity): Figure["kind"] | undefined {
  if (form === "ordinal") return "ordinal";
  if (currency !== undefined) return "money";
  if (dimension === "percent" || dimension === "points") return "percent";
  if (dimension === "temperature" || dimension === "age") return dimension;
  if (dimension === "time" && per === undefined) return "duration";
  if (unit !== undefined) return "measure";
  return form === "fraction" || form === "ratio" ? "ratio" : undefined;
}

/** "third largest", "second-biggest". */
function isRank(scene: Scene, { form, last }: Quantity): boolean {
  if (form !== "ordinal") return false;
  const isTied = scene.words[last] === "-";
  const at = isTied ? last + 1 : last;
  const xpos = tokenAt(scene, at)?.xpos;
  return xpos === "JJS" || xpos === "RBS" || (isTied && scene.words[at]?.endsWith("est") === true);
}

function shapeOf({ low, high, form }: Quantity, hedge: Comparator): Comparator {
  if (form === "vague") return hedge === "eq" || hedge === "approx" ? "vague" : hedge;
  return low !== high && hedge === "eq" ? "range" : hedge;
}

function unitCells({ unit, per, currency }: Quantity): Pick<Figure, "unit"> {
  const top = unit ?? (per === undefined ? undefined : currency?.code);
  if (top === undefined) return {};
  return { unit: per === undefined ? top : `${top}/${per}` };
}

function currencyCells({
  currency,
}: Quantity): Pick<Figure, "currency" | "currencyInferred" | "currencyName"> {
  if (currency === undefined) return {};
  return {
    ...(currency.code === "" ? {} : { currency: currency.code, currencyInferred: currency.inferred }),
    ...(currency.generic === undefined ? {} : { currencyName: currency.generic }),
  };
}

function countedCells(counted: Counted | undefined): Partial<Figure> {
  if (counted === undefined) return {};
  const { text, start, end, head, class: kind } = counted;
  return { countedText: text, countedStart: start, countedEnd: end, countedHead: head, countedClass: kind };
}

function ruleOf({ form, low, high, currency, dimension }: Quantity): string {
  const shape = low !== high && form !== "vague" ? "range" : form;
  const measure = currency !== undefined ? "money" : dimension;
  return measure === undefined ? shape : `${shape}-${measure}`;
}

/** How sure the stage is that the row is a figure and rightly read; set by the form, not learned. */
function confidenceOf({ form, currency, unit }: Quantity, member: boolean, counted: boolean): number {
  if (member) return 0.4;
  if (form === "ordinal") return 0.5;
  if (currency !== undefined || unit !== undefined) return 0.95;
  if (counted) return form === "vague" ? 0.8 : 0.9;
  return form === "digits" ? 0.7 : 0.6;
}
