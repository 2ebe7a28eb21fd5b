import type { Mention } from "../../core/layers.ts";
import type { LoadedResources } from "../../core/stage.ts";
import { type Clause } from "../../language/en/clause.ts";
import { modifiers } from "../../language/en/modifiers.ts";
import { ploverWeights } from "../../language/en/plover.ts";
import { predicates } from "../../language/en/predicates.ts";
import { valence } from "../../language/en/valence.ts";
import {
  calibration,
  pairRegression,
  stanceModel,
  stanceNetwork,
  targetRegression,
  type StanceModel,
  type Verdict,
} from "./model.ts";
import type { Network } from "./network.ts";
import { readClause, type Lexicon } from "./reading.ts";
import { isNominal, strengths } from "./sequence.ts";

/** Everything the stance stage looks things up in. */
export const resources = {
  predicates,
  modifiers,
  valence,
  weights: ploverWeights,
  pair: pairRegression,
  target: targetRegression,
  network: stanceNetwork,
  calibration,
};
export type StanceResources = LoadedResources<typeof resources>;

export interface StanceReader {
  readonly resources: StanceResources;
  readonly lexicon: Lexicon;
  readonly model: StanceModel;
  readonly network: Network;
}

export function stanceReader(loaded: StanceResources): StanceReader {
  return {
    resources: loaded,
    lexicon: {
      predicates: loaded.predicates,
      modifiers: loaded.modifiers,
      strengths: strengths(loaded.predicates, loaded.valence),
    },
    model: stanceModel(loaded.pair, loaded.target, loaded.network, loaded.calibration.temperature),
    network: loaded.network,
  };
}

/** An ordered pair of mentions as the model sees it. */
export interface JudgedPair {
  readonly source: number;
  readonly target: number;
  readonly verdict: Verdict;
  /** Token that most likely carries it. */
  readonly cue: number;
}

export interface Judged {
  /** All ordered pairs of the sentence's mentions; the nearest when there are very many. */
  pairs(): Iterable<JudgedPair>;
  verdict(source: number, target: number): Verdict;
  /** Towards one mention, whoever the source. */
  alone(target: number): Verdict;
  /**
   * For (above 0) or against (below 0), in log-odds, when it is known that there is a stance. Either side may be -1 for
   * one that the sentence does not name.
   */
  polarity(source: number, target: number): number;
}

const silent: Verdict = [1, 0, 0];

/** The target's own treatment is half a witness: it says nothing of the source. */
const targetShare = 0.5;

/** Mentions of one sentence that are paired; a list of names beyond it is no discourse. */
const mostMentions = 10;

const logOdds = ([, positive, negative]: Verdict): number =>
  Math.log(Math.max(1e-9, positive) / Math.max(1e-9, negative));

/** The model's view of a sentence; nothing is computed before it is asked for. */
export function judge(clause: Clause, reader: StanceReader, mentions: readonly Mention[]): Judged {
  let made: ReturnType<typeof prepare> | undefined;
  function prepare() {
    const reading = readClause(clause, reader.lexicon, mentions);
    return { ...reading, projection: reader.network.project(reading.sequence) };
  }
  const known = new Map<string, Verdict>();
  const sentence = (): ReturnType<typeof prepare> => (made ??= prepare());

  function verdict(source: number, target: number): Verdict {
    const key = `${source}>${target}`;
    const old = known.get(key);
    if (old !== undefined) return old;
    const { projection, ...reading } = sentence();
    const { sequence } = reading;
    const [a, b] = [sequence.places.get(source), target < 0 ? -1 : sequence.places.get(target)];
    if (a === undefined || b === undefined) return silent;
    const sides = { source: a, target: b, sourceMention: source, targetMention: target };
    const found = reader.model.verdict({ ...reading, ...sides }, projection);
    known.set(key, found);
    return found;
  }

  /** Mean polarity of how the sentence treats its names, nouns and pronouns, but for the source. */
  function tone(source: number): number {
    const { projection, ...reading } = sentence();
    const { groups, words, length, places } = reading.sequence;
    let sum = 0;
    let count = 0;
    for (let at = 0; at < length; at++) {
      if (at === places.get(source) || !(words[at] === 0 || isNominal(groups[at]!))) continue;
      const sides = { source: at, target: -1, sourceMention: -1, targetMention: -1 };
      sum += logOdds(reader.model.verdict({ ...reading, ...sides }, projection));
      count++;
    }
    return count === 0 ? 0 : sum / count;
  }

  return {
    verdict,
    alone: (target) => verdict(target, -1),
    polarity(source, target) {
      if (target < 0) return tone(source);
      const towards = logOdds(verdict(target, -1));
      return source < 0 ? towards : logOdds(verdict(source, target)) + targetShare * towards;
    },
    *pairs() {
      const here = [...new Set(clause.actors)].filter((mention) => mention >= 0);
      if (here.length < 2) return;
      for (const [i, source] of here.entries())
        for (const [j, target] of here.entries()) {
          if (i === j || Math.abs(i - j) > mostMentions) continue;
          const id = mentions[source]!.actorId;
          if (id !== undefined && id === mentions[target]!.actorId) continue;
          yield { source, target, verdict: verdict(source, target), cue: cueOf(source, target) };
        }
    },
  };

  /** The strongest word between the two, else of the sentence; the target itself when there is none. */
  function cueOf(source: number, target: number): number {
    const { sequence } = sentence();
    const a = sequence.places.get(source) ?? 0;
    const b = sequence.places.get(target) ?? 0;
    let best = -1;
    let most = 0;
    for (let at = 0; at < sequence.length; at++) {
      const between = at > Math.min(a, b) && at < Math.max(a, b);
      const strength =
        Math.abs(sequence.valence[at]!) + (between ? 0.3 : 0) + (sequence.groups[at] === 1 ? 0.2 : 0);
      if (strength > most && sequence.words[at] !== 0) [best, most] = [at, strength];
    }
    return best >= 0 ? sequence.tokens[best]! : clause.first;
  }
}
