import type { Mention } from "../../core/layers.ts";
import type { LoadedResources } from "../../core/stage.ts";
import { type Clause } from "../../language/en/clause.ts";
import { modifiers } from "../../language/en/modifiers.ts";
import { ploverWeights } from "../../language/en/plover.ts";
import { predicates } from "../../language/en/predicates.ts";
import { valence } from "../../language/en/valence.ts";
import { hintsOf } from "./hints.ts";
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
import { sequenceOf, strengths } from "./sequence.ts";

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
  readonly strengths: ReadonlyMap<string, number>;
  readonly model: StanceModel;
  readonly network: Network;
}

export function stanceReader(loaded: StanceResources): StanceReader {
  return {
    resources: loaded,
    strengths: strengths(loaded.predicates, loaded.valence),
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
}

const silent: Verdict = [1, 0, 0];

/** Mentions of one sentence that are paired; a list of names beyond it is no discourse. */
const mostMentions = 10;

/** The model's view of a sentence; nothing is computed before it is asked for. */
export function judge(clause: Clause, reader: StanceReader, mentions: readonly Mention[]): Judged {
  let made: ReturnType<typeof prepare> | undefined;
  function prepare() {
    const sequence = sequenceOf(clause, reader.strengths);
    const { predicates: lexicon, modifiers: words } = reader.resources;
    return { sequence, hints: hintsOf(clause, lexicon, words), projection: reader.network.project(sequence) };
  }
  const known = new Map<string, Verdict>();

  function verdict(source: number, target: number): Verdict {
    const key = `${source}>${target}`;
    const old = known.get(key);
    if (old !== undefined) return old;
    const { sequence, hints, projection } = (made ??= prepare());
    const [a, b] = [sequence.places.get(source), target < 0 ? -1 : sequence.places.get(target)];
    if (a === undefined || b === undefined) return silent;
    const candidate = { sequence, hints, source: a, target: b, sourceMention: source, targetMention: target };
    const found = reader.model.verdict(candidate, projection);
    known.set(key, found);
    return found;
  }

  return {
    verdict,
    alone: (target) => verdict(target, -1),
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
    const { sequence } = (made ??= prepare());
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
