import type { Mention, Sentence, Token } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import { actorAt, clauseOf, passiveAuxiliary, type Clause } from "../../language/en/clause.ts";
import type { Modifiers } from "../../language/en/modifiers.ts";
import type { ReportingVerbs } from "../../language/en/reporting-verbs.ts";
import { rightActors, subjectOf } from "../../language/en/roles.ts";

/** Who speaks, by which verb. */
export interface Attribution {
  /** Token of the reporting verb, or of "according". */
  readonly verb: number;
  /** Index into `mentions`, or -1 when the speaker is no known mention. */
  readonly mention: number;
  /** The speaker's words when no mention is known. */
  readonly text: string | undefined;
  readonly polarity: number;
  readonly ruleId: string;
}

/** How many tokens may stand between a quotation and its verb. */
const reach = 9;

export interface SpeakerFinder {
  /** The attribution of a quotation in one sentence: the verb nearest to it outside the quotations. */
  attribution(sentence: Sentence, quote: Span): Attribution | undefined;
  clause(sentence: Sentence): Clause;
}

export function speakerFinder(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  quoted: readonly Span[],
  verbs: ReportingVerbs,
  modifiers: Modifiers,
): SpeakerFinder {
  const clauses = new Map<Sentence, Clause>();
  let from = 0;
  let lastStart = 0;
  function clause(sentence: Sentence): Clause {
    const known = clauses.get(sentence);
    if (known !== undefined) return known;
    if (sentence.start < lastStart) from = 0;
    lastStart = sentence.start;
    while (from < mentions.length && mentions[from]!.end <= sentence.start) from++;
    const made = clauseOf(sentence, tokens, undefined, mentions, from);
    clauses.set(sentence, made);
    return made;
  }
  return {
    clause,
    attribution(sentence, quote) {
      const view = clause(sentence);
      const { first, last } = view;
      let after = first;
      while (after < last && tokens[after]!.start < quote.end) after++;
      let before = after - 1;
      while (before >= first && tokens[before]!.end > quote.start) before--;
      // Right of the quotation first: "…," said A; then left: A said: "…".
      for (let at = after; at < Math.min(last, after + reach); at++) {
        if (inside(quoted, tokens[at]!)) break;
        const found = attributionAt(view, at, verbs, modifiers);
        if (found !== undefined) return found;
      }
      for (let at = before; at >= Math.max(first, before - reach - 6); at--) {
        if (inside(quoted, tokens[at]!)) break;
        const found = attributionAt(view, at, verbs, modifiers);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** The attribution whose verb stands at a token. */
export function attributionAt(
  clause: Clause,
  at: number,
  verbs: ReportingVerbs,
  modifiers: Modifiers,
): Attribution | undefined {
  const { tokens, last } = clause;
  const token = tokens[at]!;
  const word = token.text.toLowerCase();
  if (word === "according" && tokens[at + 1]?.text.toLowerCase() === "to")
    return speaker(clause, at, rightActors(clause, at + 2)[0] ?? -1, 0, "quote/according_to");
  const polarity = token.upos === "VERB" ? verbs.get(token.text.toLowerCase()) : undefined;
  if (polarity === undefined) return undefined;
  if (tokens[at + 1]?.text.toLowerCase() === "by")
    return speaker(clause, at, rightActors(clause, at + 2)[0] ?? -1, polarity, "quote/by");
  // "…," said A, the spokesman: the speaker right after the verb.
  const subject = besideVerb(clause, at, subjectOf(clause, at)[0] ?? -1);
  const next = at + 1 < last ? nearActor(clause, at + 1) : -1;
  if (subject < 0 && next < 0) return speaker(clause, at, -1, polarity, "quote/verb");
  if (passiveAuxiliary(clause, at, modifiers) >= 0) return undefined;
  const inverted = next >= 0 && (subject < 0 || endsQuotation(clause, at));
  return speaker(
    clause,
    at,
    inverted ? next : subject,
    polarity,
    inverted ? "quote/inverted" : "quote/subject",
  );
}

/** The subject, or -1 where another noun stands between: in "… of the country, doctors said" the country says nothing. */
function besideVerb({ tokens, actors, first }: Clause, verb: number, mention: number): number {
  if (mention < 0) return mention;
  const start = nominalBefore(tokens, first, verb);
  const own = tokens.slice(start, verb).some(({ upos }) => upos === "NOUN" || upos === "PROPN");
  const apart = start > first && tokens[start - 1]!.upos === "PUNCT";
  return own && apart && !actors.subarray(start - first, verb - first).includes(mention) ? -1 : mention;
}

/** First token of the nouns and their adjectives that end before a verb and its auxiliaries. */
function nominalBefore(tokens: readonly Token[], first: number, verb: number): number {
  let start = verb;
  while (start > first && /^(AUX|ADV)$/.test(tokens[start - 1]!.upos)) start--;
  while (start > first && /^(NOUN|PROPN|PRON|ADJ|NUM|DET)$/.test(tokens[start - 1]!.upos)) start--;
  return start;
}

/** Whether a comma or a closing mark stands right before the verb, as in inversion. */
function endsQuotation({ tokens, first }: Clause, verb: number): boolean {
  return verb > first && /^[,”"»’']+$/.test(tokens[verb - 1]!.text);
}

/** The actor within four tokens, titles between: "said President A". */
function nearActor(clause: Clause, from: number): number {
  for (let at = from; at < Math.min(clause.last, from + 5); at++) {
    const actor = actorAt(clause, at);
    if (actor >= 0) return actor;
    const { upos } = clause.tokens[at]!;
    if (upos !== "DET" && upos !== "ADJ" && upos !== "NOUN" && upos !== "PROPN") return -1;
  }
  return -1;
}

function speaker(
  clause: Clause,
  verb: number,
  mention: number,
  polarity: number,
  ruleId: string,
): Attribution {
  return { verb, mention, text: mention < 0 ? speakerText(clause, verb) : undefined, polarity, ruleId };
}

/** The nouns and names beside a verb, for a speaker that is no known mention: "officials said". */
function speakerText({ tokens, first, last }: Clause, verb: number): string | undefined {
  const nominal = (at: number): boolean =>
    at >= first && at < last && /^(NOUN|PROPN|PRON|ADJ|NUM)$/.test(tokens[at]!.upos);
  let end = verb;
  while (end > first && /^(AUX|ADV)$/.test(tokens[end - 1]!.upos)) end--;
  let start = end;
  while (nominal(start - 1)) start--;
  if (start === end) {
    start = verb + 1;
    if (start < last && tokens[start]!.upos === "DET") start++;
    end = start;
    while (nominal(end)) end++;
  }
  if (start >= end) return undefined;
  return tokens
    .slice(start, end)
    .map(({ text }) => text)
    .join(" ");
}

function inside(quoted: readonly Span[], token: Span): boolean {
  let low = 0;
  let high = quoted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (quoted[middle]!.end <= token.start) low = middle + 1;
    else high = middle;
  }
  return low < quoted.length && quoted[low]!.start <= token.start;
}
