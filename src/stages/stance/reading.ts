import type { Mention } from "../../core/layers.ts";
import type { Clause } from "../../language/en/clause.ts";
import type { Modifiers } from "../../language/en/modifiers.ts";
import type { Predicates } from "../../language/en/predicates.ts";
import { hashText, mix } from "../../language/model/hash.ts";
import { hintsOf, type Hints } from "./hints.ts";
import { sequenceOf, type Sequence } from "./sequence.ts";
import { treeOf, type Tree } from "./tree.ts";

/** What a sentence is read with. */
export interface Lexicon {
  readonly predicates: Predicates;
  readonly modifiers: Modifiers;
  /** Signed strength of words, see `strengths`. */
  readonly strengths: ReadonlyMap<string, number>;
}

/** A sentence made ready for any pair of its actors. */
export interface Reading {
  readonly sequence: Sequence;
  readonly hints: Hints;
  /** Undefined when the sentence was not parsed. */
  readonly tree: Tree | undefined;
  /** What kind of actor each mention is: a hash of its entity type and whether it is an adjective. */
  readonly kinds: ReadonlyMap<number, number>;
}

/** Reads a sentence for the mentions that stand in it; of each only the type of the actor is asked. */
export function readClause(
  clause: Clause,
  { predicates, modifiers, strengths }: Lexicon,
  mentions: readonly Pick<Mention, "entityType">[],
): Reading {
  const kinds = new Map<number, number>();
  for (let at = clause.first; at < clause.last; at++) {
    const mention = clause.actors[at - clause.first]!;
    if (mention < 0) continue;
    // The last word tells: "the Turkish" has an adjective, "Turkish forces" has none.
    const adjective = clause.tokens[at]!.upos === "ADJ" ? 1 : 0;
    kinds.set(mention, mix(hashText(mentions[mention]!.entityType), adjective));
  }
  return {
    kinds,
    sequence: sequenceOf(clause, strengths),
    hints: hintsOf(clause, predicates, modifiers),
    tree: treeOf(clause, strengths, modifiers),
  };
}
