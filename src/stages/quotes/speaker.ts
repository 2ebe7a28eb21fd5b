import type { Dependency, Mention, Sentence, Token } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import { clauseOf, isFinite, type Clause } from "../../language/en/clause.ts";
import { dependents } from "../../language/en/tree.ts";
import { attributionAt, isNamed, reportingVerb, type Attribution, type Words } from "./attribution.ts";

/** How many tokens may stand between a quotation and its verb. */
const reach = 9;

export interface SpeakerFinder {
  /** The attribution of a quotation in one sentence: the verb that governs it, else the nearest one beside it. */
  attribution(sentence: Sentence, quote: Span): Attribution | undefined;
  clause(sentence: Sentence): Clause;
}

export function speakerFinder(
  tokens: readonly Token[],
  syntax: readonly Dependency[] | undefined,
  mentions: readonly Mention[],
  quoted: readonly Span[],
  words: Words,
): SpeakerFinder {
  let from = 0;
  let lastStart = 0;
  function clause(sentence: Sentence): Clause {
    if (sentence.start < lastStart) from = 0;
    lastStart = sentence.start;
    while (from < mentions.length && mentions[from]!.end <= sentence.start) from++;
    return clauseOf(sentence, tokens, syntax, mentions, from);
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
      const governor = verbOver(view, before + 1, after, words);
      const found = governor < 0 ? undefined : attributionAt(view, governor, words);
      if (found !== undefined && isNamed(found)) return found;
      // Right of the quotation first: "…," said A; then left: A said: "…".
      return (
        nearest(view, after, Math.min(last, after + reach), 1) ??
        nearest(view, before, Math.max(first - 1, before - reach - 6), -1)
      );
    },
  };

  /** The first attribution on the way from a token to another, unless another clause or quotation comes before it. */
  function nearest(view: Clause, start: number, stop: number, step: 1 | -1): Attribution | undefined {
    for (let at = start; at !== stop; at += step) {
      if (inside(quoted, tokens[at]!)) return undefined;
      const found = attributionAt(view, at, words);
      // Where the parse finds no subject beside a quotation, what stands next to the verb is the speaker.
      if (found !== undefined)
        return isNamed(found) ? found : (attributionAt({ ...view, syntax: undefined }, at, words) ?? found);
      if (view.syntax !== undefined && (isFinite(view, at) || startsClause(view, at))) return undefined;
    }
    return undefined;
  }
}

/** Whether a conjunction after a comma stands at a token: another clause begins. */
const startsClause = ({ tokens, first }: Clause, at: number): boolean =>
  tokens[at]!.upos === "CCONJ" && at > first && tokens[at - 1]!.upos === "PUNCT";

/** The reporting verb outside `tokens[from..to)` that governs them or is inserted among them, by the parse; or -1. */
function verbOver(clause: Clause, from: number, to: number, words: Words): number {
  const { syntax, first } = clause;
  if (syntax === undefined) return -1;
  const within = (at: number): boolean => at >= from && at < to;
  for (let token = from; token < to; token++) {
    const inserted = dependents(clause, token).find(
      (at) => !within(at) && syntax[at]!.relation === "parataxis" && reportingVerb(clause, at, words),
    );
    if (inserted !== undefined) return inserted;
    let { head, relation } = syntax[token]!;
    if (within(head)) continue;
    // "Spoke of a “reliable” access": an attribute, then what it belongs to; but no "idea of a “status”".
    for (let steps = 0; steps < 3 && head >= first && governed.has(relation.replace(/:.*/, "")); steps++) {
      if (reportingVerb(clause, head, words) !== undefined) return head;
      ({ head, relation } = syntax[head]!);
    }
  }
  return -1;
}

/** How words hang on the verb that quotes them. */
const governed: ReadonlySet<string> = new Set([
  "ccomp", "xcomp", "obj", "obl", "advcl", "parataxis", "amod", "compound", "dep",
]); // prettier-ignore

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
