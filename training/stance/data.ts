import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { compile } from "../../src/core/pipeline.ts";
import { loadResource } from "../../src/core/resource.ts";
import type { Span } from "../../src/core/span.ts";
import { clauseOf } from "../../src/language/en/clause.ts";
import { modifiers } from "../../src/language/en/modifiers.ts";
import { predicates } from "../../src/language/en/predicates.ts";
import { valence } from "../../src/language/en/valence.ts";
import type { Candidate } from "../../src/stages/stance/features.ts";
import { readClause, type Lexicon, type Reading } from "../../src/stages/stance/reading.ts";
import { strengths } from "../../src/stages/stance/sequence.ts";
import { givenMention } from "../../src/stages/stance/exchange.ts";
import { stages } from "../../src/stages/index.ts";
import { sharedFile } from "../shared.ts";

/** Origins with a copy of the weights. */
export const origins = ["written", "annotated"] as const;
export type Origin = (typeof origins)[number];

/** A sentence with an ordered pair (`target` >= 0) or a lone target, and what is said: 0 nothing, 1 for, 2 against. */
export interface Example extends Candidate {
  readonly id: string;
  readonly label: 0 | 1 | 2;
  /**
   * Where it comes from, when its labels follow other habits than those of the corpus that the model is to read like: the
   * model learns it with a copy of its weights for that origin on top of the common ones, and ships the common ones.
   */
  readonly origin?: Origin;
  /** How much it counts in training; 1 when absent. */
  readonly weight?: number;
  /** Probabilities of the labels, where a larger model has judged and nobody read. */
  readonly belief?: readonly number[];
}

/** Labels of a pair in our own files: nothing, for, against. */
const signsWritten: Readonly<Record<string, Label>> = { "0": 0, "+": 1, "-": 2 };

const pipeline = compile({ stages: ["clean", "segment", "syntax", "entities"] }, stages);

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

const lexicon: Lexicon = {
  predicates: loadResource(predicates),
  modifiers: loadResource(modifiers),
  strengths: strengths(loadResource(predicates), loadResource(valence)),
};

/** The text as one sentence, whatever its sentences, with the spans as its actors. */
function readText(text: string, id: string, spans: readonly Span[]): Reading {
  const { layers } = pipeline.analyze({ id, text, sourceFile: id }).document;
  const tokens = layers.tokens ?? [];
  const mentions = spans.map((span) => givenMention(text, span, layers.names));
  const whole = {
    start: 0,
    end: text.length,
    number: 1,
    paragraph: 1,
    section: "body" as const,
    firstToken: 0,
    lastToken: tokens.length,
  };
  return readClause(clauseOf(whole, tokens, layers.syntax, mentions, 0), lexicon, mentions);
}

type Label = Example["label"];

/** A pair as two examples, one each way; none when the two cannot be told apart. */
function bothWays(reading: Reading, id: string, forward: Label, backward: Label): Example[] {
  const [a, b] = [reading.sequence.places.get(0), reading.sequence.places.get(1)];
  if (a === undefined || b === undefined) return [];
  return [
    { id, ...reading, source: a, target: b, sourceMention: 0, targetMention: 1, label: forward },
    { id, ...reading, source: b, target: a, sourceMention: 1, targetMention: 0, label: backward },
  ];
}

/** The directed pairs of a file of DSE. */
export function readPairs(file: string): Example[] {
  return lines(file).flatMap(({ id, text, p, q, label }) =>
    bothWays(
      readText(text, id, [p!, q!]),
      id,
      label === 1 ? 1 : label === 3 ? 2 : 0,
      label === 2 ? 1 : label === 4 ? 2 : 0,
    ),
  );
}

/** One written sentence: what a does to b, and b to a. */
interface Written {
  readonly text: string;
  readonly a: Span;
  readonly b: Span;
  readonly forward: Label;
  readonly backward: Label;
}

