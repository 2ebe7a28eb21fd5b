import type { Clause } from "../../language/en/clause.ts";
import type { ReportingVerb } from "../../language/en/reporting-verbs.ts";
import { dependent, dependents, reachOf } from "../../language/en/tree.ts";
import type { Range } from "./flat-reported.ts";
import { isMark } from "./wording.ts";

/* Where reported speech begins and ends, by the dependency tree. Ranges are tokens, the end exclusive. */

/** The clause that a verb reports: its complement, or the clause into which "A said" is inserted. */
export function parsedReported(
  clause: Clause,
  verb: number,
  takes: ReportingVerb["clause"],
): Range | undefined {
  const { syntax, tokens, first } = clause;
  const complement = dependent(clause, verb, "ccomp");
  if (complement > verb) return after(clause, verb, complement, takes);
  if (takes !== "bare") return undefined;
  // "The plan has failed, A said."
  if (complement >= 0) return isMain(clause, complement) ? before(clause, verb, complement) : undefined;
  const { head, relation } = syntax![verb]!;
  const as = dependents(clause, verb).some(
    (at) => at < verb && /^as$/i.test(tokens[at]!.text) && !followsQuotation(clause, at),
  );
  return head >= first &&
    ((relation === "parataxis" && standsAlone(clause, verb)) || (as && relation === "advcl"))
    ? apartFrom(clause, verb, head)
    : undefined;
}

/** `"…", as A put it`: of that quotation alone is it said. */
const followsQuotation = ({ tokens, first }: Clause, at: number): boolean =>
  [at - 1, at - 2].some((before) => before >= first && isMark(tokens[before]!.text));

/** What "according to A" speaks of: the clause on which it hangs. */
export function parsedAccording(clause: Clause, according: number): Range | undefined {
  const { syntax, first } = clause;
  let source = syntax![according]!.head;
  if (source === according + 1) source = syntax![source]!.head;
  if (source < according) return undefined;
  const { head } = syntax![source]!;
  return head >= first ? apartFrom(clause, source, head) : undefined;
}

/** "A said (that) …": to the end of the clause, but not into the next one: "…, and B warned". */
function after(
  clause: Clause,
  verb: number,
  complement: number,
  takes: ReportingVerb["clause"],
): Range | undefined {
  const { tokens } = clause;
  // What the parser took apart: "said its | support was low", "said he would not speak until B | was gone".
  const subject = shiftedSubject(clause, verb, complement);
  const [low] = reachOf(clause, subject >= 0 ? subject : complement);
  const clauses = dependents(clause, verb).filter((at) => clause.syntax![at]!.relation === "ccomp");
  const [, high] = reachOf(clause, clauses.at(-1)!);
  let from = Math.max(low, verb + 1);
  while (from < complement && tokens[from]!.upos === "PUNCT") from++;
  const opening = tokens[from]!;
  // "The plan has failed, A said, because B left": why it failed.
  const aside = tokens[from - 1]!.text === "," && opening.upos === "SCONJ" && !/^(?:that|whether|if)$/i.test(opening.text);
  if (aside) return undefined;
  const that = dependents(clause, complement).find(
    (at) => at < complement && at > verb && /^that$/i.test(tokens[at]!.text) && !/^nsubj/.test(clause.syntax![at]!.relation) && !/^(CCONJ|PUNCT)$/.test(tokens[at + 1]!.upos),
  );
  const asks = opening.xpos.startsWith("W") || /^(?:whether|if)$/i.test(opening.text);
  if (that === undefined && /^that$/i.test(opening.text) && !standsAlone(clause, complement)) return undefined;
  const fits =
    that !== undefined || (takes === "whether" && asks) || (takes === "bare" && !asks && (subject >= 0 || standsAlone(clause, complement)));
  if (!fits) return undefined;
  // "Said that is likely": there it is the subject.
  const alone = subject >= 0 || standsAlone(clause, complement);
  const end = endOf(clause, verb, complement, high);
  if (that !== undefined) return [alone ? that + 1 : from, end];
  return [tokens[from - 1]!.text === "," && isInserted(clause, verb) ? clause.first : from, end];
} // prettier-ignore

