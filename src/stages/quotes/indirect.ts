import type { Span } from "../../core/span.ts";
import type { Clause } from "../../language/en/clause.ts";
import {
  attributionAt,
  isAccording,
  isNamed,
  reportingVerb,
  type Attribution,
  type Words,
} from "./attribution.ts";
import type { ReportingVerb } from "../../language/en/reporting-verbs.ts";
import { besides, flatReported, type Range } from "./flat-reported.ts";
import { parsedAccording, parsedReported } from "./parsed-reported.ts";
import { isMark } from "./wording.ts";

export interface Indirect extends Span {
  readonly attribution: Attribution;
}

/**
 * Reported speech without quotation marks: "A said that …", "A said …", "…, A said", "According to A, …". In order and
 * without overlap; what is reported within reported speech belongs to the outer.
 */
export function indirectSpeech(clause: Clause, words: Words): readonly Indirect[] {
  const { tokens, first, last, syntax } = clause;
  const found: Indirect[] = [];
  for (let at = first; at < last; at++) {
    const according = isAccording(clause, at);
    const verb = according ? undefined : reportingVerb(clause, at, words);
    if (!according && (verb === undefined || verb.clause === "none")) continue;
    if (found.some(({ start, end }) => start <= tokens[at]!.start && tokens[at]!.start < end)) continue;
    const attribution = namedAttribution(clause, at, words);
    if (attribution === undefined) continue;
    const range =
      verb === undefined
        ? ((syntax && parsedAccording(clause, at)) ?? besides(clause, at))
        : ((syntax && parsedReported(clause, at, verb.clause)) ?? wordsBeside(clause, at, verb.clause));
    const span = range && trimmed(clause, ...range);
    if (span !== undefined && !found.some(({ start, end }) => span.start < end && start < span.end))
      found.push({ ...span, attribution });
    // Word classes tell one a sentence: the outermost.
    if (syntax === undefined && found.length > 0) break;
  }
  return found;
} // prettier-ignore

/** By word classes; where a parse found nothing, only what follows the verb, or all before ", A said." of a sentence. */
function wordsBeside(clause: Clause, verb: number, takes: ReportingVerb["clause"]): Range | undefined {
  const range = flatReported(clause, verb, takes);
  if (range !== undefined && range[0] > verb && isOfNoun(clause, range[0] - 1)) return undefined;
  const relation = clause.syntax?.[verb]!.relation ?? "root";
  return range === undefined || range[0] > verb || relation === "root" ? range : undefined;
}

/** Whether "that" at a token opens what is said of a noun: "published a letter that it had received". */
function isOfNoun({ tokens, syntax }: Clause, at: number): boolean {
  const head = tokens[at]!.text.toLowerCase() === "that" ? (syntax?.[at]!.head ?? -1) : -1;
  return head >= 0 && syntax![head]!.relation.startsWith("acl");
}

/** Who speaks, by the parse, and where it names nobody by what stands beside the verb. */
function namedAttribution(clause: Clause, at: number, words: Words): Attribution | undefined {
  const found = attributionAt(clause, at, words);
  if (found === undefined || isNamed(found)) return found;
  const flat = attributionAt({ ...clause, syntax: undefined }, at, words);
  return flat !== undefined && isNamed(flat) ? flat : undefined;
}

/** A range of tokens without punctuation at its ends. */
function trimmed({ tokens }: Clause, from: number, to: number): Span | undefined {
  let [start, end] = [from, to];
  while (start < end && tokens[start]!.upos === "PUNCT" && !isMark(tokens[start]!.text)) start++;
  while (end > start && tokens[end - 1]!.upos === "PUNCT" && !isMark(tokens[end - 1]!.text)) end--;
  return start < end ? { start: tokens[start]!.start, end: tokens[end - 1]!.end } : undefined;
}