/** The sentences written for this project: two actors marked `<a>` and `<b>`, the stance of a towards b, and of b towards a. */
function readWritten(file: string): Written[] {
  const rows = parse(readFileSync(file, "utf8"), { columns: true }) as Readonly<Record<string, string>>[];
  return rows.map(({ stance, reverse, text: marked }, row) => {
    const spans: Partial<Record<string, Span>> = {};
    let text = "";
    let open = 0;
    for (const piece of marked!.split(/(<\/?[ab]>)/)) {
      if (!/^<\/?[ab]>$/.test(piece)) text += piece;
      else if (piece.startsWith("</")) spans[piece[2]!] = { start: open, end: text.length };
      else open = text.length;
    }
    const { a, b } = spans;
    const [forward, backward] = [signsWritten[stance!], signsWritten[reverse!]];
    if (a === undefined || b === undefined || forward === undefined || backward === undefined)
      throw new Error(`${file}: row ${String(row + 2)} lacks an actor or a stance`);
    return { text, a, b, forward, backward };
  });
}

/** The directed pairs of a file of written sentences. */
export function readWrittenPairs(file: string): Example[] {
  return readWritten(file).flatMap(({ text, a, b, forward, backward }, row): Example[] => {
    const id = `${file}:${String(row + 2)}`;
    // Actors are numbered as they stand.
    const inOrder = a.start < b.start;
    const reading = readText(text, id, inOrder ? [a, b] : [b, a]);
    const [there, back] = inOrder ? [forward, backward] : [backward, forward];
    return bothWays(reading, id, there, back).map((example) => ({ ...example, origin: "written" }));
  });
}

/** Public sets whose sentences were annotated for this project; only the labels are part of it. */
export const annotatedSets = {
  gmb: "entities/gmb-train", dse: "stance/dse.train", newsmtsc: "stance/newsmtsc.train",
} as const; // prettier-ignore

/** Rows about pairs in sentences of public sets, each with the two ways in which it is read. */
function* annotatedRows(file: string) {
  const texts = new Map(
    Object.entries(annotatedSets).map(([set, path]) => {
      const records = lines(sharedFile(`benchmarks/${path}.jsonl`));
      return [set, new Map(records.map(({ id, text }) => [id, text]))];
    }),
  );
  const rows = parse(readFileSync(file, "utf8"), { columns: true }) as Readonly<Record<string, string>>[];
  for (const [index, row] of rows.entries()) {
    const text = texts.get(row.set!)?.get(row.record!);
    if (text === undefined)
      throw new Error(`${file}: row ${String(index + 2)} names no record of a known set`);
    const p = { start: Number(row.p_start), end: Number(row.p_end) };
    const q = { start: Number(row.q_start), end: Number(row.q_end) };
    yield { row, ways: bothWays(readText(text, row.record!, [p, q]), row.record!, 0, 0) };
  }
}

/** The directed pairs of a file of annotations. */
export function* readAnnotations(file: string): Generator<Example> {
  for (const { row, ways } of annotatedRows(file))
    for (const [index, way] of ways.entries()) {
      const label = signsWritten[(index === 0 ? row.stance : row.reverse)!];
      if (label === undefined)
        throw new Error(`${file}: ${row.set!} ${row.record!} has a stance of no known sign`);
      yield { ...way, label, origin: "annotated" };
    }
}

/** The directed pairs of a file of judgments: percentages. */
export function* readJudgments(file: string): Generator<Example> {
  for (const { row, ways } of annotatedRows(file))
    for (const [index, way] of ways.entries()) {
      const [positive, negative] =
        index === 0 ? [row.positive, row.negative] : [row.reverse_positive, row.reverse_negative];
      const [p, n] = [Number(positive) / 100, Number(negative) / 100];
      yield { ...way, belief: [1 - p - n, p, n] };
    }
}

const signs: Readonly<Record<string, Label>> = { neutral: 0, positive: 1, negative: 2 };

/** Targets without a source. */
export function readTargets(file: string): Example[] {
  return lines(file).flatMap(({ id, text, stances }) =>
    stances.flatMap(({ target, label }): Example[] => {
      if (target === undefined) return [];
      const reading = readText(text, id, [target]);
      const place = reading.sequence.places.get(0);
      if (place === undefined) return [];
      const sides = { source: place, target: -1, sourceMention: 0, targetMention: -1 };
      return [{ id, ...reading, ...sides, label: signs[label]! }];
    }),
  );
}