/** Whether "A said" stands between commas within what is said: "If B leaves, A said, C will stay". */
function isInserted(clause: Clause, verb: number): boolean {
  const subject = dependent(clause, verb, "nsubj");
  if (subject < 0 || subject > verb) return false;
  const [low] = reachOf(clause, subject);
  return clause.tokens[low - 1]?.text === "," && beginsBefore(clause, verb, low);
}

/** Whether a clause's subject, or a clause within it, stands before a token; "in return" may be the reporter's own. */
const beginsBefore = (clause: Clause, top: number, token: number): boolean =>
  dependents(clause, top).some((at) => at < token && /^(nsubj|advcl)/.test(clause.syntax![at]!.relation));

/** A complement's subject that was read as the verb's object, or -1. */
function shiftedSubject(clause: Clause, verb: number, complement: number): number {
  const object = dependent(clause, verb, "obj");
  const finite = dependents(clause, complement).some((at) => /^(aux|cop)/.test(clause.syntax![at]!.relation));
  return object > verb && object < complement && finite && !standsAlone(clause, complement) ? object : -1;
}

/** Where a clause ends: before a semicolon, or before ", and" with a clause of its own and no "that". */
function endOf(clause: Clause, verb: number, top: number, high: number): number {
  const { tokens, syntax } = clause;
  let end = high;
  // "Said it bought B from C for a dollar": what follows without a comma belongs to what was said.
  for (const next of dependents(clause, verb))
    if (next >= end && /^(obl|nmod|advmod|advcl)/.test(syntax![next]!.relation)) {
      const [low, after] = reachOf(clause, next);
      if (low === end && tokens[low]!.upos !== "PUNCT") end = after;
    }
  for (const next of dependents(clause, top)) {
    if (next < top || !/^(conj|parataxis)$/.test(syntax![next]!.relation)) continue;
    const [low] = reachOf(clause, next);
    const own = dependent(clause, next, "nsubj") >= 0 && dependent(clause, next, "mark") < 0;
    const joined = dependent(clause, next, "cc") >= 0;
    if (own && joined && tokens[low]!.text === ",") end = Math.min(end, low);
  }
  for (let at = top; at < end; at++) if (tokens[at]!.text === ";") return at;
  return end;
}

/** Whether a token heads a clause with a subject. */
const standsAlone = (clause: Clause, top: number): boolean => dependent(clause, top, "nsubj") >= 0;

/** Whether a clause could stand by itself: "when it became clear" could not. */
const isMain = (clause: Clause, top: number): boolean =>
  standsAlone(clause, top) &&
  !dependents(clause, top).some(
    (at) => at < top && (clause.syntax![at]!.relation === "mark" || clause.tokens[at]!.xpos.startsWith("W")),
  );

/** A complement that stands before its verb and the verb's subject; with no subject known, before the last comma. */
function before(clause: Clause, verb: number, complement: number): Range {
  const subject = dependent(clause, verb, "nsubj");
  let end = subject > complement && subject < verb ? reachOf(clause, subject)[0] : verb;
  if (end === verb)
    for (let at = verb - 1; at > complement && end === verb; at--)
      if (clause.tokens[at]!.upos === "PUNCT") end = at;
  const [from, to] = reachOf(clause, complement);
  return [from, Math.min(to, end)];
}

/** A clause into which words are inserted: the side on which its head stands, with what stands before them of it. */
function apartFrom(clause: Clause, inserted: number, head: number): Range | undefined {
  const [low, high] = reachOf(clause, head);
  const [from, to] = reachOf(clause, inserted);
  if (!isMain(clause, head)) return undefined;
  return head < from
    ? [low, from]
    : head >= to
      ? [beginsBefore(clause, head, from) ? low : to, high]
      : undefined;
}
