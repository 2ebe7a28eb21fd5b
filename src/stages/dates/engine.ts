import type { DateExpression, Paragraph, Sentence, Token } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import { formatDay, ymd } from "./calendar.ts";
import type { Finding, Grammar } from "./grammar.ts";
import { findIntervals, rangeEnds, shareFields } from "./intervals.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Meaning } from "./meaning.ts";
import { narrativeFlags } from "./mode.ts";
import type { Period } from "./period.ts";
import { outsideNames } from "./names.ts";
import { resolvePoint, withTime, type Anchors, type Resolved } from "./resolve.ts";
import { reachPeriod } from "./spans.ts";
import { cueBefore, tenseNear } from "./tense.ts";
import { wordsOf, type Words } from "./words.ts";

export interface Input {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
  readonly names: readonly Span[];
  /** When the article was published: a day, a month or a year. */
  readonly speech: Period | undefined;
  /** Whether that is the article's own date, not one guessed from the text: then bare months and days follow it. */
  readonly dated: boolean;
}

/** Finds, resolves and links the temporal expressions of an article, left to right. */
export function dateExpressions(input: Input, grammar: Grammar, lexicon: Lexicon): DateExpression[] {
  const words = wordsOf(input.text, input.tokens, lexicon);
  const findings = shareFields(
    rangeEnds(outsideNames(grammar(words), input.names), words, lexicon),
    words,
    lexicon,
  );
  const sentenceOf = findings.map(({ first }) => words.tokens[words.tokenOf[first]!]!.sentence);
  const paragraphOf = sentenceOf.map((sentence) => input.sentences[sentence]?.paragraph ?? 0);
  const narrative = narrativeFlags(findings, paragraphOf, input.dated ? input.speech?.first : undefined);
  const dates: DateExpression[] = [];
  let reference = input.speech;
  let quarter: Anchors["quarter"];
  let quarterAt = -Infinity;
  findings.forEach((finding, index) => {
    const sentence = sentenceOf[index]!;
    const anchors: Anchors = {
      speech: input.speech,
      reference,
      dated: input.dated,
      quarter,
      quarterly: sentence - quarterAt <= quarterMemory,
      narrative: narrative[index]!,
      tense: tenseNear(words, finding.first, finding.last, lexicon),
      since: cueBefore(words, finding.first, lexicon) === "past",
    };
    const told = endTold(findings, index, words, anchors, lexicon);
    const { expression, period } = express(told ?? finding, sentence, words, anchors);
    dates.push(expression);
    if (period === undefined || expression.type === "SET" || expression.type === "DURATION") return;
    const quarterly = /^(\d{4})-Q(\d)$/.exec(expression.value);
    if (quarterly !== null && !compares(finding.meaning)) {
      quarter = { year: Number(quarterly[1]), quarter: Number(quarterly[2]) };
      quarterAt = sentence;
    }
    // What a story's teller says of his own day does not move the story.
    if (!(anchors.narrative && expression.anchor === "publication")) reference = period;
  });
  return link(dates, findIntervals(findings, words, lexicon));
}

/** In how many sentences after a quarter was told "a year ago" is still compared with it. */
const quarterMemory = 4;

/** "the quarter ended Sept. 30": the quarter of that day, whatever was told before. */
function endTold(
  findings: readonly Finding[],
  index: number,
  words: Words,
  anchors: Anchors,
  lexicon: Lexicon,
): Finding | undefined {
  const finding = findings[index]!;
  const next = findings[index + 1];
  const unit = finding.meaning.point?.back?.unit;
  if (next?.meaning.point === undefined || (unit !== "quarter" && unit !== "year")) return undefined;
  const ended = lexicon.find("period_end", words.lower, finding.last);
  if (ended?.end !== next.first) return undefined;
  const { period } = resolvePoint(next.meaning.point, {
    ...anchors,
    tense: ended.value === "past" ? "past" : "future",
  });
  if (period === undefined) return undefined;
  const { year, month } = ymd(period.last);
  const fields = unit === "year" ? { year } : { year, quarter: Math.ceil(month / 3) };
  return { ...finding, meaning: { ...finding.meaning, point: { fields } } };
}

/** "the year-earlier quarter" is told beside the quarter talked about, which stays that one. */
function compares({ point }: Meaning): boolean {
  return point?.comparison === true || point?.named !== undefined || (point?.back?.years ?? 0) !== 0;
}

