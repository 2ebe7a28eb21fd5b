import type { AnyDocument } from "../../core/document.ts";
import type { Mention, Stance } from "../../core/layers.ts";
import { comparableActor, pairUp, type Counts } from "../../core/score.ts";
import { overlaps, type Span } from "../../core/span.ts";
import type { GoldRecord } from "../../core/stage.ts";

/** A stance of a gold record of a whole article: actors by id. */
interface GoldStance {
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly cueStart: number;
  readonly cueEnd: number;
}

/** A stance as it is compared, found or gold. */
interface Claim {
  readonly pair: string;
  readonly label: string;
  readonly cue: Span;
  readonly sentence: number;
}

/**
 * `pairs`: distinct directed pairs of actors of an article. `signed`: distinct pairs with their sign. `expressions`:
 * each stance by itself, right when pair, sign and sentence agree. `sign_accuracy`: of the pairs found in their
 * sentence. `cue_overlap`: share of the right expressions whose words of evidence overlap. Empty for a record that
 * does not name actors by id.
 */
export function scoreStances(record: GoldRecord, { layers }: AnyDocument): Readonly<Record<string, Counts>> {
  const gold = (record.stances as readonly Partial<GoldStance>[]).filter(isGold);
  if (gold.length === 0) return {};
  const { sentences = [], mentions = [], stances = [] } = layers;
  const sentenceOf = (at: number): number => sentences.findIndex(({ start, end }) => start <= at && at < end);
  const wanted = gold.map(({ source, target, label, cueStart, cueEnd }): Claim => ({
    pair: pairOf(source, target),
    label,
    cue: { start: cueStart, end: cueEnd },
    sentence: sentenceOf(cueStart),
  }));
  const found = stances.map((stance): Claim => ({
    pair: pairOf(...actorsOf(stance, mentions)),
    label: stance.label,
    cue: { start: stance.cueStart, end: stance.cueEnd },
    sentence: stance.sentence,
  }));
  const here = ({ pair, sentence }: Claim): string => `${pair} ${sentence}`;
  const placed = match(wanted, found, here);
  const right = match(wanted, found, (claim) => `${here(claim)} ${claim.label}`);
  const sameSign = placed.filter(([a, b]) => a.label === b.label).length;
  const sameCue = right.filter(([a, b]) => overlaps(a.cue, b.cue)).length;
  return {
    pairs: distinct(wanted, found, ({ pair }) => pair),
    signed: distinct(wanted, found, ({ pair, label }) => `${pair} ${label}`),
    expressions: { correct: right.length, found: found.length, gold: wanted.length },
    sign_accuracy: { correct: sameSign, found: placed.length, gold: placed.length },
    cue_overlap: { correct: sameCue, found: right.length, gold: right.length },
  };
}

function isGold(stance: Partial<GoldStance>): stance is GoldStance {
  return (
    typeof stance.source === "string" && typeof stance.target === "string" && stance.cueStart !== undefined
  );
}

const pairOf = (source: string, target: string): string =>
  `${comparableActor(source)} > ${comparableActor(target)}`;

function actorsOf(stance: Stance, mentions: readonly Mention[]): [source: string, target: string] {
  const side = (mention: Mention | undefined, one: string | undefined): string =>
    one ?? mention?.actorId ?? mention?.memberIds?.join("+") ?? "";
  return [
    side(mentions[stance.source], stance.sourceActorId),
    side(mentions[stance.target], stance.targetActorId),
  ];
}

function distinct(gold: readonly Claim[], found: readonly Claim[], keyOf: (claim: Claim) => string): Counts {
  const wanted = new Set(gold.map(keyOf));
  const given = new Set(found.map(keyOf));
  return {
    correct: [...given].filter((key) => wanted.has(key)).length,
    found: given.size,
    gold: wanted.size,
  };
}

/** Pairs of gold and found with the same key: first those whose cues overlap. */
function match(
  gold: readonly Claim[],
  found: readonly Claim[],
  keyOf: (claim: Claim) => string,
): readonly (readonly [Claim, Claim])[] {
  const same = (a: Claim, b: Claim): boolean => keyOf(a) === keyOf(b);
  return pairUp(gold, found, (a, b) => same(a, b) && overlaps(a.cue, b.cue), same);
}

/** What records with marks or lists ask, and what we answer. */
interface Answer {
  readonly label?: number;
  readonly root?: string;
  readonly stances: readonly {
    readonly sentence?: number;
    readonly source?: { readonly name?: string } | null;
    readonly target?: { readonly name?: string } | null;
    readonly label: string;
  }[];
}

/**
 * Scores an answer to a record that asks about marks: `marked_pair` (which way and which sign, DSE), `event_type` (PLV),
 * `target_label` (NewsMTSC), or `triplets` of sentence, pair and sign among listed actors (SEESAW).
 */
export function scoreAnswer(
  record: GoldRecord,
  found: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Counts>> {
  const [gold, answer] = [record as unknown as Answer, found as unknown as Answer];
  const accuracy = (right: number, asked: number): Counts => ({ correct: right, found: asked, gold: asked });
  if (typeof gold.label === "number") {
    const one = (is: boolean): number => (is ? 1 : 0);
    const right = one(gold.label !== 0 && gold.label === answer.label);
    return { marked_pair: { correct: right, found: one(answer.label !== 0), gold: one(gold.label !== 0) } };
  }
  if (typeof gold.root === "string") return { event_type: accuracy(gold.root === answer.root ? 1 : 0, 1) };
  const { stances } = gold;
  if (stances.some(({ sentence }) => sentence !== undefined)) {
    const keys = ({ stances: all }: Answer) =>
      new Set(
        all.map(({ sentence, source, target, label }) =>
          [sentence, source?.name, target?.name, label].join("\n"),
        ),
      );
    const [wanted, given] = [keys(gold), keys(answer)];
    const correct = [...given].filter((key) => wanted.has(key)).length;
    return { triplets: { correct, found: given.size, gold: wanted.size } };
  }
  if (stances.length !== answer.stances.length) return {};
  const right = stances.filter(({ label }, index) => label === answer.stances[index]!.label).length;
  return { target_label: accuracy(right, stances.length) };
}
