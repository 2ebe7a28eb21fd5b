import { contains, indexAfter, within, type Span } from "../../../core/span.ts";
import type { ReportingVerbs } from "../../../language/en/reporting-verbs.ts";
import { headOf, subjectOf } from "../clauses.ts";
import { draftSpan, entityTypeOf, type Draft, type Reading } from "../reading.ts";
import { officeOn } from "../registry/registry.ts";
import { isPerson } from "./history.ts";
import type { References } from "./refer.ts";

interface Placed extends Span {
  readonly draft: Draft;
}

/** Tokens between a quotation and its verb. */
const reach = 9;

/**
 * "I" and "we" within quotation marks: the speaker. "We" of somebody in office is the state or body served ("We will
 * defend our land", the president said); of an organization it is the organization; of anybody else it stays open. Outside
 * quotation marks it is the author, who is no actor.
 */
export function firstPersons(
  reading: Reading,
  references: References,
  verbs: ReportingVerbs,
  drafts: readonly Draft[],
  quoted: readonly Span[],
): Draft[] {
  const found: Draft[] = [];
  const sorted = [...drafts].sort((a, b) => a.first - b.first);
  const placed = sorted.map((draft) => ({ ...draftSpan(reading, draft), draft })).filter(isDisjoint());
  let before: { readonly speaker: Draft; readonly end: number } | undefined;
  for (const quote of quoted) {
    const verb = verbBeside(reading, verbs, quoted, quote);
    const speaker = verb < 0 ? goesOn(reading, before, quote) : speakerOf(reading, placed, quoted, verb);
    before = speaker === undefined ? undefined : { speaker, end: quote.end };
    if (speaker === undefined) continue;
    for (const at of tokensIn(reading, quote)) {
      const row = references.get(reading.lower[at]!);
      if (row?.kind !== "first_person" || isAcronym(reading.tokens[at]!.text)) continue;
      const meant = row.number === "singular" ? singular(reading, speaker) : plural(reading, speaker);
      if (meant !== undefined) found.push(mention(reading, at, meant));
    }
  }
  return found;
}

/** Keeps what starts after the last one kept: `within` wants spans without overlap. */
function isDisjoint(): (span: Span) => boolean {
  let end = -1;
  return (span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  };
}

/** "US" is a country. */
const isAcronym = (text: string): boolean => text.length > 1 && text === text.toUpperCase();

function* tokensIn({ tokens }: Reading, quote: Span): Generator<number> {
  for (let at = indexAfter(tokens, quote.start); at < tokens.length && tokens[at]!.start < quote.end; at++) yield at;
} // prettier-ignore

/** The reporting verb next to a quotation, right of it first, then left of it; -1 for none. */
function verbBeside(reading: Reading, verbs: ReportingVerbs, quoted: readonly Span[], quote: Span): number {
  const { tokens, lower } = reading;
  const search = (start: number, step: 1 | -1, sentence: number | undefined): number => {
    for (let at = start, left = reach; left > 0 && sentence !== undefined; at += step, left--) {
      if (tokens[at]?.sentence !== sentence || isQuoted(reading, quoted, at)) return -1;
      if (tokens[at]!.upos === "VERB" && verbs.has(lower[at]!)) return at;
    }
    return -1;
  };
  const after = indexAfter(tokens, quote.end);
  const first = indexAfter(tokens, quote.start);
  const right = search(after, 1, tokens[after - 1]?.sentence);
  return right >= 0 ? right : search(first - 1, -1, tokens[first]?.sentence);
}

function isQuoted({ tokens }: Reading, quoted: readonly Span[], at: number): boolean {
  return within(quoted, tokens[at]!).some((span) => contains(span, tokens[at]!));
}

/** The actor who speaks by a verb. */
function speakerOf(
  reading: Reading,
  placed: readonly Placed[],
  quoted: readonly Span[],
  verb: number,
): Draft | undefined {
  const own = reading.syntax === undefined ? beside(reading, placed, verb) : bySyntax(reading, placed, verb);
  return own?.actorId === undefined || isQuoted(reading, quoted, own.first) ? undefined : own;
}

/** Without a parse: what stands right after or right before the verb. */
function beside({ tokens }: Reading, placed: readonly Placed[], verb: number): Draft | undefined {
  const at = (token: number): Draft | undefined =>
    tokens[token]?.sentence === tokens[verb]!.sentence ? within(placed, tokens[token]!)[0]?.draft : undefined;
  return at(verb + 1) ?? at(verb - 1);
}

/** The subject of the verb, or the name that hangs on it. */
function bySyntax(reading: Reading, placed: readonly Placed[], verb: number): Draft | undefined {
  const subject = subjectOf(reading, verb);
  if (subject < 0) return undefined;
  return within(placed, reading.tokens[subject]!)[0]?.draft ?? named(reading, placed, subject);
}

/** "Chancellor Friedrich Merz said": the name that hangs on the title, where the title is the subject. */
function named(reading: Reading, placed: readonly Placed[], subject: number): Draft | undefined {
  const { tokens, syntax } = reading;
  const end = tokens[Math.min(subject + reach, tokens.length - 1)]!.end;
  return within(placed, { start: tokens[subject]!.end, end }).find(({ draft }) => {
    const { head, relation } = syntax![headOf(reading, draft.first, draft.last)]!;
    return head === subject && /^(?:flat|appos|compound)/.test(relation);
  })?.draft;
}

/** A quotation without a verb goes on after the last one where no more than a sentence end lies between. */
function goesOn(
  { text }: Reading,
  before: { readonly speaker: Draft; readonly end: number } | undefined,
  quote: Span,
): Draft | undefined {
  if (before === undefined) return undefined;
  const between = text.slice(before.end, quote.start);
  return between.length < 80 && !between.includes("\n") && /[.,!?]\s*["“„«]$/.test(between) && !/[.!?]\s+\p{L}/u.test(between)
    ? before.speaker
    : undefined;
} // prettier-ignore

const singular = (reading: Reading, { actorId, name, gender }: Draft): Partial<Draft> | undefined =>
  actorId !== undefined && isPerson(reading, actorId)
    ? { actorId, name, gender, entityType: "person" }
    : undefined;

function plural(reading: Reading, speaker: Draft): Partial<Draft> | undefined {
  const { actorId } = speaker;
  if (actorId === undefined) return undefined;
  const body = isPerson(reading, actorId)
    ? officeOn(reading.registry, actorId, reading.day(speaker.sentence))?.body
    : actorId;
  return body === undefined
    ? undefined
    : { actorId: body, name: speaker.name, entityType: entityTypeOf(reading, body) };
}

function mention(reading: Reading, at: number, meant: Partial<Draft>): Draft {
  return {
    entityType: "other", ...meant, first: at, last: at + 1, sentence: reading.tokens[at]!.sentence, mentionType: "pronoun",
    method: "speaker", confidence: 0.75, rule: "references/first_person",
    country: meant.actorId === undefined ? undefined : reading.registry.actor(meant.actorId)?.country,
  }; // prettier-ignore
}
