import type { Counts } from "../../core/score.ts";
import { loadResource } from "../../core/resource.ts";
import type { GoldRecord } from "../../core/stage.ts";
import type { Span } from "../../core/span.ts";
import type { GoldFigure } from "./gold.ts";
import { currencies, units } from "./vocabulary.ts";

/*
 * Marks figures as the scorer beside the benchmark does: predictions and gold are paired one to one by overlap (same
 * span first, then right value, then right unit, then longest overlap); `full` pairs agree in value and unit.
 */

/** Kinds that say "this is no figure": not marked unless the gold has a figure there. */
const noFigures = new Set([
  "ordinal",
  "date",
  "year",
  "time",
  "phone",
  "name",
  "reference",
  "score",
  "pronoun",
]);
const classes: Readonly<Record<string, string>> = {
  "=": "=",
  "~": "~",
  ">": ">",
  ">=": ">",
  "<": "<",
  "<=": "<",
};
const noCounts: Counts = { correct: 0, found: 0, gold: 0 };

export function scoreFigures(
  record: GoldRecord,
  predicted: readonly GoldFigure[],
): Readonly<Record<string, Counts>> {
  const gold = (record["figures"] ?? []) as readonly GoldFigure[];
  const found = asked(record, gold, predicted);
  const pairs = pair(gold, found);
  const counts = (correct: number): Counts => ({ correct, found: found.length, gold: gold.length });
  const among = (all: readonly Pair[], holds: (pair: Pair) => boolean): Counts => {
    const correct = all.filter(holds).length;
    return { correct, found: all.length, gold: all.length };
  };
  const marked = pairs.filter(([a]) => a.comparator !== undefined && a.comparator !== "=");
  const isRight = ([a, b]: Pair): boolean =>
    (a.value === undefined || sameValue(a.value, b.value)) && sameUnit(a, b);
  return {
    strict: counts(pairs.filter(([a, b]) => a.start === b.start && a.end === b.end).length),
    overlap: counts(pairs.length),
    full: counts(pairs.filter(isRight).length),
    value_accuracy: among(
      pairs.filter(([a]) => a.value !== undefined),
      ([a, b]) => sameValue(a.value!, b.value),
    ),
    unit_accuracy: among(pairs, ([a, b]) => sameUnit(a, b)),
    comparator_marked:
      marked.length === 0
        ? noCounts
        : among(marked, ([a, b]) => classes[a.comparator!] === classes[b.comparator ?? "="]),
    counted: countedCounts(gold, pairs),
    category: linkCounts(pairs, ({ category }) => (category === "none" ? null : category)),
    date_link: linkCounts(pairs, ({ on }) => on),
    actor_link: linkCounts(pairs, ({ who }) => who, isSameSide),
    speaker_link: linkCounts(pairs, ({ said }) => said, isSameSide),
  };
}

/** Over the pairs whose gold says what the figure links to; null is none. */
function linkCounts(
  pairs: readonly Pair[],
  linkOf: (figure: GoldFigure) => string | null | undefined,
  isSame = (gold: string, found: string): boolean => gold === found,
): Counts {
  const links = pairs
    .map(([a, b]) => ({ gold: linkOf(a), found: linkOf(b) ?? null }))
    .filter(({ gold }) => gold !== undefined);
  return {
    correct: links.filter(
      ({ gold, found }) => typeof gold === "string" && found !== null && isSame(gold, found),
    ).length,
    found: links.filter(({ found }) => found !== null).length,
    gold: links.filter(({ gold }) => gold !== null).length,
  };
}

/** A state and its organs are one side: `fra` and `fra.mil`. */
const isSameSide = (gold: string, found: string): boolean =>
  gold === found || found.startsWith(`${gold}.`) || gold.startsWith(`${found}.`);

/** Predictions without those over `ignore` spans, outside `scope`, or said to be no figures. */
function asked(
  record: GoldRecord,
  gold: readonly GoldFigure[],
  predicted: readonly GoldFigure[],
): GoldFigure[] {
  const ignored = (record["ignore"] ?? []) as readonly Span[];
  const scope = record["scope"] as readonly string[] | undefined;
  return predicted.filter((figure) => {
    if (gold.some((each) => overlap(each, figure) > 0)) return true;
    if (ignored.some((each) => overlap(each, figure) > 0)) return false;
    if (figure.kind === undefined) return true;
    return scope === undefined ? !noFigures.has(figure.kind) : scope.includes(figure.kind);
  });
}

type Pair = readonly [gold: GoldFigure, found: GoldFigure];

