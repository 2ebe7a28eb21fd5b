import type { Clause } from "./clause.ts";

/** The dependency tree of a sentence, to walk down. Arrays by `token - first`, holding such numbers; -1 for none. */
interface Tree {
  readonly firstKid: Int32Array;
  readonly nextKid: Int32Array;
  /** First and last token of the subtree of each token. */
  readonly low: Int32Array;
  readonly high: Int32Array;
}

const made = new WeakMap<Clause, Tree>();

function treeOf(clause: Clause): Tree {
  let tree = made.get(clause);
  if (tree === undefined) made.set(clause, (tree = makeTree(clause)));
  return tree;
}

function makeTree({ syntax, first, last }: Clause): Tree {
  const length = last - first;
  const empty = (): Int32Array => new Int32Array(length).fill(-1);
  const tree: Tree = { firstKid: empty(), nextKid: empty(), low: empty(), high: empty() };
  const headOf = (at: number): number => {
    const head = syntax![first + at]!.head - first;
    return head >= 0 && head < length ? head : -1;
  };
  // Whoever is reached first from the left is the leftmost; what stands above is settled with it.
  for (let token = 0; token < length; token++)
    for (let at = token; at >= 0 && tree.low[at]! < 0; at = headOf(at)) tree.low[at] = token;
  for (let token = length - 1; token >= 0; token--) {
    for (let at = token; at >= 0 && tree.high[at]! < 0; at = headOf(at)) tree.high[at] = token;
    const head = headOf(token);
    if (head < 0) continue;
    tree.nextKid[token] = tree.firstKid[head]!;
    tree.firstKid[head] = token;
  }
  return tree;
}

/** The dependents of a token, from left to right; none when the sentence was not parsed. */
export function dependents(clause: Clause, head: number): readonly number[] {
  const { syntax, first, last } = clause;
  if (syntax === undefined || head < first || head >= last) return [];
  const { firstKid, nextKid } = treeOf(clause);
  const found: number[] = [];
  for (let at = firstKid[head - first]!; at >= 0; at = nextKid[at]!) found.push(first + at);
  return found;
}

/** The first dependent with a relation or a subtype of it, or -1. */
export function dependent(clause: Clause, head: number, relation: string): number {
  return (
    dependents(clause, head).find((at) => {
      const own = clause.syntax![at]!.relation;
      return own === relation || own.startsWith(`${relation}:`);
    }) ?? -1
  );
}

/** First token of what hangs on a token, itself included, and the one after the last. */
export function reachOf(clause: Clause, top: number): readonly [from: number, to: number] {
  const { low, high } = treeOf(clause);
  return [clause.first + low[top - clause.first]!, clause.first + high[top - clause.first]! + 1];
}

/** Whether a token stands at or below another in the tree. */
export function isBelow({ syntax, first }: Clause, token: number, top: number): boolean {
  for (let at = token; at >= first; at = syntax![at]!.head) if (at === top) return true;
  return false;
}