function express(
  finding: Finding,
  sentence: number,
  words: Words,
  anchors: Anchors,
): { expression: DateExpression; period?: Period } {
  const { meaning, start, end, ruleId } = finding;
  const resolved = resolveMeaning(meaning, anchors);
  const { period } = resolved;
  const expression: DateExpression = {
    start, end, sentence, ruleId,
    text: words.text.slice(start, end),
    type: meaning.type,
    value: resolved.value,
    modifier: meaning.modifier ?? "none",
    ...daysMeant(resolved),
    precision: meaning.time !== undefined ? "time" : meaning.point === undefined ? grain(resolved.value) : (period?.precision ?? "unknown"),
    anchor: resolved.anchor,
    ...(resolved.anchorDay === undefined || ymd(resolved.anchorDay).year < 1 ? {} : { anchorValue: formatDay(resolved.anchorDay) }),
    implied: resolved.implied,
    ...(meaning.quant === undefined ? {} : { quant: meaning.quant }),
    ...(meaning.freq === undefined ? {} : { freq: meaning.freq }),
    confidence: confidence(meaning, resolved, anchors),
  }; // prettier-ignore
  return period === undefined ? { expression } : { expression, period };
}

/** ISO has no years before 1 that other tools read: such days are left out. */
function daysMeant({ period, open }: Resolved): Pick<DateExpression, "startDate" | "endDate"> {
  if (open !== undefined)
    return open.direction > 0 ? { startDate: formatDay(open.day) } : { endDate: formatDay(open.day) };
  if (period === undefined || ymd(period.first).year < 1) return {};
  return { startDate: formatDay(period.first), endDate: formatDay(period.last) };
}

const grains: Readonly<Record<string, DateExpression["precision"]>> = {
  D: "day", WE: "week", W: "week", M: "month", Q: "quarter", Y: "year", DE: "decade", CE: "century",
}; // prettier-ignore

/** Grain of a duration or a repeated time: the unit of `P6M`. */
function grain(value: string): DateExpression["precision"] {
  if (value.startsWith("PT")) return "time";
  return grains[/^P[\dX.]+([A-Z]+)$/.exec(value)?.[1] ?? ""] ?? "unknown";
}

function resolveMeaning(meaning: Meaning, anchors: Anchors): Resolved {
  if (meaning.point !== undefined) {
    const resolved = resolvePoint(meaning.point, anchors);
    return { ...resolved, value: withTime(resolved.value, meaning.time) };
  }
  const value = meaning.value ?? "XXXX";
  if (meaning.reach === undefined)
    return { value, anchor: meaning.type === "DURATION" ? "absolute" : "unresolved", implied: [] };
  const period = meaning.reach.from === "speech" ? anchors.speech : (anchors.reference ?? anchors.speech);
  // "the past two months" of an article known only to the month end on no known day.
  const from = period === anchors.speech && period?.precision !== "day" ? undefined : period?.last;
  if (from === undefined) return { value, anchor: "unresolved", implied: [] };
  const reached = reachPeriod(value, from, meaning.reach.direction);
  const open =
    reached === undefined
      ? { open: { day: from + meaning.reach.direction, direction: meaning.reach.direction } }
      : {};
  return {
    value, implied: [], anchorDay: from,
    anchor: meaning.reach.from === "speech" ? "publication" : "previous_date",
    ...(reached === undefined ? {} : { period: reached }),
    ...open,
  }; // prettier-ignore
}

/**
 * How much was said and how much inferred: 1 for a full date, less for each part taken from the anchor, half where the
 * anchor is a day of publication that was itself guessed from the text.
 */
function confidence(meaning: Meaning, resolved: Resolved, { narrative, dated }: Anchors): number {
  const { anchor, implied } = resolved;
  if (anchor === "publication" && !dated) return 0.5;
  if (anchor === "unresolved") return meaning.value === undefined ? 0.4 : 0.8;
  if (anchor === "absolute") return 0.97;
  const counted = meaning.point?.shift !== undefined || meaning.reach !== undefined;
  if (counted) return anchor === "publication" ? 0.9 : 0.75;
  return (implied.length > 1 ? 0.8 : 0.85) - (narrative ? 0.1 : 0);
}

function link(
  dates: readonly DateExpression[],
  intervals: ReturnType<typeof findIntervals>,
): DateExpression[] {
  const linked = [...dates];
  for (const { begin, end } of intervals) {
    linked[begin] = { ...linked[begin]!, interval: { other: end, role: "begin" } };
    linked[end] = { ...linked[end]!, interval: { other: begin, role: "end" } };
  }
  return linked;
}