function pair(gold: readonly GoldFigure[], found: readonly GoldFigure[]): Pair[] {
  const candidates: { i: number; j: number; worth: number }[] = [];
  gold.forEach((a, i) => {
    found.forEach((b, j) => {
      const shared = overlap(a, b);
      if (shared <= 0) return;
      const exact = a.start === b.start && a.end === b.end ? 4e6 : 0;
      const value = a.value !== undefined && sameValue(a.value, b.value) ? 2e6 : 0;
      candidates.push({ i, j, worth: exact + value + (sameUnit(a, b) ? 1e6 : 0) + shared });
    });
  });
  candidates.sort((a, b) => b.worth - a.worth);
  const usedGold = new Set<number>();
  const usedFound = new Set<number>();
  const pairs: Pair[] = [];
  for (const { i, j } of candidates) {
    if (usedGold.has(i) || usedFound.has(j)) continue;
    usedGold.add(i);
    usedFound.add(j);
    pairs.push([gold[i]!, found[j]!]);
  }
  return pairs;
}

function overlap(a: Span, b: Span): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

function sameValue(gold: NonNullable<GoldFigure["value"]>, found: GoldFigure["value"]): boolean {
  if (found === undefined || (typeof gold === "number") !== (typeof found === "number")) return false;
  if (typeof gold === "number") return close(gold, found as number);
  const [a, b] = [gold, found as readonly [number, number]].map((ends) => ends.toSorted((x, y) => x - y));
  return close(a![0]!, b![0]!) && close(a![1]!, b![1]!);
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-4 * Math.max(Math.abs(a), Math.abs(b)) + 1e-12;
}

/** Units agree when equal, when gold says less than we do ("dollar" for USD), or the usual member stands for the word. */
function sameUnit(gold: GoldFigure, found: GoldFigure): boolean {
  const stated = canonical(gold.unit);
  const foundUnit = canonical(found.unit);
  const answer = foundUnit?.includes("/") === true ? foundUnit : (found.currency ?? foundUnit);
  if (stated === undefined) return answer === undefined;
  if (answer === undefined) return false;
  return agrees(stated, answer) || (gold.currency !== undefined && agrees(gold.currency, answer));
}

function agrees(gold: string, found: string): boolean {
  return gold === found || families().get(gold)?.has(found) === true || defaults.has(`${gold} ${found}`);
}

const defaults = new Set(["USD dollar", "GBP pound", "[lb_av] pound", "t ton"]);

let known: Map<string, Set<string>> | undefined;

/** What may stand for a word that leaves the member open: "dollar" for USD, AUD ...; "ton" for t. */
function families(): Map<string, Set<string>> {
  if (known !== undefined) return known;
  known = new Map([
    ["ton", new Set(["t", "[ston_av]", "[lton_av]"])],
    ["deg", new Set(["Cel", "[degF]"])],
  ]);
  for (const [name, { code }] of loadResource(currencies).names) {
    const [word] = name.split(" ").slice(-1);
    if (word === undefined || word === name) continue;
    const members = known.get(word) ?? new Set();
    known.set(word, members.add(code));
  }
  known.set("pound", (known.get("pound") ?? new Set()).add("[lb_av]").add("GBP"));
  return known;
}

function canonical(unit: string | null | undefined): string | undefined {
  if (unit === null || unit === undefined || unit === "") return undefined;
  if (unit === "percentage point") return "%";
  return loadResource(units).words.get(unit)?.code ?? unit;
}

/** The counted noun is right when its span covers the gold's head, or both heads are the same word. */
function countedCounts(gold: readonly GoldFigure[], pairs: readonly Pair[]): Counts {
  let correct = 0;
  let found = 0;
  for (const [a, b] of pairs) {
    const isAsked = a.counted !== undefined || ["count", "number", "fraction"].includes(a.kind ?? "");
    if (!isAsked || b.counted === undefined) continue;
    found++;
    if (a.counted !== undefined && sameCounted(a as Required<GoldFigure>, b as Required<GoldFigure>))
      correct++;
  }
  return { correct, found, gold: gold.filter(({ counted }) => counted !== undefined).length };
}

const link = /\s+(?:of|from|in|for|on|who|that|which|with|at|by|to)\s+/i;

function sameCounted(gold: Required<GoldFigure>, found: Required<GoldFigure>): boolean {
  const phrase = gold.counted.split(link)[0]!;
  if (
    (found.countedStart as number | undefined) !== undefined &&
    (gold.countedStart as number | undefined) !== undefined
  ) {
    const end = gold.countedStart + phrase.length;
    const start = end - (/\S+$/.exec(phrase)?.[0].length ?? 0);
    if (found.countedStart < end && found.countedEnd > start) return true;
  }
  return headOf(gold.counted) === headOf(found.counted);
}

function headOf(phrase: string): string {
  const word = (phrase.split(link)[0]!.trim().split(/\s+/).at(-1) ?? "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]/gu, "");
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|xes|sses)$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") && word.length > 3 ? word.slice(0, -1) : word;
}
