import { hashText, mix } from "../../language/model/hash.ts";
import type { Reading } from "./reading.ts";
import { alongPath, treeFeatures } from "./tree.ts";

/*
 * Features of the linear part of the model: words, pairs and triples of words with where they stand in relation to
 * source and target, and the dependency tree. All are hashes.
 */

const [left, middle, right] = [1, 2, 3];
const none = hashText("(none)");
const noRoles: ReadonlySet<number> = new Set();

/** A pair of mentions to judge, or a lone target (`target` -1) whose source is not asked. */
export interface Candidate extends Reading {
  /** Places in the sequence. */
  readonly source: number;
  readonly target: number;
  /** Mentions, as `hints` knows them. */
  readonly sourceMention: number;
  readonly targetMention: number;
}

/** Places along the dependency path between the two; undefined for a lone target and where there is no tree. */
export const pathOf = ({ tree, sequence, target, sourceMention, targetMention }: Candidate) =>
  tree === undefined || target < 0
    ? undefined
    : alongPath(tree, sequence.tokens, sourceMention, targetMention);

/** Is told the template and the values of each feature in the order in which they are written. */
export type FeatureNote = (template: number, a: number, b: number, c: number) => void;

/** Writes the features of a candidate into `out`; returns how many. */
export function pairFeatures(candidate: Candidate, out: Int32Array, note?: FeatureNote): number {
  const { sequence, hints, tree, kinds, source, target, sourceMention, targetMention } = candidate;
  const { length, words, lemmas, groups, valence } = sequence;
  let count = 0;
  const add = (template: number, a: number, b = 0, c = 0): void => {
    if (count >= out.length) return;
    out[count++] = mix(mix(mix(template, a), b), c);
    note?.(template, a, b, c);
  };
  const alone = target < 0;
  const first = alone ? source : Math.min(source, target);
  const second = alone ? source : Math.max(source, target);
  const order = alone ? 2 : source < target ? 0 : 1;
  const zoneOf = (at: number): number => 4 * order + (at < first ? left : at < second ? middle : right);
  add(1, order);
  add(2, order, Math.min(12, second - first));
  let positive = 0;
  let negative = 0;
  let verb = 0;
  let verbs = 0;
  const names = [0, 0, 0];
  for (let at = 0; at < length; at++) {
    const word = at === source ? 11 : at === target ? 12 : lemmas[at]!;
    const zone = zoneOf(at);
    if (at !== source && at !== target) {
      if (words[at] === 0) names[at < first ? 0 : at < second ? 1 : 2]!++;
      add(3, zone, word);
      add(4, word);
      if (groups[at] === 1) {
        add(5, zone, word);
        if (at > first && at < second) {
          verbs++;
          if (verb === 0) {
            verb = word;
            add(6, order, word);
          }
        }
      }
      if (alone && Math.abs(at - source) <= 4) add(7, word);
      const strength = valence[at]!;
      if (strength !== 0) {
        const sign = Math.sign(strength);
        add(8, zone, sign);
        add(22, zone, sign, Math.min(6, Math.abs(at - source)));
        if (!alone) add(23, zone, sign, Math.min(6, Math.abs(at - target)));
        add(24, zone, sign, groups[at]);
        if (strength > 0) positive++;
        else negative++;
      }
    }
    if (at + 1 < length && at >= first - 6 && at < second + 7) {
      const next = at + 1 === source ? 11 : at + 1 === target ? 12 : lemmas[at + 1]!;
      add(9, zone, word, next);
      if (alone) add(10, word, next);
      if (at + 2 < length) {
        const third = at + 2 === source ? 11 : at + 2 === target ? 12 : lemmas[at + 2]!;
        add(11, zone, mix(word, next), third);
      }
    }
  }
  add(12, order, Math.min(3, positive), Math.min(3, negative));
  for (let step = -3; step <= 3; step++) {
    if (step === 0) continue;
    around(13, source + step, step);
    if (!alone) around(15, target + step, step);
  }
  const sourceRoles = hints.roles.get(sourceMention) ?? noRoles;
  const targetRoles = alone ? noRoles : (hints.roles.get(targetMention) ?? noRoles);
  for (const a of sourceRoles) {
    add(17, alone ? 1 : 0, a);
    for (const b of targetRoles) add(18, a, b);
  }
  for (const b of targetRoles) add(19, b);
  for (let zone = 0; zone < 3; zone++) add(25 + zone, order, Math.min(4, names[zone]!));
  add(28, Math.min(12, length >> 2));
  add(29, order, Math.min(8, first));
  const kind = kinds.get(sourceMention) ?? 0;
  add(30, order, kind);
  if (!alone) {
    add(31, Math.min(4, names[1]!), Math.min(8, second - first));
    add(32, order, Math.min(4, verbs));
    add(33, Math.min(4, verbs), Math.min(4, names[1]!));
    const other = kinds.get(targetMention) ?? 0;
    add(34, other);
    add(35, kind, other);
    add(36, order, kind, other);
    add(37, kind, other, hints.pairs.get(`${sourceMention}>${targetMention}`) ?? 0);
    add(38, kind, other, Math.min(5, second - first));
    add(20, hints.pairs.get(`${sourceMention}>${targetMention}`) ?? 0);
    add(21, hints.pairs.get(`${targetMention}>${sourceMention}`) ?? 0, order);
  }
  if (tree !== undefined) treeFeatures(tree, sourceMention, targetMention, add);
  return count;

  function around(template: number, at: number, step: number): void {
    const inside = at >= 0 && at < length;
    add(template, order, step, inside ? (at === source ? 11 : at === target ? 12 : lemmas[at]!) : none);
    add(template + 1, order, step, inside ? groups[at]! : none);
  }
}
