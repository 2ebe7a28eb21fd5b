import { readFileSync } from "node:fs";
import type { Mention } from "../../src/core/layers.ts";
import { compile } from "../../src/core/pipeline.ts";
import type { Span } from "../../src/core/span.ts";
import type { Modifiers } from "../../src/language/en/modifiers.ts";
import type { Predicates } from "../../src/language/en/predicates.ts";
import { clauseOf } from "../../src/language/en/clause.ts";
import type { Candidate } from "../../src/stages/stance/features.ts";
import { hintsOf, type Hints } from "../../src/stages/stance/hints.ts";
import type { Sequence } from "../../src/stages/stance/sequence.ts";
import { sequenceOf } from "../../src/stages/stance/sequence.ts";
import { stages } from "../../src/stages/index.ts";

/** A sentence with an ordered pair (`target` >= 0) or a lone target, and what is said: 0 nothing, 1 for, 2 against. */
export interface Example extends Candidate {
  readonly id: string;
  readonly label: 0 | 1 | 2;
}

const pipeline = compile({ stages: ["clean", "segment"] }, stages);

interface Record_ {
  readonly id: string;
  readonly text: string;
  readonly p?: Span;
  readonly q?: Span;
  readonly label?: number;
  readonly stances: readonly { readonly target?: Span; readonly label: string }[];
}

function lines(file: string): Record_[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record_);
}

/** What the examples are read with. */
export interface Lexicon {
  readonly strengths: ReadonlyMap<string, number>;
  readonly predicates: Predicates;
  readonly modifiers: Modifiers;
}

/** The text as one sequence, whatever its sentences, with the spans as its actors. */
export function readSequence(
  text: string,
  id: string,
  spans: readonly Span[],
  lexicon: Lexicon,
): { sequence: Sequence; hints: Hints } {
  const { layers } = pipeline.analyse({ id, text, sourceFile: id }).document;
  const tokens = layers.tokens ?? [];
  const mentions = spans.map((span) => ({ start: span.start, end: span.end })) as unknown as Mention[];
  const whole = {
    start: 0,
    end: text.length,
    number: 1,
    paragraph: 1,
    section: "body" as const,
    firstToken: 0,
    lastToken: tokens.length,
  };
  const clause = clauseOf(whole, tokens, layers.syntax, mentions, 0);
  return {
    sequence: sequenceOf(clause, lexicon.strengths),
    hints: hintsOf(clause, lexicon.predicates, lexicon.modifiers),
  };
}

/** Directed pairs: two examples a record, one each way. */
export function readPairs(file: string, lexicon: Lexicon): Example[] {
  return lines(file).flatMap(({ id, text, p, q, label }) => {
    const { sequence, hints } = readSequence(text, id, [p!, q!], lexicon);
    const [a, b] = [sequence.places.get(0), sequence.places.get(1)];
    if (a === undefined || b === undefined) return [];
    const forward = label === 1 ? 1 : label === 3 ? 2 : 0;
    const backward = label === 2 ? 1 : label === 4 ? 2 : 0;
    return [
      { id, sequence, hints, source: a, target: b, sourceMention: 0, targetMention: 1, label: forward },
      { id, sequence, hints, source: b, target: a, sourceMention: 1, targetMention: 0, label: backward },
    ];
  });
}

const signs: Readonly<Record<string, 0 | 1 | 2>> = { neutral: 0, positive: 1, negative: 2 };

/** Targets without a source. */
export function readTargets(file: string, lexicon: Lexicon): Example[] {
  return lines(file).flatMap(({ id, text, stances }) =>
    stances.flatMap(({ target, label }) => {
      if (target === undefined) return [];
      const { sequence, hints } = readSequence(text, id, [target], lexicon);
      const place = sequence.places.get(0);
      return place === undefined
        ? []
        : [
            {
              id,
              sequence,
              hints,
              source: place,
              target: -1,
              sourceMention: 0,
              targetMention: -1,
              label: signs[label]!,
            },
          ];
    }),
  );
}
