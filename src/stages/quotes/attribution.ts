import type { Span } from "../../core/span.ts";
import { isOneOf, type Modifiers } from "../../language/en/modifiers.ts";
import type { ReportingVerb, ReportingVerbs } from "../../language/en/reporting-verbs.ts";
import { dependents } from "../../language/en/tree.ts";
import type { Clause } from "../../language/en/clause.ts";
import { flatSpeaker } from "./flat-speaker.ts";
import { parsedSpeaker } from "./parsed-speaker.ts";

/** What speech is recognized by. */
export interface Words {
  readonly verbs: ReportingVerbs;
  readonly modifiers: Modifiers;
}

/** Who speaks. */
export interface Speaker {
  /** Index into `mentions`, or -1 when the speaker is no known mention. */
  readonly mention: number;
  /** The words that name the speaker; absent where they are the mention's own, or nobody is named. */
  readonly words: Span | undefined;
  readonly ruleId: string;
}

/** Who speaks, by which verb. */
export interface Attribution extends Speaker {
  /** Token of the reporting verb, or of "according". */
  readonly verb: number;
  readonly polarity: number;
}

export const isNamed = ({ mention, words }: Speaker): boolean => mention >= 0 || words !== undefined;

/** The attribution whose verb stands at a token. */
export function attributionAt(clause: Clause, at: number, words: Words): Attribution | undefined {
  const according = isAccording(clause, at);
  const polarity = according ? 0 : reportingVerb(clause, at, words)?.polarity;
  if (polarity === undefined) return undefined;
  const speaker =
    clause.syntax === undefined
      ? flatSpeaker(clause, at, words.modifiers, according)
      : parsedSpeaker(clause, at, words.modifiers, according);
  return speaker === undefined ? undefined : { verb: at, polarity, ...speaker };
}

/** "According to". */
export function isAccording({ tokens, last }: Clause, at: number): boolean {
  return (
    tokens[at]!.text.toLowerCase() === "according" &&
    at + 1 < last &&
    tokens[at + 1]!.text.toLowerCase() === "to"
  );
}

/** The reporting verb at a token, unless what it reports was not said: "did not say", "could say", "to say". */
export function reportingVerb(
  clause: Clause,
  at: number,
  { verbs, modifiers }: Words,
): ReportingVerb | undefined {
  const token = clause.tokens[at]!;
  const verb = token.upos === "VERB" ? verbs.get(token.text.toLowerCase()) : undefined;
  return verb === undefined || isUnsaid(clause, at, modifiers) ? undefined : verb;
}

function isUnsaid(clause: Clause, verb: number, modifiers: Modifiers): boolean {
  const { tokens, syntax, first } = clause;
  const unsaying = (at: number): boolean => {
    // "In May, A said" is no "may say".
    if (/^(NOUN|PROPN)$/.test(tokens[at]!.upos)) return false;
    const word = tokens[at]!.text.toLowerCase();
    const kinds = ["negator", "hypothetical", "backshift", "future", "condition"] as const;
    return kinds.some((kind) => modifiers[kind].has(word));
  };
  // "Refused to say"; but "went on to say".
  const bare = (at: number): boolean =>
    tokens[at]!.xpos === "TO" && !(syntax !== undefined && isOneOf(modifiers.manages, tokens[syntax[verb]!.head] ?? tokens[at]!));
  if (syntax !== undefined) return dependents(clause, verb).some((at) => at < verb && (unsaying(at) || bare(at)));
  for (let at = verb - 1; at >= first && /^(AUX|ADV|PART)$/.test(tokens[at]!.upos); at--)
    if (unsaying(at) || bare(at)) return true;
  return false;
} // prettier-ignore
